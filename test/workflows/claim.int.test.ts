import { firstBreak } from '#adapters/mongo/chain.ts';
import { fold } from '#domain/claim/evolve.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { costOf, type HistoryCost } from '../../bench/histories.ts';
import { storyBefore } from '../factories/story.ts';
import { receivedBy } from '../support/bank.ts';
import { approveEverything, claimIdFor, recorded, sendPartnerEvents, workUpToRecommendation } from '../support/people-at-work.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('one claim, from the signed credit to the money in the account', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
    await world.startPayoutsWorker();
    await world.startIntake().joined();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('a full JKM claim pays Rp42,000,000 once, and journal, record and workflow say the same', async () => {
    const n = 1;
    const story = storyBefore(Date.now(), n);
    await world.bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: `PASANGAN CONTOH ${n}` });
    await sendPartnerEvents(world, n, story, { repeat: 3 });
    const claimId = claimIdFor(world, n);
    await workUpToRecommendation(world, claimId, story, n);
    await approveEverything(world, claimId);
    const closed = await until('the claim to close', async () => {
      const claim = await recorded(world, claimId);
      return claim?.status === 'closed' && claim;
    });

    expect(await receivedBy(world.bank, '130', story.accountNumber)).toEqual([42_000_000]);
    expect(closed.payouts.map(({ state, amount }) => ({ state, amount }))).toEqual([{ state: 'confirmed', amount: 42_000_000 }]);
    const entries = await world.stores.journal.read(claimId);
    expect(firstBreak(entries)).toBeUndefined();
    expect(
      fold(
        claimId,
        entries.map((entry) => entry.fact),
      ),
    ).toEqual(closed);
    expect(await world.claims.stateOf(claimId)).toEqual(closed);
    expect(closed.clocks.filter((clock) => clock.stoppedAt === undefined)).toEqual([]);
  }, 60_000);

  async function golden(n: number): Promise<HistoryCost> {
    const story = storyBefore(Date.now(), n);
    await world.bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: `PASANGAN CONTOH ${n}` });
    await sendPartnerEvents(world, n, story);
    const claimId = claimIdFor(world, n);
    // Checked before anybody looks, as it is with people who need a minute for a decision.
    await until('the automatic checks', async () => (await recorded(world, claimId))?.checks);
    await workUpToRecommendation(world, claimId, story, n);
    await approveEverything(world, claimId);
    await until('the claim to close', async () => (await recorded(world, claimId))?.status === 'closed');
    return costOf(world.temporal.client, claimWorkflowId(claimId));
  }

  test('costs no more than 30 actions and 130 events, claim and payout together, with every decision given by itself', async () => {
    const costs = [];
    for (const n of [2, 3, 4]) costs.push(await golden(n));
    // The middle one of three: now and then a message falls between two tasks and costs one more.
    const median = (of: (cost: HistoryCost) => number): number => costs.map(of).sort((one, other) => one - other)[1] ?? Number.NaN;
    expect(median(({ actions }) => actions)).toBeLessThanOrEqual(30);
    expect(median(({ events }) => events)).toBeLessThanOrEqual(130);
  }, 60_000);
});
