import { endpoint } from '#api/endpoint.ts';
import { VerifyBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const verifyDocuments = endpoint({
  method: 'POST',
  url: '/claims/:claimId/document-verdicts',
  action: 'verifyDocuments',
  params: ClaimPath,
  body: VerifyBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'verifyDocuments', ...body }, deps);
  },
});
