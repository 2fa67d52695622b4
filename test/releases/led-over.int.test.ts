import { createSweepPass } from '#activities/sweep-pass.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { receivedBy } from '../support/bank.ts';
import { approveEverything, recorded, workUpToRecommendation } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { envOf, runSantun } from '../support/run-santun.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { type Captured, fillWith, readStore } from './store.ts';

// Three claims as release 0.2.0 left them, one of them paid; their workflows are gone, as after a restore, and this release goes on.
const store = readStore('0.2.0');
const { closed, recommended, registered } = store.claims;
const BANK_CODE = '130';
const FAMILY = { recommended: 2, registered: 3 } as const;

let world: World;
beforeAll(async () => {
  world = await startWorld({ personKey: store.personKey, fill: (mongo) => fillWith(store, mongo) });
  for (const [name, n] of Object.entries(FAMILY)) {
    const { accountNumber } = store.claims[name as keyof typeof FAMILY];
    await world.bank.openAccount({ bankCode: BANK_CODE, accountNumber, holderName: `PASANGAN CONTOH ${n}` });
  }
  await Promise.all([world.startClaimsWorker(), world.startPayoutsWorker()]);
}, 120_000);
afterAll(async () => {
  // Servers a developer holds open live on, and these claims have the same numbers in every run.
  for (const { claimId } of [recommended, registered]) {
    await world.temporal.client.workflow
      .getHandle(`claim:${claimId}`)
      .terminate('the test is over')
      .catch(() => undefined);
  }
  await world.close();
}, 60_000);

const paid = (claim: Captured): Promise<ClaimState> =>
  until(`the family of ${claim.claimId} paid`, async () => {
    const state = await recorded(world, claim.claimId);
    return state?.payouts.some((payout) => payout.state === 'confirmed' && payout.amount === 42_000_000) && state;
  });
const received = ({ accountNumber }: Captured): Promise<readonly number[]> => receivedBy(world.bank, BANK_CODE, accountNumber);
const santun = async (...args: string[]): Promise<{ readonly code: number | null; readonly stdout: string }> =>
  runSantun(args, { ...(await envOf(world)), SANTUN_PERSON_KEY: store.personKey });

describe('a store written by release 0.2.0', () => {
  test('is sound to this release: its chains, its decisions, and records that a rebuild would not change', async () => {
    expect(await santun('verify-journal')).toMatchObject({ code: 0, stdout: expect.stringContaining('semua rantai utuh') });
    const replayed = await santun('replay-decisions', closed.claimId);
    expect(replayed).toMatchObject({ code: 0 });
    expect(await santun('rebuild', '--dry-run')).toMatchObject({ code: 0 });
  }, 60_000);

  test('its open claims run again from their records, and the one that ended does not', async () => {
    const pass = createSweepPass({ ...world.stores, running: world.claims, payments: world.payments, now: realNow });
    expect(await pass(undefined)).toMatchObject({ claims: 2, revived: 2, unreadable: 0 });
    expect(await world.claims.isRunning(closed.claimId)).toBe(false);
    for (const { claimId } of [recommended, registered]) {
      expect(await world.claims.stateOf(claimId)).toEqual(await recorded(world, claimId));
    }
  }, 60_000);

  test('what its officer recommended is approved and paid once', async () => {
    await approveEverything(world, recommended.claimId);
    await paid(recommended);
    expect(await received(recommended)).toEqual([42_000_000]);
  }, 60_000);

  test('what was only reported is worked on to the money', async () => {
    await workUpToRecommendation(world, registered.claimId, registered, FAMILY.registered);
    await approveEverything(world, registered.claimId);
    await paid(registered);
    expect(await received(registered)).toEqual([42_000_000]);
  }, 60_000);

  test('what it had paid is not paid again', async () => {
    expect(await received(closed)).toEqual([]);
    expect(await recorded(world, closed.claimId)).toEqual(store.collections.claims?.find(({ _id }) => _id === closed.claimId)?.state);
  });

  test('afterwards the whole store is sound again', async () => {
    expect(await santun('verify-journal')).toMatchObject({ code: 0, stdout: expect.stringContaining('semua rantai utuh') });
    for (const { claimId } of [closed, recommended, registered])
      expect(await santun('replay-decisions', claimId)).toMatchObject({ code: 0 });
    expect(await santun('rebuild', '--dry-run')).toMatchObject({ code: 0 });
  }, 60_000);
});
