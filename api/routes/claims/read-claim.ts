import { endpoint } from '#api/endpoint.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { readFor } from '#services/claims/claim-access.ts';
import { toClaimView } from '#services/claims/claim-view.ts';

export const readClaim = endpoint({
  method: 'GET',
  url: '/claims/:claimId',
  action: 'read-claim',
  params: ClaimPath,
  async handle({ actor, params }, deps) {
    return toClaimView(await readFor(actor, params.claimId, deps), actor, deps);
  },
});
