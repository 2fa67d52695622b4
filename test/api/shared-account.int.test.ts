import { receivedBy } from '../support/bank.ts';
import { recorded } from '../support/people-at-work.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, approve, BANK_CODE, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

const FAMILIES = [81, 82, 83];
const SHARED = '7700000081';
const BENEFIT = 42_000_000;

let world: ApiWorld;
let claims: readonly Reported[];
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
  await world.startIntake().joined();
  await world.bank.openAccount({ bankCode: BANK_CODE, accountNumber: SHARED, holderName: 'PASANGAN CONTOH' });
  const reported = await Promise.all(FAMILIES.map((n) => reportDeath(world, n)));
  claims = reported.map((one) => ({ ...one, payee: { ...one.payee, personName: 'Pasangan Contoh', accountNumber: SHARED } }));
}, 180_000);
afterAll(() => world.close(), 60_000);

const read = async ({ path }: Reported) => accepted(await world.call('petugas.satu', path)).body;

describe('three families’ claims name one account after the checks ran', () => {
  let paid: Reported;
  let stopped: readonly Reported[];

  test('every verdict that rested on the account before is given again, in each of the three', async () => {
    for (const claim of claims) await workUpTo('recommended', world, claim);
    for (const { claimId } of claims) {
      const fraud = await until(`${claimId} to hear of the others`, async () => {
        const found = (await recorded(world, claimId))?.checks?.results.find(({ check }) => check === 'fraud');
        return found?.evidence.some(({ what, found: count }) => what === 'Keluarga lain pada rekening yang sama' && count === '2') && found;
      });
      expect(fraud.result).toBe('ask');
    }
    const views = await Promise.all(claims.map(read));
    const shared = views.map(({ payees }) => payees[0].shared?.claims ?? []);
    expect(shared.map((others) => others.length)).toEqual([0, 1, 2]);
  }, 90_000);

  test('approved at one moment, one is paid and two are stopped before the bank, each with an incident', async () => {
    const approvals = await Promise.all(claims.map((claim) => until('an approval on the page as it is', () => tryApprove(claim))));
    expect(approvals).toEqual([true, true, true]);
    const ends = await Promise.all(claims.map(ended));
    expect(ends.filter((end) => end === 'paid')).toHaveLength(1);
    expect(await receivedBy(world.bank, BANK_CODE, SHARED)).toEqual([BENEFIT]);
    stopped = claims.filter((_claim, index) => ends[index] === 'stopped');
    paid = claims.find((_claim, index) => ends[index] === 'paid') as Reported;
    for (const { claimId } of stopped) {
      expect(await world.stores.incidents.ofClaim(claimId)).toMatchObject([{ kind: 'account-shared' }]);
      expect((await recorded(world, claimId))?.status).toBe('verifying');
    }
  }, 90_000);

  test('without a reason the same account is stopped again, and the officer is told why', async () => {
    const [claim] = stopped as [Reported];
    const { body } = accepted(await world.give('petugas.satu', `${claim.path}/payee-account`, claim.payee));
    expect(body.payees[0].shared).toMatchObject({
      claims: expect.arrayContaining([paid.claimId]),
      text: expect.stringContaining('dihentikan'),
    });
    accepted(await world.give('petugas.satu', `${claim.path}/recommendation`, { outcome: 'pay' }));
    await until('an approval on the page as it is', () => tryApprove(claim));
    expect(await ended(claim)).toBe('stopped');
    expect(await receivedBy(world.bank, BANK_CODE, SHARED)).toEqual([BENEFIT]);
  }, 60_000);

  test('with a reason one person writes and another approves it is paid; the third family, of whom nobody spoke, still is not', async () => {
    const [claim, third] = stopped as [Reported, Reported];
    const payee = { ...claim.payee, sharedReason: 'Satu ibu kehilangan dua anak; kartu keluarga nomor 12 dilihat.' };
    accepted(await world.give('petugas.satu', `${claim.path}/payee-account`, payee));
    accepted(await world.give('petugas.satu', `${claim.path}/recommendation`, { outcome: 'pay' }));
    await until('an approval on the page as it is', () => tryApprove(claim));
    expect((await untilClosed(world, claim)).payouts.at(-1)).toMatchObject({
      state: 'confirmed',
      mayShareWith: expect.arrayContaining([paid.claimId]),
    });
    expect(await receivedBy(world.bank, BANK_CODE, SHARED)).toEqual([BENEFIT, BENEFIT]);
    accepted(await world.give('petugas.satu', `${third.path}/payee-account`, third.payee));
    accepted(await world.give('petugas.satu', `${third.path}/recommendation`, { outcome: 'pay' }));
    await until('an approval on the page as it is', () => tryApprove(third));
    expect(await ended(third)).toBe('stopped');
    expect(await receivedBy(world.bank, BANK_CODE, SHARED)).toEqual([BENEFIT, BENEFIT]);
  }, 90_000);
});

/** A relation found meanwhile makes the page stale, rightly: the approver looks again. */
async function tryApprove(claim: Reported): Promise<boolean> {
  const answer = await approve(world, claim);
  if (answer.body.error === 'stale-view') return false;
  return accepted(answer).status === 200;
}

function ended({ claimId }: Reported): Promise<'paid' | 'stopped'> {
  return until(`the payment of ${claimId} to end`, async () => {
    const claim = await recorded(world, claimId);
    if (claim?.status === 'closed') return 'paid';
    return claim?.payouts.at(-1)?.state === 'refused' && claim.status === 'verifying' ? 'stopped' : undefined;
  });
}
