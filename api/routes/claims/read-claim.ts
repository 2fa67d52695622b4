import { endpoint } from '#api/endpoint.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { ClaimReply } from '#schemas/http/replies/claim.ts';
import { readFor } from '#services/claims/claim-access.ts';
import { toClaimView } from '#services/claims/claim-view.ts';

export const readClaim = endpoint({
  method: 'GET',
  url: '/claims/:claimId',
  action: 'read-claim',
  about: 'A claim as this person may see it, with what he may do and why not.',
  params: ClaimPath,
  reply: ClaimReply,
  async handle({ actor, params }, deps) {
    return toClaimView(await readFor(actor, params.claimId, deps), actor, deps);
  },
});
