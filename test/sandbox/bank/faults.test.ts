import fc from 'fast-check';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import { FaultPlan } from '#sandbox/bank/faults.ts';
import { seededRandom } from '#sandbox/bank/random.ts';
import { SENTINELS } from '#sandbox/bank/sentinels.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import { BANK_FAULTS, FaultOrder } from '#schemas/bank/sandbox.ts';
import { makeOrder } from '../../adapters/bank/orders.ts';
import { adapterFor, backOffice, bankOptions, makeKeys } from './bank-client.ts';

const strikes = (plan: FaultPlan, count: number) =>
  Array.from({ length: count }, (_, index) => plan.strike('transfer', { account: '123456', reference: `R${index}` })?.kind);

test('an ordered fault strikes as often as ordered, then never', () => {
  const plan = new FaultPlan();
  plan.order(FaultOrder.parse({ kind: '5xx-before', times: 2 }));
  expect(strikes(plan, 4)).toEqual(['5xx-before', '5xx-before', undefined, undefined]);
  plan.order(FaultOrder.parse({ kind: 'slow', times: 'always' }));
  expect(new Set(strikes(plan, 50))).toEqual(new Set(['slow']));
  plan.clear();
  expect(strikes(plan, 1)).toEqual([undefined]);
});

test('a fault for one account leaves the others alone', () => {
  const plan = new FaultPlan();
  plan.order(FaultOrder.parse({ kind: 'slow', account: '654321' }));
  expect(plan.strike('transfer', { account: '123456' })).toBeUndefined();
  expect(plan.strike('transfer', { account: '654321' })).toEqual({ kind: 'slow' });
});

test('the same seed strikes the same transfers, and about as many as asked for', () => {
  const roll = (seed: number) => {
    const plan = new FaultPlan();
    plan.rollDice({ seed, perMille: 300 });
    return strikes(plan, 2_000);
  };
  expect(roll(7)).toEqual(roll(7));
  expect(roll(7)).not.toEqual(roll(8));
  const struck = roll(7).filter((kind) => kind !== undefined).length;
  expect(struck).toBeGreaterThan(500);
  expect(struck).toBeLessThan(700);
});

test('dice stay between nothing and one', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const roll = seededRandom(seed);
      return Array.from({ length: 20 }, roll).every((value) => value >= 0 && value < 1);
    }),
  );
});

test('every fault has its sentinel account', () => {
  expect(Object.values(SENTINELS).sort()).toEqual([...BANK_FAULTS].sort());
});

describe('behind sentinel accounts', () => {
  const keys = makeKeys();
  let server: RunningBank;
  beforeAll(async () => {
    server = await startBank({ ...bankOptions(keys), slowMs: 0, lateReversalMs: 0 });
  });
  afterAll(() => server.close());

  test.each(Object.entries(SENTINELS))('99%s… is %s by itself, and the book shows at most one payment', async (code, kind) => {
    const bank = adapterFor(server.url, keys, { timeoutMs: 1_000, firstInquiryMs: 0 });
    const order = makeOrder({ bankCode: '130', accountNumber: `99${code}000001`, holderName: 'PENERIMA UJI' });
    const expected = { 'closed-account': 'refused', slow: 'confirmed', 'late-reversal': 'confirmed' } as const;
    const untouched = kind === 'holder-mismatch' || kind === 'duplicate-forgets';
    const state = kind in expected ? expected[kind as keyof typeof expected] : 'unknown';
    expect((await bank.transfer(order)).state).toBe(untouched ? 'confirmed' : state);
    const { entries } = await backOffice(server.url).ledger(partnerReference(order.payoutId));
    expect(entries.filter((entry) => entry.kind === 'transfer').length).toBeLessThanOrEqual(1);
    expect((await bank.inquireAccount(order.payee)).state).toBe(kind === 'closed-account' ? 'refused' : 'found');
  });

  test('an order for a fault that does not exist is explained', async () => {
    const answer = await fetch(`${server.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"kind":"gempa"}',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('kind');
  });
});
