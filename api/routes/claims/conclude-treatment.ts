import { endpoint } from '#api/endpoint.ts';
import { TreatmentBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const concludeTreatment = endpoint({
  method: 'POST',
  url: '/claims/:claimId/treatment',
  action: 'concludeTreatment',
  params: ClaimPath,
  body: TreatmentBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'concludeTreatment', ...body }, deps);
  },
});
