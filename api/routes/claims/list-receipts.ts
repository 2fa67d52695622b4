import { endpoint } from '#api/endpoint.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { ReceiptsReply } from '#schemas/http/replies/claims.ts';
import { readFor } from '#services/claims/claim-access.ts';
import { toReceiptRow } from '#services/claims/receipt-view.ts';

export const listReceipts = endpoint({
  method: 'GET',
  url: '/claims/:claimId/receipts',
  action: 'read-receipts',
  about: 'Every decision about a claim with the number of its receipt.',
  params: ClaimPath,
  reply: ReceiptsReply,
  async handle({ actor, params }, deps) {
    const { claimId } = await readFor(actor, params.claimId, deps);
    const journal = await deps.stores.journal.read(claimId);
    const receipts = journal.flatMap((entry) => (entry.fact.receipt ? [toReceiptRow(entry, entry.fact.receipt)] : []));
    return { claimId, receipts };
  },
});
