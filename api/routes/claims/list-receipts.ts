import { ClaimPath } from '#schemas/http/claims.ts';
import { readFor } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';
import { toReceiptRow } from '../../receipt-view.ts';

export const listReceipts = endpoint({
  method: 'GET',
  url: '/claims/:claimId/receipts',
  action: 'read-receipts',
  params: ClaimPath,
  async handle({ actor, params }, deps) {
    const { claimId } = await readFor(actor, params.claimId, deps);
    const journal = await deps.stores.journal.read(claimId);
    const receipts = journal.flatMap((entry) => (entry.fact.receipt ? [toReceiptRow(entry, entry.fact.receipt)] : []));
    return { claimId, receipts };
  },
});
