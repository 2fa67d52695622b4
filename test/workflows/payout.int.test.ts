import { createSweepPass } from '#activities/sweep-pass.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { PayoutId } from '#domain/money/payout/payout-id.ts';
import type { BankFault } from '#schemas/bank/sandbox.ts';
import { payoutWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { receivedBy } from '../support/bank.ts';
import { APPROVER, approveEverything, claimIdFor, give, OFFICER, recorded, workUpToRecommendation } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('a payment whose fate the bank does not tell at once', () => {
  let world: World;
  let next = 0;
  const calendar = calendarAround(realNow());
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
    await world.startPayoutsWorker();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  /** A claim of its own, up to the moment before the second person decides. */
  async function recommended(): Promise<{ claimId: ClaimId; n: number; accountNumber: string }> {
    next += 1;
    const n = next;
    const claimId = claimIdFor(world, n);
    const story = storyBefore(realNow(), n);
    await world.bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: `PASANGAN CONTOH ${n}` });
    await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(story, n));
    await workUpToRecommendation(world, claimId, story, n);
    return { claimId, n, accountNumber: story.accountNumber };
  }

  const closedClaim = (claimId: ClaimId): Promise<ClaimState> =>
    until('the claim to close', async () => {
      const claim = await recorded(world, claimId);
      return claim?.status === 'closed' && claim;
    });

  async function factsOf(claimId: ClaimId): Promise<readonly string[]> {
    return (await world.stores.journal.read(claimId)).map((entry) => entry.fact.type);
  }

  test.each<BankFault>(['accepts-then-times-out', '5xx-after', 'drop-connection', 'garbled-answer'])(
    'the bank accepts and then fails (%s): the line is unknown, is asked about, and is paid once',
    async (kind) => {
      const { claimId, accountNumber } = await recommended();
      await world.bank.fault({ kind, account: accountNumber });
      await approveEverything(world, claimId);
      await until('the unknown payment on record', async () => (await factsOf(claimId)).includes('payout.unknown'));
      expect((await recorded(world, claimId))?.status).not.toBe('paid');
      await closedClaim(claimId);
      expect(await receivedBy(world.bank, '130', accountNumber)).toEqual([42_000_000]);
      const facts = await factsOf(claimId);
      expect(facts.filter((type) => type === 'payout.confirmed')).toHaveLength(1);
      expect(facts.indexOf('payout.unknown')).toBeLessThan(facts.indexOf('payout.confirmed'));
    },
    60_000,
  );

  test('the bank fails before it takes the order: it says not found, the same key is sent again, and the family is paid once', async () => {
    const { claimId, accountNumber } = await recommended();
    await world.bank.fault({ kind: '5xx-before', account: accountNumber });
    await approveEverything(world, claimId);
    await closedClaim(claimId);
    expect(await receivedBy(world.bank, '130', accountNumber)).toEqual([42_000_000]);
    const payout = (await world.stores.payouts.ofClaim(claimId))[0];
    expect(payout?.log.map(({ event }) => event.type)).toEqual([
      'holder-matched',
      'sending-begun',
      'fell-silent',
      'not-found',
      'sending-begun',
      'confirmed',
    ]);
  }, 60_000);

  test('the bank stays silent for days: nothing is sent twice, and its word on the fourth day closes the claim', async () => {
    const { claimId, accountNumber } = await recommended();
    await world.bank.fault({ kind: 'accepts-then-times-out', account: accountNumber });
    await world.bank.fault({ kind: 'outage', call: 'transferStatus', times: 6 });
    await approveEverything(world, claimId);
    const unknown = await until('the unknown payment on record', async () => {
      const claim = await recorded(world, claimId);
      return claim?.payouts[0]?.state === 'unknown' && claim.payouts[0];
    });
    await fastForward(world.temporal, payoutWorkflowId(unknown.payoutId, unknown.issue), 4 * 86_400_000);
    await closedClaim(claimId);
    expect(await receivedBy(world.bank, '130', accountNumber)).toEqual([42_000_000]);
  }, 90_000);

  test('the account is closed: the claim goes back to its officer, and the new account is paid only after new eyes, under a new issue', async () => {
    const { claimId, n, accountNumber } = await recommended();
    await world.bank.fault({ kind: 'closed-account', account: accountNumber, call: 'transfer' });
    await approveEverything(world, claimId);
    const returned = await until('the refusal on record', async () => {
      const claim = await recorded(world, claimId);
      return claim?.status === 'verifying' && claim;
    });
    expect(returned.points.payee?.verdict).toBe('returned');
    const again = { type: 'recommend', outcome: 'pay', commandId: 'usul-lagi-1', actor: OFFICER, expectedSeq: returned.seq } as const;
    const refused = await world.claims.submit(claimId, again);
    expect(refused).toMatchObject({ refused: 'point-open' });

    const other = `13100${String(n).padStart(8, '0')}`;
    await world.bank.openAccount({ bankCode: '130', accountNumber: other, holderName: `PASANGAN CONTOH ${n}` });
    const account = await world.stores.accounts.keep(returned.readinessFileId ?? claimId, {
      personId: 'pasangan',
      personName: `Pasangan Contoh ${n}`,
      bankCode: '130',
      accountNumber: other,
    });
    const inquiry = { holder: 'match', ownedByPartner: false } as const;
    await give(world, claimId, OFFICER, {
      type: 'confirmPayeeAccount',
      payeeClass: 'heirs',
      personId: 'pasangan',
      accountRef: account._id,
      inquiry,
    });
    await give(world, claimId, OFFICER, { type: 'recommend', outcome: 'pay' });
    const points = Object.entries((await recorded(world, claimId))?.points ?? {}).filter(([, point]) => point?.verdict === 'open');
    expect(points.map(([point]) => point).sort()).toEqual(['amount', 'payee']);
    const decisions = points.map(([point]) => ({ point: point as 'payee', verdict: 'approve' as const }));
    await give(world, claimId, APPROVER, { type: 'decidePoints', decisions });
    const closed = await closedClaim(claimId);
    expect(await receivedBy(world.bank, '130', accountNumber)).toEqual([]);
    expect(await receivedBy(world.bank, '130', other)).toEqual([42_000_000]);
    const document = await world.stores.payouts.find(closed.payouts[0]?.payoutId as PayoutId);
    expect(document?.payout.issue).toBe(2);
    expect(document?.log.map(({ event }) => event.type)).toContain('reopened');
  }, 90_000);

  test('an account whose holder is somebody else is never paid', async () => {
    const { claimId, accountNumber } = await recommended();
    await world.bank.fault({ kind: 'holder-mismatch', account: accountNumber });
    await approveEverything(world, claimId);
    await until('the refusal on record', async () => (await recorded(world, claimId))?.status === 'verifying');
    expect(await receivedBy(world.bank, '130', accountNumber)).toEqual([]);
  }, 60_000);

  describe('that stays silent', () => {
    async function silent(kind: BankFault): Promise<{ claimId: ClaimId; accountNumber: string; payoutId: string; issue: number }> {
      const { claimId, accountNumber } = await recommended();
      await world.bank.fault({ kind, account: accountNumber });
      await world.bank.fault({ kind: 'outage', call: 'transferStatus', times: 'always' });
      await approveEverything(world, claimId);
      const payout = await until('the unknown payment', async () => {
        const [line] = (await recorded(world, claimId))?.payouts ?? [];
        return line?.state === 'unknown' && line;
      });
      return { claimId, accountNumber, payoutId: payout.payoutId, issue: payout.issue };
    }
    const finding = (line: { payoutId: string; issue: number }, outcome: 'paid' | 'unpaid') => ({
      type: 'resolveUnknownPayout' as const,
      payoutId: line.payoutId,
      issue: line.issue,
      finding: outcome === 'paid' ? { outcome, bankReference: 'RK-2026-118' } : { outcome },
      evidence: 'Rekening koran hari ini.',
    });
    const terminate = ({ payoutId, issue }: { payoutId: string; issue: number }) =>
      world.temporal.client.workflow.getHandle(payoutWorkflowId(payoutId, issue)).terminate('the test kills it');
    afterEach(() => world.bank.clearFaults());

    test('is settled as paid when two people have read the statement, and one of them alone settles nothing', async () => {
      const line = await silent('accepts-then-times-out');
      await give(world, line.claimId, OFFICER, finding(line, 'paid'));
      expect((await recorded(world, line.claimId))?.payouts[0]?.state).toBe('unknown');
      await give(world, line.claimId, APPROVER, finding(line, 'paid'));
      const closed = await closedClaim(line.claimId);
      expect(closed.payouts[0]).toMatchObject({ state: 'confirmed', bankReference: 'RK-2026-118' });
      expect(await receivedBy(world.bank, '130', line.accountNumber)).toEqual([42_000_000]);
    }, 60_000);

    test('is settled as unpaid, and the account is confirmed and approved again before anything is sent', async () => {
      const line = await silent('5xx-before');
      await give(world, line.claimId, APPROVER, finding(line, 'unpaid'));
      await give(world, line.claimId, OFFICER, finding(line, 'unpaid'));
      const claim = await until('the claim back with its officer', async () => {
        const state = await recorded(world, line.claimId);
        return state?.status === 'verifying' && state;
      });
      expect(claim.payouts[0]?.state).toBe('refused');
      expect(await receivedBy(world.bank, '130', line.accountNumber)).toEqual([]);
    }, 60_000);

    test('and whose execution died is begun again by the finding of two people, which would be lost otherwise', async () => {
      const line = await silent('accepts-then-times-out');
      await terminate(line);
      await give(world, line.claimId, OFFICER, finding(line, 'paid'));
      await give(world, line.claimId, APPROVER, finding(line, 'paid'));
      await closedClaim(line.claimId);
      expect(await receivedBy(world.bank, '130', line.accountNumber)).toEqual([42_000_000]);
    }, 60_000);

    test('and whose execution died is found by the sweeper, begun again where it stood, and paid once', async () => {
      const line = await silent('accepts-then-times-out');
      await terminate(line);
      await world.bank.clearFaults();
      const pass = createSweepPass({ ...world.stores, running: world.claims, payments: world.payments, now: realNow, graceMs: 0 });
      // The index of what runs lags behind.
      await until('the pass that finds it', async () => (await pass(undefined)).revivedPayments === 1);
      await closedClaim(line.claimId);
      expect(await receivedBy(world.bank, '130', line.accountNumber)).toEqual([42_000_000]);
      const incidents = await world.stores.incidents.ofClaim(line.claimId);
      expect(incidents).toMatchObject([{ kind: 'payment-not-running', payoutId: line.payoutId }]);
    }, 60_000);
  });
});
