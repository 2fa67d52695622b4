import { CasePath, CaseStepBody } from '#schemas/http/reconciliations.ts';
import { stepCase } from '../../case-steps.ts';
import { endpoint } from '../../endpoint.ts';

export const closeCase = endpoint({
  method: 'POST',
  url: '/reconciliation-cases/:caseId/close',
  action: 'settle-reconciliations',
  params: CasePath,
  body: CaseStepBody,
  async handle({ actor, params: { caseId }, body: { commandId, reason } }, { stores: { reconciliationCases }, now }) {
    return stepCase(reconciliationCases, caseId, 'close', { actor, at: now(), reason, commandId });
  },
});
