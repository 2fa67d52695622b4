import { firstBreak } from '#adapters/mongo/chain.ts';
import { fold } from '#domain/claim/evolve.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { costOf } from '../../bench/histories.ts';
import { storyBefore } from '../factories/story.ts';
import { receivedBy } from '../support/bank.ts';
import { Desk, OFFICER } from '../support/month/desk.ts';
import { approveEverything, claimIdFor, recorded, sendPartnerEvents, workUpToRecommendation } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
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
    const story = storyBefore(realNow(), n);
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

  test('costs no more than 30 actions and 130 events, claim and payout together, when what is decided together is sent together', async () => {
    const publisher = world.kafka.publisher();
    const desk = new Desk(world, 2, 'death', publisher);
    await desk.signCredit();
    await desk.reportDeath();
    // Checked before anybody looks, as it is with people who need a minute for a decision.
    await until('the automatic checks', async () => (await desk.state()).checks);
    await desk.completePapers();
    await desk.give(OFFICER, { type: 'declareComplete' });
    await desk.recommendDeath();
    await desk.approve();
    await desk.reaches('closed');
    await publisher.close();
    const { actions, events } = await costOf(world.temporal.client, claimWorkflowId(desk.claimId));
    expect(actions).toBeLessThanOrEqual(30);
    expect(events).toBeLessThanOrEqual(130);
  }, 60_000);
});
