import { endpoint } from '#api/endpoint.ts';
import { ExemptBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';
import { viewOf } from '#services/claims/seen.ts';

export const exemptPayout = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payout-exemptions',
  action: 'exemptPayout',
  params: ClaimPath,
  body: ExemptBody,
  async handle({ actor, params, seen, body: { commandId, expectedSeq, ...body } }, deps) {
    return give(actor, params.claimId, { commandId, ...viewOf(seen, expectedSeq) }, { type: 'exemptPayout', ...body }, deps);
  },
});
