import { endpoint } from '#api/endpoint.ts';
import { InjuryBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const assessInjury = endpoint({
  method: 'POST',
  url: '/claims/:claimId/injury',
  action: 'assessInjury',
  params: ClaimPath,
  body: InjuryBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'assessInjury', ...body }, deps);
  },
});
