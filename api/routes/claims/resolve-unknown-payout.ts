import { endpoint } from '#api/endpoint.ts';
import { FindingBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';
import { viewOf } from '#services/claims/seen.ts';

export const resolveUnknownPayout = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payout-findings',
  action: 'resolveUnknownPayout',
  params: ClaimPath,
  body: FindingBody,
  async handle({ actor, params, seen, body: { commandId, expectedSeq, ...body } }, deps) {
    return give(actor, params.claimId, { commandId, ...viewOf(seen, expectedSeq) }, { type: 'resolveUnknownPayout', ...body }, deps);
  },
});
