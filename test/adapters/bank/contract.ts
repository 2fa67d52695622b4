import type { BankPort } from '#adapters/bank/port.ts';
import { rupiah } from '#domain/money/money.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { BankRefusal, PayeeAccount, TransferOrder, TransferOutcome, TransferStatus } from '#domain/money/payout/transfer.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import type { StatementEntry } from '#domain/money/reconciliation/statement.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { makeOrder } from './orders.ts';

/** What any bank adapter is tested against: a bank that can be made to fail, and whose own book can be read. */
export type BankUnderTest = {
  readonly bank: BankPort;
  /** Accounts of this bank's test world. */
  readonly accounts: { readonly open: PayeeAccount; readonly closed: PayeeAccount; readonly unknown: PayeeAccount };
  /** Strikes the next transfer. */
  provoke(fault: ContractFault): Promise<void>;
  /** How often money went out for the order, and how often it came back, by the bank's own book. */
  moved(order: TransferOrder): Promise<{ readonly out: number; readonly back: number }>;
};

export type ContractFault =
  | 'accepts-then-times-out'
  | 'slow'
  | '5xx-before'
  | '5xx-after'
  | 'drop-connection'
  | 'drop-before'
  | 'garbled-answer'
  | 'outage'
  | 'closed-account'
  | 'late-reversal'
  | 'duplicate-forgets';

type Row = readonly [ContractFault, TransferOutcome['state'], number, TransferStatus['state']];

/** Fault → what the adapter says, how often money has moved in the end, what the bank says when asked until it is sure. */
const ROWS: readonly Row[] = [
  ['accepts-then-times-out', 'unknown', 1, 'confirmed'],
  ['slow', 'unknown', 1, 'confirmed'],
  ['5xx-after', 'unknown', 1, 'confirmed'],
  ['drop-connection', 'unknown', 1, 'confirmed'],
  ['garbled-answer', 'unknown', 1, 'confirmed'],
  ['5xx-before', 'unknown', 0, 'not-found'],
  ['drop-before', 'unknown', 0, 'not-found'],
  ['outage', 'unknown', 0, 'not-found'],
  ['closed-account', 'refused', 0, 'refused'],
  ['late-reversal', 'confirmed', 1, 'reversed'],
];

/**
 * What every bank adapter must do before it moves any money, whatever its bank speaks. To run it over a new one, in a file of its own:
 *
 *     bankContract('Bank Contoh', () => ({ bank, accounts, provoke, moved }));
 *
 * - `makeBank` is called inside each test, so what it gives may be made in a `beforeAll`; one bank may serve all tests.
 * - `bank` is the adapter with a time-out under two seconds, a first inquiry after one minute and a memory of the bank between one and 89 days.
 * - `accounts.open` takes money and its holder's name comes back as given; `closed` and `unknown` refuse it. Nobody else moves money meanwhile.
 * - `provoke` makes the bank's next transfer go wrong in the way named: by the bank's own test switches, or a proxy in between. `slow` outlasts
 *   the time-out, `late-reversal` gives back at once.
 * - `moved` counts in the bank's book, never in the adapter's answers: the contract is that the two agree.
 *
 * What it does not cover is the bank's own: signatures, tokens, codes. `snap-bank.test.ts` shows those of SNAP beside it.
 */
