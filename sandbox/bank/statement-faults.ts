import type { StatementFaultOrder } from '#schemas/bank/sandbox.ts';
import type { StatementLine } from '#schemas/bank/statement.ts';
import { SnapError } from './snap-error.ts';

type Queued = { readonly order: StatementFaultOrder; left: number };

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
  strike(page: readonly StatementLine[]): readonly StatementLine[] {
    const queued = this.#queue.find(({ order }) => order.kind === 'late' || struckIn(page, order) >= 0);
    if (!queued) return page;
    queued.left -= 1;
    if (queued.left <= 0) this.#queue = this.#queue.filter((other) => other !== queued);
    return spoilt(page, queued.order);
  }
}

function struckIn(page: readonly StatementLine[], { partnerReferenceNo }: StatementFaultOrder): number {
  return page.findIndex(
    ({ type, detailInfo }) =>
      type === 'DEBIT' && (partnerReferenceNo === undefined || detailInfo?.partnerReferenceNo === partnerReferenceNo),
  );
}

function spoilt(page: readonly StatementLine[], order: StatementFaultOrder): readonly StatementLine[] {
  const at = struckIn(page, order);
  const line = page[at];
  switch (order.kind) {
    case 'late':
      throw new SnapError(202, '00', 'Request In Progress');
    case 'entry-missing':
      return page.toSpliced(at, 1);
    case 'entry-twice':
      return line ? page.toSpliced(at, 0, line) : page;
    case 'amount-wrong':
      return line ? page.with(at, { ...line, amount: { ...line.amount, value: `${Number(line.amount.value) + 1_000}.00` } }) : page;
    default:
      return order.kind satisfies never;
  }
}
