import type { Connection } from 'mongoose';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import { fits, SHORTEST_CUT } from '#domain/money/reconciliation/references.ts';
import { transfersOf } from '#domain/money/reconciliation/transfers.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { type PayoutDocument, payoutsModel } from './payouts-store.ts';

export type PayoutRecordsStore = ReturnType<typeof createPayoutRecordsStore>;

/** Payout lines as reconciliation and reports read them: many at a time, never written. */
export function createPayoutRecordsStore(connection: Connection) {
  const model = payoutsModel(connection);

  return {
    /** Lines of which something was logged in that time, and those the bank still owes an answer. */
    async around(from: Instant, until: Instant): Promise<readonly PayoutDocument[]> {
      const inTime = { log: { $elemMatch: { at: { $gte: from, $lt: until } } } };
      return model.find({ $or: [inTime, { 'payout.state': { $in: ['sending', 'unknown'] } }] }).lean<PayoutDocument[]>();
    },

    /** Lines last confirmed or given back under these numbers of the bank. */
    async ofBankReferences(bankReferences: readonly string[]): Promise<readonly PayoutDocument[]> {
      return model.find({ 'payout.bankReference': { $in: bankReferences } }).lean<PayoutDocument[]>();
    },

    /** The last resort: every line is asked whether one of these words is a reference of its own or a piece of one, as those are in no index. */
    async ofReferences(words: readonly string[]): Promise<readonly PayoutDocument[]> {
      const byStart = Map.groupBy(words, (word) => word.slice(0, SHORTEST_CUT));
      const isWanted = (reference: string): boolean =>
        byStart.get(reference.slice(0, SHORTEST_CUT))?.some((word) => fits(word, reference)) ?? false;
      const found: PayoutDocument[] = [];
      for await (const document of model.find().lean<PayoutDocument>().cursor({ batchSize: 500 })) {
        const { _id, claimId, payout, order, log } = document;
        const sent = transfersOf({ claimId, amount: order.amount, payout, log }).map(({ reference }) => reference);
        const usual = Array.from({ length: Math.max(payout.issue, order.issue) }, (_, index) => partnerReference(_id, index + 1));
        if ([...sent, ...usual].some(isWanted)) found.push(document);
      }
      return found;
    },
  };
}
