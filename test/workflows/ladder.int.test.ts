import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { deriveClock } from '#domain/clock/derive.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { give, OFFICER, recorded, SUPERVISOR } from '../support/people-at-work.ts';
import { freshClaimId } from '../support/stack.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const DAY = 86_400_000;
/** What a rung may be late by: it is a timer and a recorded fact, on a loaded machine. Virtual time, so this is the whole of it. */
const LATENESS_MS = 5_000;

describe('the ladder of a deadline, played in the claim’s own time', () => {
  let world: World;
  const calendar = calendarAround(Date.now());
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  async function completeClaim(claimId: ClaimId): Promise<ClaimState> {
    await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(storyBefore(Date.now(), 1)));
    const claim = await until('the claim on record', () => recorded(world, claimId));
    const verdicts = claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    await give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts });
    await give(world, claimId, OFFICER, { type: 'declareComplete' });
    return until('the completed claim', () => recorded(world, claimId));
  }

  const rungOf = (claim: ClaimState, key: string) => claim.rungs.find((rung) => rung.key === key);

  test('nobody acts: 50%, 75% and the breach are told once each, at the instants the ledger derives, and then the branch and the region', async () => {
    const claimId = freshClaimId();
    const complete = await completeClaim(claimId);
    const legal = complete.clocks.find((ledger) => ledger.clock === 'jkm-legal');
    if (!legal) throw new Error('the legal clock does not run');
    const { rungs } = deriveClock(legal, calendar, Date.now(), withSwitches());

    await fastForward(world.temporal, claimWorkflowId(claimId), 14 * DAY);
    const claim = await until('the last rung', async () => {
      const now = await recorded(world, claimId);
      return now && rungOf(now, 'jkm-legal:1:+3') && rungOf(now, 'partner-promise:1:+3') && now;
    });
    for (const { percent, at } of rungs) {
      const rung = rungOf(claim, `jkm-legal:1:${percent}`);
      expect(rung?.dueAt).toBe(at);
    }
    const keys = claim.rungs.map((rung) => rung.key);
    expect([...keys].sort()).toEqual(
      ['jkm-legal', 'partner-promise'].flatMap((clock) => ['+1', '+3', '100', '50', '75'].map((rung) => `${clock}:1:${rung}`)).sort(),
    );
    for (const rung of claim.rungs) {
      expect(rung.firedAt).toBeGreaterThanOrEqual(rung.dueAt);
      expect(rung.firedAt - rung.dueAt).toBeLessThan(LATENESS_MS);
    }
  }, 120_000);

  test('a breach that the supervisor acknowledges goes to the head of the branch a working day later, not after four hours', async () => {
    const claimId = freshClaimId();
    const complete = await completeClaim(claimId);
    const legal = complete.clocks.find((ledger) => ledger.clock === 'jkm-legal');
    if (!legal) throw new Error('the legal clock does not run');
    const { dueAt } = deriveClock(legal, calendar, Date.now(), withSwitches());
    await fastForward(world.temporal, claimWorkflowId(claimId), dueAt - Date.now() + 1_000);
    await until('the breach', async () => rungOf((await recorded(world, claimId)) as ClaimState, 'jkm-legal:1:100'));
    await give(world, claimId, SUPERVISOR, {
      type: 'acknowledgeEscalation',
      rungKey: 'jkm-legal:1:100',
      reason: 'Dialihkan ke petugas lain.',
    });
    await fastForward(world.temporal, claimWorkflowId(claimId), 5 * DAY);
    const claim = await until('the head of branch told', async () => {
      const now = await recorded(world, claimId);
      return now && rungOf(now, 'jkm-legal:1:+1') && now;
    });
    const next = rungOf(claim, 'jkm-legal:1:+1');
    // Service ends at 16.00; four hours of service later would be noon of the next working day, one working day is its 16.00.
    expect(((next?.dueAt ?? 0) - dueAt) % DAY).toBe(0);
    expect(rungOf(claim, 'jkm-legal:1:100')?.acknowledgedBy).toMatchObject({ id: SUPERVISOR.id });
  }, 120_000);
});