export function bankContract(name: string, makeBank: () => BankUnderTest): void {
  const order = (changes: Partial<TransferOrder> = {}) => makeOrder(makeBank().accounts.open, changes);

  describe(`${name}: account inquiry`, () => {
    test('the holder’s name comes back as the bank writes it', async () => {
      const { bank, accounts } = makeBank();
      expect(await bank.inquireAccount(accounts.open)).toEqual({ state: 'found', holderName: accounts.open.holderName });
    });

    test.each<['closed' | 'unknown', BankRefusal]>([
      ['closed', 'account-closed'],
      ['unknown', 'account-unknown'],
    ])('a %s account is refused with its reason', async (which, reason) => {
      const { bank, accounts } = makeBank();
      expect(await bank.inquireAccount(accounts[which])).toMatchObject({ state: 'refused', reason });
    });
  });

  describe(`${name}: transfer`, () => {
    test('a confirmed transfer has moved once and is found again under the same bank reference', async () => {
      const { bank, moved } = makeBank();
      const paid = order();
      const outcome = await bank.transfer(paid);
      expect(outcome).toMatchObject({ state: 'confirmed', bankReference: expect.stringMatching(/./) });
      expect(await moved(paid)).toEqual({ out: 1, back: 0 });
      const { bankReference } = outcome as { bankReference: string };
      expect(await bank.transferStatus(paid)).toMatchObject({ state: 'confirmed', bankReference });
    });

    test.each(ROWS)('after %s the outcome is %s, the book shows %d payment, and asking ends in %s', async (fault, state, out, answer) => {
      const { bank, moved, provoke } = makeBank();
      const struck = order();
      await provoke(fault);
      expect((await bank.transfer(struck)).state).toBe(state);
      const last = await until(`the bank to say ${answer}`, async () => {
        const status = await bank.transferStatus(struck);
        return status.state === answer ? status : undefined;
      });
      expect(last.state).toBe(answer);
      expect(await moved(struck)).toEqual({ out, back: fault === 'late-reversal' ? 1 : 0 });
    });

    test('an order to an account the bank does not know is refused and stays refused', async () => {
      const { bank, accounts, moved } = makeBank();
      const lost = makeOrder(accounts.unknown);
      expect(await bank.transfer(lost)).toMatchObject({ state: 'refused', reason: 'account-unknown' });
      expect(await bank.transferStatus(lost)).toMatchObject({ state: 'refused', reason: 'account-unknown' });
      expect(await moved(lost)).toEqual({ out: 0, back: 0 });
    });

    test('a reused reference is unknown: neither paid again nor failed', async () => {
      const { bank, moved } = makeBank();
      const first = order();
      await bank.transfer(first);
      expect(await bank.transfer({ ...first, attempt: 2 })).toMatchObject({ state: 'unknown', why: 'reference-conflict' });
      expect(await bank.transfer(first)).toMatchObject({ state: 'unknown', why: 'reference-conflict' });
      expect(await moved(first)).toEqual({ out: 1, back: 0 });
    });

    test('reference reused after the rail’s window pays twice, so the adapter’s key is no licence to repeat', async () => {
      const { bank, moved, provoke } = makeBank();
      const first = order();
      await bank.transfer(first);
      await provoke('duplicate-forgets');
      expect((await bank.transfer({ ...first, attempt: 2 })).state).toBe('confirmed');
      expect(await moved(first)).toEqual({ out: 2, back: 0 });
    });

    test('an order the bank never had may go again under its reference, and then moves once', async () => {
      const { bank, moved, provoke } = makeBank();
      const struck = order();
      await provoke('drop-before');
      expect((await bank.transfer(struck)).state).toBe('unknown');
      expect(await bank.transferStatus(struck)).toEqual({ state: 'not-found' });
      expect((await bank.transfer({ ...struck, attempt: 2 })).state).toBe('confirmed');
      expect(await moved(struck)).toEqual({ out: 1, back: 0 });
    });
  });

  describe(`${name}: transfer status`, () => {
    test('a bank that has had no time to know an order cannot be believed when it does not know it', async () => {
      const now = realNow();
      const status = await makeBank().bank.transferStatus(order({ sentAt: now, firstSentAt: now }));
      expect(status).toMatchObject({ state: 'unknown', why: 'asked-too-early' });
    });

    test('a bank that has had time to forget an order cannot be believed when it does not know it', async () => {
      const status = await makeBank().bank.transferStatus(order({ firstSentAt: realNow() - 90 * 86_400_000 }));
      expect(status).toMatchObject({ state: 'unknown', why: 'bank-may-have-forgotten' });
    });

    test('an answer about another amount or another account settles nothing', async () => {
      const { bank, accounts } = makeBank();
      const paid = order();
      await bank.transfer(paid);
      const settled = { state: 'unknown', why: 'answer-about-something-else' };
      expect(await bank.transferStatus({ ...paid, amount: rupiah(paid.amount + 1) })).toMatchObject(settled);
      expect(await bank.transferStatus({ ...paid, payee: accounts.closed })).toMatchObject(settled);
      expect((await bank.transferStatus(paid)).state).toBe('confirmed');
    });
  });

  describe(`${name}: statement`, () => {
    test('money that left is on the statement of its day, once and under our reference; what was refused is not', async () => {
      const { bank, accounts } = makeBank();
      const [paid, lost] = [order(), makeOrder(accounts.unknown)];
      const before = bankDayOf(realNow());
      await bank.transfer(paid);
      await bank.transfer(lost);
      const found: StatementEntry[] = [];
      for (const day of new Set([before, bankDayOf(realNow())])) for await (const page of bank.statement(day)) found.push(...page.entries);
      const under = (one: TransferOrder) => found.filter(({ reference }) => reference === partnerReference(one.payoutId, one.issue));
      expect(under(paid)).toEqual([expect.objectContaining({ direction: 'out', amount: paid.amount })]);
      expect(under(lost)).toEqual([]);
    });

    test('the balances of a day are the same on every page and differ by what its entries moved', async () => {
      const { bank } = makeBank();
      await bank.transfer(order());
      let moved = 0;
      const balances = new Set<number>();
      for await (const { opening, closing, entries } of bank.statement(bankDayOf(realNow()))) {
        moved += entries.reduce((sum, { direction, amount }) => sum + (direction === 'out' ? -amount : amount), 0);
        balances.add(closing - opening);
      }
      expect([...balances]).toEqual([moved]);
    });
  });
}
