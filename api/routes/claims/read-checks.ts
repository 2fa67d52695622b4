import { ClaimPath } from '#schemas/http/claims.ts';
import { toChecksView } from '../../checks-view.ts';
import { readFor } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

export const readChecks = endpoint({
  method: 'GET',
  url: '/claims/:claimId/checks',
  action: 'read-checks',
  params: ClaimPath,
  async handle({ actor, params }, deps) {
    return toChecksView(await readFor(actor, params.claimId, deps), actor, deps);
  },
});
