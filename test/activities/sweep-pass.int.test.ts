import { SWEEP_GRACE_MS } from '#activities/sweep-claim.ts';
import { NOTHING_SWEPT } from '#activities/sweep-counts.ts';
import { createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal } from '#adapters/temporal/connection.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';
import { claimIdOf, factsOnRecord, type OnRecord, putOnRecord, RUNG, rungReached } from '../factories/claim-on-record.ts';
import { realNow } from '../support/real-clock.ts';
import { testStack } from '../support/stack.ts';
import { type SweepWorld, startSweepWorld } from '../support/sweep-world.ts';
import { until } from '../support/until.ts';

/** An instant the test chooses is the pass's own now, so nothing here waits. */
const NOW = realNow();
const MINUTE = 60_000;
const BEFORE = NOW - 2 * MINUTE;
const MISSED: OnRecord = { at: BEFORE, rungAt: NOW - MINUTE };

describe('one pass of the sweeper', () => {
  let world: SweepWorld;
  beforeAll(async () => {
    world = await startSweepWorld();
  }, 60_000);
  afterEach(() => world.clear(), 60_000);
  afterAll(() => world.close(), 60_000);

  const incidents = () => world.stores.incidents.open();
  /** Temporal's index lags a little behind what runs. */
  const listed = (...claimIds: Parameters<SweepWorld['claims']['runningAmong']>[0]) =>
    until('the index', async () => (await world.claims.runningAmong(claimIds)).size === claimIds.length);

  test('a rung that should have been told is an incident with its lateness, and the claim is woken', async () => {
    const { claimId } = await world.open(1, MISSED);
    expect(await world.pass(NOW)).toEqual({ ...NOTHING_SWEPT, claims: 1, missed: 1, woken: 1, lagMs: MINUTE });
    expect(await incidents()).toEqual([
      {
        _id: `rung-missed:${claimId}:${RUNG}`,
        kind: 'rung-missed',
        claimId,
        rungKey: RUNG,
        dueAt: NOW - MINUTE,
        foundAt: NOW,
        lastSeenAt: NOW,
        timesSeen: 1,
      },
    ]);
  });

  test('a rung missed for many passes is one incident seen many times, and a claim that does not hear is woken less and less', async () => {
    const { claimId } = await world.open(1, MISSED);
    const passes = Array.from({ length: 30 }, (_, index) => NOW + index * MINUTE);
    let woken = 0;
    for (const now of passes) woken += (await world.pass(now)).woken;
    expect(woken).toBe(12);
    expect(await world.stores.incidents.ofClaim(claimId)).toMatchObject([{ foundAt: NOW, timesSeen: 30, lastSeenAt: passes.at(-1) }]);
    expect(await world.stores.incidents.countSince(NOW)).toMatchObject({ 'rung-missed': 1 });
  });

  test('an incident is over when a pass no longer finds it', async () => {
    const { claimId } = await world.open(1, MISSED);
    await world.pass(NOW);
    const facts = factsOnRecord(MISSED);
    const told = factsOnRecord({ ...MISSED, more: [rungReached(NOW - MINUTE)] });
    await world.stores.journal.append(claimId, facts.length + 1, told.slice(facts.length));
    await putOnRecord(world.stores, claimId, told);
    expect(await world.pass(NOW + MINUTE)).toEqual({ ...NOTHING_SWEPT, claims: 1 });
    expect(await incidents()).toEqual([]);
    expect(await world.stores.incidents.ofClaim(claimId)).toMatchObject([{ resolvedAt: NOW + MINUTE, timesSeen: 1 }]);
  });

  test('a rung just due is left to the claim itself, to the millisecond', async () => {
    const dueAt = NOW - SWEEP_GRACE_MS;
    await world.open(1, { at: BEFORE, rungAt: dueAt });
    expect(await world.pass(NOW - 1)).toEqual({ ...NOTHING_SWEPT, claims: 1 });
    expect(await world.pass(NOW)).toMatchObject({ missed: 1, woken: 1, lagMs: SWEEP_GRACE_MS });
  });

  test('a claim that has just heard of a clock started in the past is woken, and called late only if it stays silent', async () => {
    await world.open(1, { at: NOW - 1_000, rungAt: NOW - MINUTE });
    expect(await world.pass(NOW)).toMatchObject({ missed: 0, woken: 1 });
    expect(await incidents()).toEqual([]);
    expect(await world.pass(NOW + MINUTE)).toMatchObject({ missed: 1, woken: 1 });
  });

  test('a thousand claims that owe nothing cause no incident and are left in peace', async () => {
    const healthy: readonly OnRecord[] = [
      { at: BEFORE },
      { at: BEFORE, rungAt: NOW + MINUTE },
      { at: BEFORE, rungAt: NOW - SWEEP_GRACE_MS + 1 },
      { at: BEFORE, rungAt: NOW - MINUTE, more: [rungReached(NOW - MINUTE)] },
      { at: BEFORE, rungAt: NOW - MINUTE, more: [{ type: 'sla.clock-stopped', clock: 'stage-1-report', stoppedAt: NOW - 2 * MINUTE }] },
    ];
    for (let from = 0; from < 1_000; from += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => world.open(from + index, healthy[index % healthy.length] ?? { at: BEFORE })),
      );
    }
    expect(await world.pass(NOW)).toEqual({ ...NOTHING_SWEPT, claims: 1_000 });
    expect(await incidents()).toEqual([]);
  }, 120_000);

  test('a closed claim is not looked at', async () => {
    await world.open(1, { ...MISSED, more: [{ type: 'claim.closed' }] });
    expect(await world.pass(NOW)).toEqual(NOTHING_SWEPT);
  });

  test.each<[string, object]>([
    ['no state at all', { state: null }],
    ['no clocks', { 'state.clocks': 'none' }],
    ['a clock nobody knows', { 'state.clocks': [{ clock: 'lunar', generation: 1, startedAt: 1, pauses: [] }] }],
    ['a clock without a start', { 'state.clocks': [{ clock: 'stage-1-report', generation: 1, pauses: [] }] }],
    ['no rungs', { 'state.rungs': 7 }],
    ['no calendar', { 'state.calendar': [] }],
    ['no time of its last change', { 'state.updatedAt': 'yesterday' }],
    ['a status nobody knows', { status: 'lost-in-the-post', 'state.clocks': null }],
  ])('a record with %s is an incident, and the claims around it are looked at all the same', async (_what, broken) => {
    const states = await Promise.all([1, 2, 3].map((n) => world.open(n, MISSED)));
    const ids = states.map(({ claimId }) => claimId).sort();
    const [first, middle, last] = ids;
    await world.mongo.collection<{ _id: string }>('claims').updateOne({ _id: middle ?? '' }, { $set: broken });
    expect(await world.pass(NOW)).toMatchObject({ claims: 3, missed: 2, woken: 2, unreadable: 1 });
    const found = (await incidents()).map(({ kind, claimId }) => `${kind} ${claimId}`);
    expect(found.sort()).toEqual([`record-unreadable ${middle}`, `rung-missed ${first}`, `rung-missed ${last}`]);
  });

  test('a number that is no claim number is an incident, and is asked of nobody', async () => {
    const { claimId } = await world.open(1, MISSED);
    const document = await world.stores.claims.find(claimId);
    await world.mongo.collection<{ _id: string }>('claims').insertOne({ ...document, _id: "STN-' OR ''='" });
    expect(await world.pass(NOW)).toMatchObject({ claims: 2, missed: 1, unreadable: 1, unreached: 0 });
  });

  test('a claim whose calendar nobody kept is an incident of its own: its deadlines are unknown, not met', async () => {
    const { claimId } = await world.open(1, MISSED);
    const calendar = { id: 'ntt', version: 99 };
    await world.mongo.collection<{ _id: string }>('claims').updateOne({ _id: claimId }, { $set: { 'state.calendar': calendar } });
    expect(await world.pass(NOW)).toEqual({ ...NOTHING_SWEPT, claims: 1 });
    expect(await incidents()).toMatchObject([{ kind: 'calendar-missing', claimId }]);
  });

  test('a deadline, or a compensation, that no calendar reaches is an incident: unknown is not in order', async () => {
    const { claimId } = await world.open(1, { at: BEFORE });
    const promise = { clock: 'jkm-legal', generation: 1, startedAt: NOW + 4 * 365 * 24 * 60 * MINUTE, pauses: [] };
    const compensationUnknown = { clock: 'jkm-legal', generation: 1, round: 1, since: BEFORE };
    const broken = { 'state.clocks': [promise], 'state.compensationUnknown': compensationUnknown };
    await world.mongo.collection<{ _id: string }>('claims').updateOne({ _id: claimId }, { $set: broken });
    await world.pass(NOW);
    expect((await incidents()).map(({ kind }) => kind).sort()).toEqual(['compensation-unknown', 'deadline-unknown']);
    await world.mongo
      .collection<{ _id: string }>('claims')
      .updateOne({ _id: claimId }, { $set: { 'state.clocks': [] }, $unset: { 'state.compensationUnknown': 1 } });
    await world.pass(NOW + MINUTE);
    expect(await incidents()).toEqual([]);
  });

  test('a claim nobody works on is an incident and is started again, though it owes nothing', async () => {
    const { claimId } = await world.open(1, { at: BEFORE });
    await world.end(claimId);
    await until('the index', async () => (await world.claims.runningAmong([claimId])).size === 0);
    expect(await world.pass(NOW)).toEqual({ ...NOTHING_SWEPT, claims: 1, revived: 1 });
    expect(await incidents()).toMatchObject([{ kind: 'claim-not-running', claimId }]);
    expect(await world.claims.isRunning(claimId)).toBe(true);
    await listed(claimId);
    expect(await world.pass(NOW + MINUTE)).toEqual({ ...NOTHING_SWEPT, claims: 1 });
    expect(await incidents()).toEqual([]);
    await world.end(claimId);
  });

  test('a claim that ended while the pass was on its way is not brought back from the dead', async () => {
    const stale = factsOnRecord(MISSED);
    const state = await putOnRecord(world.stores, claimIdOf(world.name, 1), stale);
    const { claimId } = state;
    const ended = factsOnRecord({ ...MISSED, more: [{ type: 'claim.closed' }] });
    await world.stores.journal.append(claimId, stale.length + 1, ended.slice(stale.length));
    expect(await world.pass(NOW)).toMatchObject({ claims: 1, revived: 0, woken: 0 });
    expect(await world.claims.isRunning(claimId)).toBe(false);
    expect((await incidents()).map(({ kind }) => kind)).toEqual(['rung-missed']);
  });

  test('a claim whose journal was tampered with is not started from it', async () => {
    const { claimId } = await putOnRecord(world.stores, claimIdOf(world.name, 1), factsOnRecord({ at: BEFORE }));
    await world.mongo.collection('journal').updateOne({ claimId, seq: 1 }, { $set: { 'fact.institutionId': 'bank-lain' } });
    expect(await world.pass(NOW)).toMatchObject({ claims: 1, revived: 0, unreadable: 1 });
    expect(await world.claims.isRunning(claimId)).toBe(false);
    expect(await incidents()).toMatchObject([{ kind: 'record-unreadable', claimId }]);
  });

  test('when Temporal does not answer, what was missed is noted all the same, and the next pass wakes', async () => {
    const { claimId } = await world.open(1, MISSED);
    const gone = await connectTemporal(testStack().temporalAddress, 'default');
    const running = createClaimGateway(gone.client, taskQueues(world.name));
    await gone.close();
    // The claim, and the question which workflows fail.
    expect(await world.pass(NOW, { running })).toMatchObject({ claims: 1, missed: 1, woken: 0, unreached: 2 });
    expect(await incidents()).toMatchObject([{ kind: 'rung-missed', claimId }]);
    expect(await world.pass(NOW + MINUTE)).toMatchObject({ missed: 1, woken: 1, unreached: 0 });
  });
});
