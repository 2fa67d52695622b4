import { HeirsBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

export const resolveHeirs = endpoint({
  method: 'POST',
  url: '/claims/:claimId/heirs',
  action: 'resolveHeirs',
  params: ClaimPath,
  body: HeirsBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'resolveHeirs', ...body }, deps);
  },
});
