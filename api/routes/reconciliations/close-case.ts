import { CaseCloseBody, CasePath } from '#schemas/http/reconciliations.ts';
import { stepCase } from '../../case-steps.ts';
import { endpoint } from '../../endpoint.ts';
import { viewOf } from '../../seen.ts';

export const closeCase = endpoint({
  method: 'POST',
  url: '/reconciliation-cases/:caseId/close',
  action: 'settle-reconciliations',
  params: CasePath,
  body: CaseCloseBody,
  async handle({ actor, params: { caseId }, seen, body: { commandId, reason, expectedSeq } }, { stores: { reconciliationCases }, now }) {
    return stepCase(reconciliationCases, caseId, 'close', { actor, at: now(), reason, commandId, ...viewOf(seen, expectedSeq) });
  },
});
