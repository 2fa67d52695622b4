import type { PayoutOrdered } from '#domain/claim/facts.ts';
import type { Rupiah } from '#domain/money/money.ts';
import { createReferenceFinder, wordsOf } from '#domain/money/reconciliation/references.ts';
import { type StatementEntry, toldIn, type UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import { type Transfer, transfersOf } from '#domain/money/reconciliation/transfers.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { JournalStore } from './journal-store.ts';
import type { PayoutRecordsStore } from './payout-records-store.ts';
import type { PayoutDocument } from './payouts-store.ts';

export type TransfersDeps = { readonly payoutRecords: PayoutRecordsStore; readonly journal: Pick<JournalStore, 'read'> };

/** A transfer with the order it carries out. */
export type OrderedTransfer = Transfer & { readonly order: PayoutOrdered };

type Line = StatementEntry | UnreadableLine;

/** A payment booked on one day may have been ordered, or be answered for, a few days off. */
const NEAR_MS = 3 * 86_400_000;
const OURS = /^STN[A-Z0-9]{10,}$/;

/** Every transfer of ours that a stretch of time, or the bank's entries of it, may be about: one answer for the proof and for the reports. */
export function createTransfersReader({ payoutRecords, journal }: TransfersDeps) {
  return async function transfersAbout(from: Instant, until: Instant, entries: readonly Line[]): Promise<OrderedTransfer[]> {
    const near = await payoutRecords.around(from - NEAR_MS, until + NEAR_MS);
    const transfers = await transfersOfAll(near);
    const known = new Set(near.map(({ _id }) => _id));
    const addNew = async (documents: readonly PayoutDocument[]): Promise<void> => {
      const fresh = documents.filter(({ _id }) => !known.has(_id));
      for (const { _id } of fresh) known.add(_id);
      transfers.push(...(await transfersOfAll(fresh)));
    };
    const numbers = strangersAmong(entries, transfers).flatMap(({ bankReference }) => bankReference ?? []);
    if (numbers.length > 0) await addNew(await payoutRecords.ofBankReferences(numbers));
    const words = strangersAmong(entries, transfers).flatMap((entry) => wordsOf(toldIn(entry)).filter((word) => OURS.test(word)));
    if (words.length > 0) await addNew(await payoutRecords.ofReferences(words));
    return transfers;
  };

  async function transfersOfAll(documents: readonly PayoutDocument[]): Promise<OrderedTransfer[]> {
    const found: OrderedTransfer[] = [];
    for (const document of documents) {
      const { claimId, order, payout, log } = document;
      const orders = payout.issue > 1 || order.issue > 1 ? await ordersOf(document) : new Map<number, PayoutOrdered>();
      const amounts: Record<number, Rupiah> = Object.fromEntries([...orders].map(([issue, { amount }]) => [issue, amount]));
      const transfers = transfersOf({ claimId, amount: order.amount, amounts, payout, log });
      found.push(...transfers.map((transfer) => ({ ...transfer, order: orders.get(transfer.issue) ?? order })));
    }
    return found;
  }

  /** The line keeps its last order; what earlier issues were ordered for, the journal knows. */
  async function ordersOf({ _id, claimId }: PayoutDocument): Promise<ReadonlyMap<number, PayoutOrdered>> {
    const orders = new Map<number, PayoutOrdered>();
    for (const { fact } of await journal.read(claimId)) {
      if (fact.type === 'payout.ordered' && fact.payout.payoutId === _id) orders.set(fact.payout.issue, fact.payout);
    }
    return orders;
  }
}

/** Lines that no transfer gathered so far owns. */
function strangersAmong(lines: readonly Line[], transfers: readonly Transfer[]): readonly Line[] {
  const find = createReferenceFinder(transfers);
  return lines.filter((line) => find({ ...line, told: toldIn(line) }) === undefined);
}
