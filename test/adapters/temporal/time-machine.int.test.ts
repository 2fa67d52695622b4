import { CannotTravel, createTimeMachine, MOST_DAYS, type TimeMachine } from '#adapters/temporal/time-machine.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { weekdayOf } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { fromLocal, toLocal } from '#domain/time/calendar/zone.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { calendarAround } from '../../factories/calendar.ts';
import { deathEvent } from '../../factories/death-event.ts';
import { storyBefore } from '../../factories/story.ts';
import { receivedBy } from '../../support/bank.ts';
import { approveEverything, claimIdFor, give, OFFICER, recorded, workUpToRecommendation } from '../../support/people-at-work.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { startWorld, type World } from '../../support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A rung is a timer and a recorded fact; in the claim's own time this is the whole of it. */
const LATENESS_MS = 5_000;
const THURSDAY = 4;

describe('the time machine', () => {
  let world: World;
  let machine: TimeMachine;
  const calendar = calendarAround(realNow());
  beforeAll(async () => {
    world = await startWorld();
    machine = createTimeMachine({ temporal: world.temporal, claims: world.claims, journal: world.stores.journal });
    await world.startClaimsWorker();
    await world.startPayoutsWorker();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  async function reported(claimId: ClaimId, n: number): Promise<ClaimState> {
    await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(storyBefore(realNow(), n), n));
    return until('the claim on record', () => recorded(world, claimId));
  }

  async function declareComplete(claimId: ClaimId, { papers }: ClaimState): Promise<void> {
    await give(world, claimId, OFFICER, {
      type: 'verifyDocuments',
      verdicts: papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const })),
    });
    await give(world, claimId, OFFICER, { type: 'declareComplete' });
  }

  const why = (error: unknown): unknown => (error instanceof CannotTravel ? error.why : error);

  test('two days pass at a time: over a weekend no rung falls due, and on Monday and Tuesday each fires at its own instant', async () => {
    const claimId = claimIdFor(world, 1);
    const claim = await reported(claimId, 1);
    const thursday = nextThursday(calendar, 10);
    const first = await machine.travel(claimId, { to: thursday });
    expect(first.to - thursday).toBeLessThan(LATENESS_MS);
    await declareComplete(claimId, claim);

    const friday = await machine.travel(claimId, { ms: DAY + 5 * HOUR });
    const sunday = await machine.travel(claimId, { ms: 2 * DAY });
    expect(sunday.from - friday.to).toBeLessThan(LATENESS_MS);
    expect(sunday.to - sunday.from).toBeGreaterThanOrEqual(2 * DAY);
    expect(sunday.entries).toEqual([]);

    const tuesday = await machine.travel(claimId, { ms: 2 * DAY });
    const told = [...friday.entries, ...tuesday.entries].flatMap(({ fact }) => (fact.type === 'sla.rung-reached' ? [fact] : []));
    const legal = told.filter(({ clock }) => clock === 'jkm-legal');
    const ledger = (await recorded(world, claimId))?.clocks.find(({ clock }) => clock === 'jkm-legal');
    if (!ledger) throw new Error('the legal clock does not run');
    const due = deriveClock(ledger, calendar, tuesday.to, withSwitches()).rungs.filter(({ at }) => at <= tuesday.to);
    expect(due.length).toBeGreaterThan(1);
    expect(legal.map(({ rung, dueAt }) => ({ rung, dueAt }))).toEqual(
      expect.arrayContaining(due.map(({ percent, at }) => ({ rung: String(percent), dueAt: at }))),
    );
    for (const { at, dueAt } of told) {
      expect(at).toBeGreaterThanOrEqual(dueAt);
      expect(at - dueAt).toBeLessThan(LATENESS_MS);
      expect([0, 6]).not.toContain(weekdayOf(toLocal(dueAt, calendar.zone).day));
    }
  }, 120_000);

  test('a payment that the bank leaves unanswered travels with its claim, until the bank’s word closes both', async () => {
    const claimId = claimIdFor(world, 2);
    const story = storyBefore(realNow(), 2);
    const { accountNumber } = story;
    await world.bank.openAccount({ bankCode: '130', accountNumber, holderName: 'PASANGAN CONTOH 2' });
    await reported(claimId, 2);
    await workUpToRecommendation(world, claimId, story, 2);
    await world.bank.fault({ kind: 'accepts-then-times-out', account: accountNumber });
    await approveEverything(world, claimId);
    await until('the unknown payment', async () => (await recorded(world, claimId))?.payouts.some(({ state }) => state === 'unknown'));

    const travelled = await machine.travel(claimId, { ms: 2 * DAY });
    expect(travelled.hasEnded).toBe(true);
    expect(travelled.entries.map(({ fact }) => fact.type)).toEqual(
      expect.arrayContaining(['payout.confirmed', 'claim.paid', 'claim.closed']),
    );
    expect(await receivedBy(world.bank, '130', accountNumber)).toEqual([42_000_000]);
    await expect(machine.travel(claimId, { ms: HOUR }).catch(why)).resolves.toBe('ended');
  }, 120_000);

  test('a claim nobody reported, a time gone by and a time too far are refused by name, and nothing moves', async () => {
    const claimId = claimIdFor(world, 3);
    await expect(machine.travel(claimId, { ms: DAY }).catch(why)).resolves.toBe('unknown-claim');
    await reported(claimId, 3);
    await expect(machine.travel(claimId, { to: realNow() - DAY }).catch(why)).resolves.toBe('backwards');
    await expect(machine.travel(claimId, { ms: (MOST_DAYS + 1) * DAY }).catch(why)).resolves.toBe('too-far');
    const moved = await machine.travel(claimId, { ms: HOUR });
    expect(moved.from).toBeLessThan(realNow() + LATENESS_MS);
  }, 60_000);
});

/** The next one that is still to come, at this hour where the branch is. */
function nextThursday({ zone }: CalendarPack, hour: number): number {
  for (let at = realNow() + DAY; ; at += DAY) {
    const { day } = toLocal(at, zone);
    if (weekdayOf(day) === THURSDAY) return fromLocal({ day, minuteOfDay: hour * 60 }, zone);
  }
}
