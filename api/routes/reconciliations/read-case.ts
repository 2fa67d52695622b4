import { CasePath } from '#schemas/http/reconciliations.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../http-error.ts';
import { toCaseView } from '../../reconciliation-view.ts';

export const readCase = endpoint({
  method: 'GET',
  url: '/reconciliation-cases/:caseId',
  action: 'read-reconciliations',
  params: CasePath,
  async handle({ params: { caseId } }, { stores: { reconciliationCases } }) {
    const found = await reconciliationCases.find(caseId);
    if (!found) throw notFound();
    return toCaseView(found);
  },
});
