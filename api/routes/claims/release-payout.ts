import { endpoint } from '#api/endpoint.ts';
import { ReleaseBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';
import { viewOf } from '#services/claims/seen.ts';

export const releasePayout = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payout-releases',
  action: 'releasePayout',
  params: ClaimPath,
  body: ReleaseBody,
  async handle({ actor, params, seen, body: { commandId, expectedSeq, ...body } }, deps) {
    return give(actor, params.claimId, { commandId, ...viewOf(seen, expectedSeq) }, { type: 'releasePayout', ...body }, deps);
  },
});
