import { endpoint } from '#api/endpoint.ts';
import { CaseCloseBody, CasePath } from '#schemas/http/reconciliations.ts';
import { CaseReply } from '#schemas/http/replies/reconciliations.ts';
import { viewOf } from '#services/claims/seen.ts';
import { stepCase } from '#services/reconciliation/case-steps.ts';

export const closeCase = endpoint({
  method: 'POST',
  url: '/reconciliation-cases/:caseId/close',
  action: 'settle-reconciliations',
  about: 'A second person agrees with the explanation of a difference.',
  params: CasePath,
  body: CaseCloseBody,
  reply: CaseReply,
  async handle({ actor, params: { caseId }, seen, body: { commandId, reason, expectedSeq } }, { stores: { reconciliationCases }, now }) {
    return stepCase(reconciliationCases, caseId, 'close', { actor, at: now(), reason, commandId, ...viewOf(seen, expectedSeq) });
  },
});
