import { endpoint } from '#api/endpoint.ts';
import { HeirsBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give, readFor } from '#services/claims/claim-access.ts';
import { withSharedNiks } from '#services/claims/heirs-niks.ts';

export const resolveHeirs = endpoint({
  method: 'POST',
  url: '/claims/:claimId/heirs',
  action: 'resolveHeirs',
  params: ClaimPath,
  body: HeirsBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    const claim = await readFor(actor, params.claimId, deps);
    const heirs = await withSharedNiks(claim, { type: 'resolveHeirs', ...body }, deps);
    return give(actor, params.claimId, commandId, heirs, deps);
  },
});
