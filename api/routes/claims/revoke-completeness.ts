import { endpoint } from '#api/endpoint.ts';
import { RevokeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const revokeCompleteness = endpoint({
  method: 'POST',
  url: '/claims/:claimId/completeness-revocations',
  action: 'revokeCompleteness',
  params: ClaimPath,
  body: RevokeBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'revokeCompleteness', ...body }, deps);
  },
});
