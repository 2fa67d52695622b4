import type { JournalStore } from '#adapters/mongo/journal-store.ts';
import type { PayoutRecordsStore } from '#adapters/mongo/payout-records-store.ts';
import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { ReconciliationsStore } from '#adapters/mongo/reconciliations-store.ts';
import { addDays } from '#domain/calendar/day.ts';
import type { Rupiah } from '#domain/money.ts';
import { spanOf } from '#domain/reconciliation/bank-day.ts';
import type { DayInput } from '#domain/reconciliation/match-input.ts';
import type { Statement } from '#domain/reconciliation/statement.ts';
import { type Transfer, transfersOf } from '#domain/reconciliation/transfers.ts';

export type GatherDeps = {
  readonly payoutRecords: PayoutRecordsStore;
  readonly journal: Pick<JournalStore, 'read'>;
  readonly reconciliations: Pick<ReconciliationsStore, 'find' | 'entriesUnder'>;
};

/** A payment booked on one day may have been ordered, or be answered for, a few days off. */
const NEAR_MS = 3 * 86_400_000;
const OURS = /^STN[0-9A-F]{40}I[1-9]\d*$/;

/** Everything of ours that a day's statement may be about. */
export function createGathering({ payoutRecords, journal, reconciliations }: GatherDeps) {
  return async function gather(statement: Statement): Promise<DayInput> {
    const { from, until } = spanOf(statement.day);
    const near = await payoutRecords.around(from - NEAR_MS, until + NEAR_MS);
    const transfers = await transfersOfAll(near);
    const strangers = strangersIn(statement, transfers);
    if (strangers.length > 0) {
      const far = await payoutRecords.ofBankReferences(strangers.map(({ bankReference }) => bankReference));
      transfers.push(...(await transfersOfAll(far.filter((one) => !near.some(({ _id }) => _id === one._id)))));
    }
    const left = strangersIn(statement, transfers).flatMap(({ reference }) => reference ?? []);
    if (left.length > 0) transfers.push(...(await transfersOfAll(await payoutRecords.ofReferences(left))));
    const references = transfers.map(({ reference }) => reference);
    const before = await reconciliations.find(addDays(statement.day, -1));
    return {
      statement,
      transfers,
      elsewhere: (await reconciliations.entriesUnder(references)).filter(({ day }) => day !== statement.day),
      ...(before?.totals === undefined ? {} : { previousClosing: before.totals.closing }),
    };
  };

  async function transfersOfAll(documents: readonly PayoutDocument[]): Promise<Transfer[]> {
    const found: Transfer[] = [];
    for (const document of documents) {
      const { claimId, order, payout, log } = document;
      const amounts = payout.issue > 1 || order.issue > 1 ? await amountsOf(document) : {};
      found.push(...transfersOf({ claimId, amount: order.amount, amounts, payout, log }));
    }
    return found;
  }

  /** The line keeps its last order; what earlier issues were ordered for, the journal knows. */
  async function amountsOf({ _id, claimId }: PayoutDocument): Promise<Readonly<Record<number, Rupiah>>> {
    const amounts: Record<number, Rupiah> = {};
    for (const { fact } of await journal.read(claimId)) {
      if (fact.type === 'payout.ordered' && fact.payout.payoutId === _id) amounts[fact.payout.issue] = fact.payout.amount;
    }
    return amounts;
  }
}

/** Entries under a reference of our making that nobody gathered so far owns. */
function strangersIn({ entries }: Statement, transfers: readonly Transfer[]): Statement['entries'] {
  const known = new Set(transfers.map(({ reference }) => reference));
  return entries.filter(({ reference }) => reference !== undefined && OURS.test(reference) && !known.has(reference));
}
