import { isDeepStrictEqual } from 'node:util';
import { createSweepPass } from '#activities/sweep-pass.ts';
import { firstBreak } from '#adapters/mongo/chain.ts';
import { keepSweepSchedule } from '#adapters/temporal/sweep-schedule.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { claimWorkflowId, sweepScheduleId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { claimIdOf, factsOnRecord, putOnRecord, RUNG } from '../factories/claim-on-record.ts';
import { recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const TWO_MINUTES = 120_000;
const EVERY_MS = 2_000;

/** Starts a claim whose clock passes its first rung at `rungAt`. */
async function startClaim(world: World, n: number, rungAt: number): Promise<ClaimId> {
  const at = Math.min(realNow(), rungAt) - 60_000;
  const state = await putOnRecord(world.stores, claimIdOf(world.groupId, n), factsOnRecord({ at, rungAt }));
  const answer = await world.claims.revive({ claimId: state.claimId, calendar: calendarAround(at), switches: {}, state });
  if (answer !== 'revived') throw new Error(`${state.claimId} runs already`);
  return state.claimId;
}

const told = (world: World, claimId: ClaimId) =>
  until('the rung told', async () => (await recorded(world, claimId))?.rungs.some(({ key }) => key === RUNG), TWO_MINUTES);

/** The workflow may be about to record what it holds, such as its automatic checks. */
const agreed = (world: World, claimId: ClaimId) =>
  until('workflow and record to say the same', async () =>
    isDeepStrictEqual(await world.claims.stateOf(claimId), await recorded(world, claimId)),
  );

async function rungsInJournal(world: World, claimId: ClaimId): Promise<readonly string[]> {
  const entries = await world.stores.journal.read(claimId);
  expect(firstBreak(entries)).toBeUndefined();
  return entries.flatMap(({ fact }) => (fact.type === 'sla.rung-reached' ? [fact.rungKey] : []));
}

describe('a claim whose own alarm has failed', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker(undefined, 'test/support/claim-without-alarm.ts');
    await world.startSweeper();
    await keepSweepSchedule(world.temporal.client, world.queues, EVERY_MS);
  }, 60_000);
  afterAll(async () => {
    await world.temporal.client.schedule.getHandle(sweepScheduleId(world.queues)).delete();
    await world.close();
  }, 60_000);

  test('is found by the sweeper within two minutes: the rung is told once, one incident is counted, and nothing fires twice', async () => {
    const begunAt = realNow();
    const rungAt = begunAt + 2_000;
    const claimId = await startClaim(world, 1, rungAt);
    await told(world, claimId);
    // A later pass has looked at the claim again and found nothing left to tell.
    const [incident] = await until('the incident to be over', async () => {
      const found = await world.stores.incidents.ofClaim(claimId);
      return found.length > 0 && found.every(({ resolvedAt }) => resolvedAt !== undefined) && found;
    });
    expect(await rungsInJournal(world, claimId)).toEqual([RUNG]);
    expect(incident).toMatchObject({ kind: 'rung-missed', rungKey: RUNG, dueAt: rungAt });
    expect(await world.stores.incidents.countSince(begunAt)).toMatchObject({ 'rung-missed': 1, 'claim-not-running': 0 });

    const { events } = await world.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).fetchHistory();
    const timers = (events ?? []).filter((event) => event.timerStartedEventAttributes);
    expect(timers).toEqual([]);
    const wakes = (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes?.signalName === 'wake');
    const records = (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'recordFacts');
    expect(wakes).toHaveLength(incident?.timesSeen ?? 0);
    // One for the rung; one for the automatic checks, which a claim from the record runs again.
    expect(records.length).toBeLessThanOrEqual(2);
  }, 180_000);
});

describe('claims and their alarms, with the sweeper beside them', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('a claim whose workflow was terminated is started again from its record, and tells what it owed, once', async () => {
    const claimId = await startClaim(world, 1, realNow() + 3_600_000);
    await world.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).terminate('an operator slipped');
    const owing = claimIdOf(world.groupId, 2);
    const before = realNow() - 120_000;
    await putOnRecord(world.stores, owing, factsOnRecord({ at: before, rungAt: before + 30_000 }));
    const pass = createSweepPass({ ...world.stores, running: world.claims, payments: world.payments, now: realNow });
    let revived = 0;
    // The index of running workflows may not have heard of the termination yet: the pass that sees it brings the claim back.
    await until('both claims back', async () => {
      revived += (await pass(undefined)).revived;
      return (await world.claims.isRunning(claimId)) && (await world.claims.isRunning(owing));
    });
    expect(revived).toBe(2);
    await told(world, owing);
    await pass(undefined);
    expect(await rungsInJournal(world, owing)).toEqual([RUNG]);
    expect(await rungsInJournal(world, claimId)).toEqual([]);
    const kinds = (await world.stores.incidents.ofClaim(owing)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['claim-not-running', 'rung-missed']);
    await agreed(world, owing);
  }, 60_000);

  test('the sweeper and the alarm race for the same instant, many times over: each rung is told once', async () => {
    const rungAt = realNow() + 3_000;
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => startClaim(world, 100 + n, rungAt)));
    const pass = createSweepPass({ ...world.stores, running: world.claims, payments: world.payments, now: realNow, graceMs: 0 });
    await until('every rung told', async () => {
      await Promise.all([pass(undefined), pass(undefined)]);
      const states = await Promise.all(claims.map((claimId) => recorded(world, claimId)));
      return states.every((state) => state?.rungs.some(({ key }) => key === RUNG));
    });
    await Promise.all(claims.map((claimId) => world.claims.wake(claimId)));
    for (const claimId of claims) {
      expect(await rungsInJournal(world, claimId)).toEqual([RUNG]);
      await agreed(world, claimId);
    }
  }, 60_000);
});

describe('the schedule of the sweeper', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('is made once, however many processes start, follows a changed interval, and never runs two passes at a time', async () => {
    const { client } = world.temporal;
    const schedule = client.schedule.getHandle(sweepScheduleId(world.queues));
    try {
      await Promise.all([1, 2, 3].map(() => keepSweepSchedule(client, world.queues, 60_000)));
      // The server answers before it has done, and may do an update after the pause that came later: an operator looks, and pauses again.
      await until('the pause', async () => {
        await schedule.pause('an operator looks into something');
        return (await schedule.describe()).state.paused;
      });
      await keepSweepSchedule(client, world.queues, 30_000);
      const { spec, policies, state, action } = await schedule.describe();
      expect(spec.intervals?.map(({ every }) => every)).toEqual([30_000]);
      expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 60_000 });
      expect(state).toMatchObject({ paused: true, note: 'an operator looks into something' });
      expect(action).toMatchObject({ workflowType: 'sweep', taskQueue: world.queues.sweeper });
    } finally {
      await schedule.delete();
    }
  }, 60_000);
});

describe('a claim whose workflow fails whenever it is worked on', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker(undefined, 'test/support/claim-that-fails.ts');
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('is an incident within two minutes, although it runs and the store shows nothing amiss', async () => {
    const claimId = await startClaim(world, 1, realNow() + 86_400_000);
    const pass = createSweepPass({ ...world.stores, running: world.claims, payments: world.payments, now: realNow });
    await until('the pass that finds it', async () => (await pass(undefined)).failing === 1, TWO_MINUTES);
    expect(await world.stores.incidents.ofClaim(claimId)).toMatchObject([{ kind: 'workflow-failing', claimId }]);
    await world.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).terminate('the test is done with it');
  }, 150_000);
});
