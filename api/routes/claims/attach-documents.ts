import { endpoint } from '#api/endpoint.ts';
import { AttachBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const attachDocuments = endpoint({
  method: 'POST',
  url: '/claims/:claimId/documents',
  action: 'attachDocuments',
  params: ClaimPath,
  body: AttachBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'attachDocuments', ...body }, deps);
  },
});
