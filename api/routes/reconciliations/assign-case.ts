import { endpoint } from '#api/endpoint.ts';
import { CaseAssignBody, CasePath } from '#schemas/http/reconciliations.ts';
import { stepCase } from '#services/reconciliation/case-steps.ts';

export const assignCase = endpoint({
  method: 'POST',
  url: '/reconciliation-cases/:caseId/assign',
  action: 'settle-reconciliations',
  params: CasePath,
  body: CaseAssignBody,
  async handle({ actor, params: { caseId }, body: { commandId, reason, to } }, { stores: { reconciliationCases }, now }) {
    return stepCase(reconciliationCases, caseId, 'assign', { actor, at: now(), reason, commandId, to });
  },
});
