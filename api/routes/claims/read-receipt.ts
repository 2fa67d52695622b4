import { endpoint } from '#api/endpoint.ts';
import { ReceiptPath } from '#schemas/http/claims.ts';
import { ReceiptReply } from '#schemas/http/replies/claims.ts';
import { readFor } from '#services/claims/claim-access.ts';
import { toReceiptView } from '#services/claims/receipt-view.ts';
import { notFound } from '#services/errors.ts';

export const readReceipt = endpoint({
  method: 'GET',
  url: '/claims/:claimId/receipts/:seq',
  action: 'read-receipts',
  about: 'One decision with all that decides it again: command, calendar, readings, facts.',
  params: ReceiptPath,
  reply: ReceiptReply,
  async handle({ actor, params }, deps) {
    const { claimId } = await readFor(actor, params.claimId, deps);
    const journal = await deps.stores.journal.read(claimId, params.seq);
    const [entry] = journal;
    if (entry?.seq !== params.seq || !entry.fact.receipt) throw notFound();
    return { claimId, ...toReceiptView(entry, entry.fact.receipt, journal) };
  },
});
