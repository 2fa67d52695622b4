import { FindingBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

export const resolveUnknownPayout = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payout-findings',
  action: 'resolveUnknownPayout',
  params: ClaimPath,
  body: FindingBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'resolveUnknownPayout', ...body }, deps);
  },
});
