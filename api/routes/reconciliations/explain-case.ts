import { endpoint } from '#api/endpoint.ts';
import { CasePath, CaseStepBody } from '#schemas/http/reconciliations.ts';
import { CaseReply } from '#schemas/http/replies/reconciliations.ts';
import { stepCase } from '#services/reconciliation/case-steps.ts';

export const explainCase = endpoint({
  method: 'POST',
  url: '/reconciliation-cases/:caseId/explain',
  action: 'settle-reconciliations',
  about: 'Somebody explains a difference with the bank.',
  params: CasePath,
  body: CaseStepBody,
  reply: CaseReply,
  async handle({ actor, params: { caseId }, body: { commandId, reason } }, { stores: { reconciliationCases }, now }) {
    return stepCase(reconciliationCases, caseId, 'explain', { actor, at: now(), reason, commandId });
  },
});
