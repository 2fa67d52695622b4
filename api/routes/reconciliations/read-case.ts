import { endpoint } from '#api/endpoint.ts';
import { CasePath } from '#schemas/http/reconciliations.ts';
import { CaseReply } from '#schemas/http/replies/reconciliations.ts';
import { notFound } from '#services/errors.ts';
import { toCaseView } from '#services/reconciliation/reconciliation-view.ts';

export const readCase = endpoint({
  method: 'GET',
  url: '/reconciliation-cases/:caseId',
  action: 'read-reconciliations',
  about: 'One difference with all that was said about it.',
  params: CasePath,
  reply: CaseReply,
  async handle({ params: { caseId } }, { stores: { reconciliationCases } }) {
    const found = await reconciliationCases.find(caseId);
    if (!found) throw notFound();
    return toCaseView(found);
  },
});
