import { endpoint } from '#api/endpoint.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { ChecksReply } from '#schemas/http/replies/claims.ts';
import { toChecksView } from '#services/claims/checks-view.ts';
import { readFor } from '#services/claims/claim-access.ts';

export const readChecks = endpoint({
  method: 'GET',
  url: '/claims/:claimId/checks',
  action: 'read-checks',
  about: 'What the automatic checks found, with evidence.',
  params: ClaimPath,
  reply: ChecksReply,
  async handle({ actor, params }, deps) {
    return toChecksView(await readFor(actor, params.claimId, deps), actor, deps);
  },
});
