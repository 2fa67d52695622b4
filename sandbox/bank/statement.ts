import type { LedgerEntry } from '#schemas/bank/sandbox.ts';
import type { StatementLine, StatementRequest } from '#schemas/bank/statement.ts';
import type { Book } from './book.ts';
import { SnapError } from './snap-error.ts';
import type { StatementFaults } from './statement-faults.ts';
import { bankTime, toAmount } from './wire.ts';

type Drawer = { readonly book: Book; readonly statementFaults: StatementFaults; readonly statementPageSize: number };

/** A page of what moved on the source account. Banks keep seconds, so the last one belongs to the period as a whole. */
export function statementPage({ book, statementFaults, statementPageSize }: Drawer, request: StatementRequest): object {
  const [from, until] = [Date.parse(request.fromDateTime), Date.parse(request.toDateTime) + 1_000];
  if (!(from < until)) throw new SnapError(400, '01', 'Invalid Field Format toDateTime');
  const entries = book.view().entries.flatMap((entry) => moved(entry, book.sourceAccount));
  // The opening of the account is no movement: it is what its first day began with, and every day before.
  const isBefore = ({ entry, at }: Moved): boolean => at < from || entry.kind === 'opening';
  const within = entries.filter((one) => !isBefore(one) && one.at < until);
  const starting = sum(entries.filter(isBefore));
  const page = Number(request.additionalInfo.pageNumber);
  const lines = within.slice((page - 1) * statementPageSize, page * statementPageSize).map(toLine);
  return {
    referenceNo: request.partnerReferenceNo,
    partnerReferenceNo: request.partnerReferenceNo,
    balance: [{ startingBalance: toAmount(starting), endingBalance: toAmount(starting + sum(within)) }],
    hasMore: within.length > page * statementPageSize ? 'Y' : 'N',
    detailData: statementFaults.strike(lines),
  };
}

/** An entry as the source account feels it. */
type Moved = { readonly entry: LedgerEntry; readonly at: number; readonly change: number };

function moved(entry: LedgerEntry, account: string): readonly Moved[] {
  const mine = entry.postings.find((posting) => posting.account === account);
  return mine ? [{ entry, at: Date.parse(entry.at), change: mine.amount }] : [];
}

function sum(entries: readonly Moved[]): number {
  return entries.reduce((total, { change }) => total + change, 0);
}

function toLine({ entry, at, change }: Moved): StatementLine {
  const { bankReference = `SBXE${entry.seq}`, partnerReferenceNo, kind } = entry;
  return {
    transactionId: bankReference,
    transactionDate: bankTime(at),
    type: change < 0 ? 'DEBIT' : 'CREDIT',
    amount: toAmount(Math.abs(change)),
    remark: kind === 'reversal' ? 'REVERSAL' : 'TRANSFER',
    ...(partnerReferenceNo === undefined ? {} : { detailInfo: { partnerReferenceNo } }),
  };
}
