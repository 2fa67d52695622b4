import { ReceiptPath } from '#schemas/http/claims.ts';
import { readFor } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../http-error.ts';
import { toReceiptView } from '../../receipt-view.ts';

export const readReceipt = endpoint({
  method: 'GET',
  url: '/claims/:claimId/receipts/:seq',
  action: 'read-receipts',
  params: ReceiptPath,
  async handle({ actor, params }, deps) {
    const { claimId } = await readFor(actor, params.claimId, deps);
    const journal = await deps.stores.journal.read(claimId, params.seq);
    const [entry] = journal;
    if (entry?.seq !== params.seq || !entry.fact.receipt) throw notFound();
    return { claimId, ...toReceiptView(entry, entry.fact.receipt, journal) };
  },
});
