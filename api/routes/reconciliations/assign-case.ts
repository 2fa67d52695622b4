import { endpoint } from '#api/endpoint.ts';
import { CaseAssignBody, CasePath } from '#schemas/http/reconciliations.ts';
import { CaseReply } from '#schemas/http/replies/reconciliations.ts';
import { stepCase } from '#services/reconciliation/case-steps.ts';

export const assignCase = endpoint({
  method: 'POST',
  url: '/reconciliation-cases/:caseId/assign',
  action: 'settle-reconciliations',
  about: 'Somebody takes a difference with the bank upon himself.',
  params: CasePath,
  body: CaseAssignBody,
  reply: CaseReply,
  async handle({ actor, params: { caseId }, body: { commandId, reason, to } }, { stores: { reconciliationCases }, now }) {
    return stepCase(reconciliationCases, caseId, 'assign', { actor, at: now(), reason, commandId, to });
  },
});
