import { endpoint } from '#api/endpoint.ts';
import { WaiveBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const waiveDocument = endpoint({
  method: 'POST',
  url: '/claims/:claimId/waivers',
  action: 'waiveDocument',
  params: ClaimPath,
  body: WaiveBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'waiveDocument', ...body }, deps);
  },
});
