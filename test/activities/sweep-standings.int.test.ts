import { createSweepPass } from '#activities/sweep-pass.ts';
import type { StandingCounts } from '#adapters/metrics/port.ts';
import { RUNG, rungReached } from '../factories/claim-on-record.ts';
import { realNow } from '../support/real-clock.ts';
import { type SweepWorld, startSweepWorld } from '../support/sweep-world.ts';

describe('how open claims stand, counted by a pass of the sweeper', () => {
  let world: SweepWorld;
  beforeAll(async () => {
    world = await startSweepWorld();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('a claim whose deadline was told is late; one of which only half was told, and one that ended, are not', async () => {
    const at = realNow();
    const late = { ...rungReached(at - 1), rungKey: RUNG.replace(':50', ':100'), rung: '100' };
    await world.open(1, { at, rungAt: at - 1, more: [late] });
    await world.open(2, { at, rungAt: at - 1, more: [rungReached(at - 1)] });
    await world.open(3, { at });
    const told: StandingCounts[] = [];
    await world.pass(at, { standings: (counts) => told.push(counts) });
    expect(told).toEqual([{ safe: 2, soon: 0, late: 1 }]);
  }, 60_000);

  test('a record nobody can read stands nowhere and stops no pass', async () => {
    await world.mongo.collection('claims').updateOne({ 'state.rungs': { $size: 0 } }, { $set: { 'state.clocks': 'rusak' } });
    const told: StandingCounts[] = [];
    await world.pass(realNow(), { standings: (counts) => told.push(counts) });
    expect(told).toEqual([{ safe: 1, soon: 0, late: 1 }]);
  }, 60_000);

  test('a pass that goes on after a crash has not seen every claim and says nothing', async () => {
    const told: StandingCounts[] = [];
    const pass = createSweepPass({
      ...world.stores,
      running: world.claims,
      payments: world.payments,
      now: realNow,
      standings: (counts) => told.push(counts),
    });
    const counts = await world.pass(realNow());
    await pass({ startedAt: realNow(), after: '', counts });
    expect(told).toEqual([]);
  }, 60_000);
});
