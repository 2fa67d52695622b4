import { endpoint } from '#api/endpoint.ts';
import { RecommendBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';
import { viewOf } from '#services/claims/seen.ts';

export const recommend = endpoint({
  method: 'POST',
  url: '/claims/:claimId/recommendation',
  action: 'recommend',
  params: ClaimPath,
  body: RecommendBody,
  async handle({ actor, params, seen, body: { commandId, expectedSeq, ...body } }, deps) {
    return give(actor, params.claimId, { commandId, ...viewOf(seen, expectedSeq) }, { type: 'recommend', ...body }, deps);
  },
});
