import { RecommendBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';
import { viewOf } from '../../seen.ts';

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
