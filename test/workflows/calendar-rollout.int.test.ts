import { randomBytes } from 'node:crypto';
import { type CalendarDeps, createCalendarActivities } from '#activities/calendar.activities.ts';
import { createRecordActivities } from '#activities/record.activities.ts';
import { type CalendarRollouts, createCalendarRollouts } from '#adapters/temporal/calendar-rollouts.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { rolloutText } from '#domain/time/calendar/rollout.ts';
import { calendarRolloutId } from '#workflows/workflow-ids.ts';
import { corrected, daysFrom, decreedCalendar } from '../factories/decreed-calendar.ts';
import { beginClaim, completedClaim } from '../support/claim-begun.ts';
import { give, OFFICER, recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { freshName } from '../support/stack.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const now = realNow();
const HOUR = 3_600_000;
const freshClaim = (): ClaimId => claimIdFromDigest(randomBytes(16));

let world: World;
let publisher: ReturnType<World['kafka']['publisher']>;
let rollouts: CalendarRollouts;
let before: CalendarPack;
let after: CalendarPack;
beforeEach(async () => {
  world = await startWorld();
  publisher = world.kafka.publisher();
  rollouts = createCalendarRollouts(world.temporal.client, world.queues);
  before = decreedCalendar(now, freshName('kalender'));
  after = corrected(before, { add: daysFrom(now, 1, 3) });
  await world.stores.calendars.activate(before);
}, 60_000);
afterEach(async () => {
  await world.close();
  await publisher.close();
}, 60_000);

async function startWorker(more: Partial<CalendarDeps> = {}): Promise<void> {
  const { stores, claims } = world;
  await world.startClaimsWorker({
    ...createRecordActivities({ ...stores, publisher, openEntitlements: async () => undefined }),
    ...createCalendarActivities({ ...stores, running: claims, now: realNow, ...more }),
  });
}

/** Open on record, with no workflow behind them. */
async function keepOpenClaims(count: number): Promise<readonly ClaimId[]> {
  const claimIds = Array.from({ length: count }, freshClaim);
  const { claim } = completedClaim(freshClaim(), before, now - HOUR, 1);
  await Promise.all(claimIds.map((claimId) => world.stores.claims.save({ ...claim, claimId }, 'seeded')));
  return claimIds;
}

async function rolledOut(state: string) {
  return until(`the rollout to be ${state}`, async () => {
    const rollout = await world.stores.calendarRollouts.find(after);
    return rollout?.state === state && rollout;
  });
}

async function roll(): Promise<void> {
  await world.stores.calendars.activate(after);
  await rollouts.start(after);
  await rollouts.start(after);
}

test('a rollout that is interrupted goes on where it was, and names the open claims that nobody can tell', async () => {
  const claimIds = await keepOpenClaims(230);
  const told: string[] = [];
  let isDown = true;
  const tell: CalendarDeps['running']['tell'] = async (claimId, event) => {
    if (told.length === 150 && isDown) {
      isDown = false;
      throw new Error('Temporal is away for a moment');
    }
    told.push(claimId);
    return world.claims.tell(claimId, event);
  };
  await startWorker({ running: { ...world.claims, tell } });
  await roll();
  const rollout = await rolledOut('done');
  expect(rollout).toMatchObject({ pass: 1, told: 0, ended: 0, behind: 0 });
  expect([...rollout.lost].sort()).toEqual([...claimIds].sort());
  expect(rolloutText(rollout)).toContain('PERHATIAN: 230 klaim terbuka tidak dapat dihubungi');
  // The first hundred were not told again, only the batch that was interrupted.
  const first = told.slice(0, 100);
  expect(new Set(told).size).toBe(230);
  expect(first.filter((claimId) => told.lastIndexOf(claimId) > 99)).toEqual([]);
}, 90_000);

test('a claim that ends while it is being told needs no deadline, and is counted as ended', async () => {
  const [claimId] = (await keepOpenClaims(1)) as [ClaimId];
  const { openClaims, claims } = world.stores;
  const next: typeof openClaims.next = async (...asked) => {
    const found = await openClaims.next(...asked);
    for (const claim of found) await claims.save({ ...claim, status: 'closed', seq: claim.seq + 1 }, 'seeded');
    return found;
  };
  await startWorker({ openClaims: { ...openClaims, next } });
  await roll();
  expect(await rolledOut('done')).toMatchObject({ told: 0, ended: 1, lost: [], behind: 0 });
  expect((await recorded(world, claimId))?.calendar.version).toBe(1);
}, 90_000);

test('a calendar of another name that knows more years moves no deadline, and frees the claim that waited for the missing year', async () => {
  const year = new Date(now).getUTCFullYear();
  // It knows only years that are over: nothing that begins now can be computed.
  const isOver = (each: number | string): boolean => Number(String(each).slice(0, 4)) < year;
  const blind = { ...before, id: freshName('kalender'), years: before.years.filter(isOver), holidays: before.holidays.filter(isOver) };
  await world.stores.calendars.activate(blind);
  await startWorker();
  const [kept, waiting] = [freshClaim(), freshClaim()];
  await beginClaim(world, kept, before, now - HOUR, 1);
  const deadlines = (await recorded(world, kept))?.clocks;
  const { event } = completedClaim(waiting, before, now - HOUR, 2);
  if (event.type !== 'deathReported') throw new Error('not a report');
  const { id, version } = blind;
  const registration = { ...event.registration, calendar: { id, version } };
  await world.claims.report({ claimId: waiting, calendar: blind, switches: {} }, { ...event, registration });
  const { papers } = await until('the report', () => recorded(world, waiting));
  const verdicts = papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
  await give(world, waiting, OFFICER, { type: 'verifyDocuments', verdicts });
  await expect(give(world, waiting, OFFICER, { type: 'declareComplete' })).rejects.toThrow('calendar-year-missing');

  after = { ...before, id: freshName('kalender') };
  await roll();
  expect(await rolledOut('done')).toMatchObject({ told: 2, behind: 0, lost: [] });
  await give(world, waiting, OFFICER, { type: 'declareComplete' });
  expect((await recorded(world, waiting))?.calendar).toEqual({ id: after.id, version: 1 });
  const changes = (await world.stores.journal.read(kept)).map(({ fact }) => fact).filter(({ type }) => type === 'sla.calendar-changed');
  expect(changes).toMatchObject([{ calendar: { id: after.id, version: 1 }, moved: [] }]);
  expect((await recorded(world, kept))?.clocks).toEqual(deadlines);
}, 90_000);

test('a rollout stops when another calendar is activated: the next one tells everyone', async () => {
  await keepOpenClaims(130);
  const told: string[] = [];
  const tell: CalendarDeps['running']['tell'] = async (claimId, event) => {
    told.push(claimId);
    await world.stores.calendars.activate(corrected(after, {}));
    return world.claims.tell(claimId, event);
  };
  await startWorker({ running: { ...world.claims, tell } });
  await roll();
  await rolledOut('superseded');
  expect(told).toHaveLength(100);
}, 90_000);

test('a claim that began on the old calendar in the moment of activation is found by the last look', async () => {
  await startWorker();
  const early = freshClaim();
  await beginClaim(world, early, before, now - HOUR, 1);
  await roll();
  expect(await rolledOut('done')).toMatchObject({ told: 1, toldAgain: 0 });
  const late = freshClaim();
  await beginClaim(world, late, before, now - HOUR, 2);
  await fastForward(world.temporal, calendarRolloutId(after), 61_000);
  const state = await until('the late claim on the new calendar', async () => {
    const claim = await recorded(world, late);
    return claim?.calendar.version === 2 && claim;
  });
  expect(state.calendar).toEqual({ id: after.id, version: 2 });
  await until('the second round', async () => (await world.stores.calendarRollouts.find(after))?.toldAgain === 1);
  await rolledOut('done');
  expect((await recorded(world, early))?.calendar).toEqual({ id: after.id, version: 2 });
  const changes = (await world.stores.journal.read(early)).filter(({ fact }) => fact.type === 'sla.calendar-changed');
  expect(changes).toHaveLength(1);
}, 90_000);

test('a claim that an earlier release closed without knowing whether it was paid in time wakes for the calendar that tells', async () => {
  const claimId = freshClaim();
  const { claim } = completedClaim(claimId, before, now - HOUR, 7);
  // Its calendar ends before the payment, which is how nobody came to know.
  const short: CalendarPack = { ...before, version: 9, years: before.years.filter((year) => year < new Date(now).getUTCFullYear()) };
  await world.stores.calendars.activate(short);
  await world.stores.calendars.activate(before);
  const payout = {
    payoutId: `${claimId}.1.jkm.once.heirs`,
    programme: 'jkm',
    payeeClass: 'heirs',
    amount: 42_000_000,
    lines: [{ benefit: 'jkm.lump', amount: 42_000_000 }],
    issue: 1,
    generation: 1,
    state: 'confirmed',
    bankReference: 'B',
    settledAt: now,
  };
  const recommendation = { outcome: 'pay', pack: 'jkm-jkk-2025', lines: [], total: 42_000_000 };
  const stopped = claim.clocks.map((ledger) => ({ ...ledger, stoppedAt: Math.max(now, ledger.startedAt) }));
  const calendar = { id: short.id, version: short.version };
  const closed = { ...claim, status: 'closed', payouts: [payout], recommendation, clocks: stopped, calendar } as unknown as typeof claim;
  await world.stores.claims.save(closed, 'seeded');
  const woken: string[] = [];
  const tellEnded: CalendarDeps['running']['tellEnded'] = async (input, event) => {
    woken.push(`${input.claimId} ${event.type}`);
  };
  await startWorker({ running: { ...world.claims, tellEnded } });
  await roll();
  await rolledOut('done');
  await until('the closed claim to be told', async () => woken.length > 0);
  expect(woken).toEqual([`${claimId} calendarChanged`]);
}, 90_000);
