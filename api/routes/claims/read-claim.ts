import { ClaimPath } from '#schemas/http/claims.ts';
import { readFor } from '../../claim-access.ts';
import { toClaimView } from '../../claim-view.ts';
import { endpoint } from '../../endpoint.ts';

export const readClaim = endpoint({
  method: 'GET',
  url: '/claims/:claimId',
  action: 'read-claim',
  params: ClaimPath,
  async handle({ actor, params }, deps) {
    return toClaimView(await readFor(actor, params.claimId, deps), actor, deps);
  },
});
