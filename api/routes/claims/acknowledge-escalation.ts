import { endpoint } from '#api/endpoint.ts';
import { AcknowledgeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const acknowledgeEscalation = endpoint({
  method: 'POST',
  url: '/claims/:claimId/acknowledgements',
  action: 'acknowledgeEscalation',
  params: ClaimPath,
  body: AcknowledgeBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'acknowledgeEscalation', ...body }, deps);
  },
});
