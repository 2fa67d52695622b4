import type { StatementFault, StatementFaultOrder } from '#schemas/bank/sandbox.ts';
import type { StatementLine } from '#schemas/bank/statement.ts';
import { SnapError } from './snap-error.ts';

type Queued = { readonly order: StatementFaultOrder; left: number };
type Page = readonly object[];

/** Which page of a statement goes wrong, and how. A page without an entry to strike is passed over. */
export class StatementFaults {
  #queue: Queued[] = [];

  order(order: StatementFaultOrder): void {
    this.#queue.push({ order, left: order.times === 'always' ? Number.POSITIVE_INFINITY : order.times });
  }

  clear(): void {
    this.#queue = [];
  }

  /** The page as the bank hands it out. Throws a SnapError while the statement is late. */
  strike(page: readonly StatementLine[]): Page {
    const queued = this.#queue.find(({ order }) => order.kind === 'late' || struckIn(page, order) >= 0);
    if (!queued) return page;
    queued.left -= 1;
    if (queued.left <= 0) this.#queue = this.#queue.filter((other) => other !== queued);
    if (queued.order.kind === 'late') throw new SnapError(202, '00', 'Request In Progress');
    const at = struckIn(page, queued.order);
    const line = page[at];
    return line ? SPOILT[queued.order.kind](page, at, line) : page;
  }
}

function struckIn(page: readonly StatementLine[], { partnerReferenceNo }: StatementFaultOrder): number {
  return page.findIndex(
    ({ type, detailInfo }) =>
      type === 'DEBIT' && (partnerReferenceNo === undefined || detailInfo?.partnerReferenceNo === partnerReferenceNo),
  );
}

type Spoil = (page: readonly StatementLine[], at: number, line: StatementLine) => Page;

const FEE = { currency: 'IDR', value: '2500.00' } as const;
const fee = (line: StatementLine): object => ({ ...line, amount: FEE, remark: 'BIAYA TRANSFER BI-FAST' });
const instead =
  (change: (line: StatementLine) => object): Spoil =>
  (page, at, line) =>
    page.toSpliced(at, 1, change(line) as StatementLine);
const told = (change: (reference: string) => string): Spoil =>
  instead((line) => ({ ...line, detailInfo: { partnerReferenceNo: change(line.detailInfo?.partnerReferenceNo ?? '') } }));
const valued = (change: (value: string) => string): Spoil =>
  instead((line) => ({ ...line, amount: { ...line.amount, value: change(line.amount.value) } }));
const timed = (change: (time: string) => string): Spoil => instead((line) => ({ ...line, transactionDate: change(line.transactionDate) }));

const SPOILT: Readonly<Record<Exclude<StatementFault, 'late'>, Spoil>> = {
  'entry-missing': (page, at) => page.toSpliced(at, 1),
  'entry-twice': (page, at, line) => page.toSpliced(at, 0, line),
  'amount-wrong': valued((value) => `${Number(value) + 1_000}.00`),
  'amount-sen': valued((value) => value.replace(/00$/, '50')),
  'amount-negative': valued((value) => `-${value}`),
  'type-unknown': instead((line) => ({ ...line, type: 'MUTASI' })),
  'other-day': timed((time) => `2019-01-02${time.slice(10)}`),
  'remark-null': instead((line) => ({ ...line, remark: null })),
  'remark-long': instead((line) => ({ ...line, remark: 'TRANSFER '.repeat(200) })),
  'offset-without-colon': timed((time) => time.replace('+07:00', '+0700')),
  'reference-lower': told((reference) => reference.toLowerCase()),
  'reference-padded': told((reference) => `  ${reference}`.padEnd(60)),
  'reference-cut-20': told((reference) => reference.slice(0, 20)),
  'reference-cut-16': told((reference) => reference.slice(0, 16)),
  'reference-missing': instead(({ detailInfo: _detailInfo, ...line }) => line),
  'fee-before': (page, at, line) => [...page.slice(0, at), fee(line), ...page.slice(at)],
  'fee-after': (page, at, line) => [...page.slice(0, at + 1), fee(line), ...page.slice(at + 1)],
  'one-number': (page, _at, { transactionId }) => page.map((line) => ({ ...line, transactionId })),
  reordered: (page) => page.toReversed(),
  'second-later': timed((time) => time.replace(/:(\d)\d([+])/, (_all, ten: string, sign: string) => `:${ten}${'9'}${sign}`)),
};
