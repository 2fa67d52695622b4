import { endpoint } from '#api/endpoint.ts';
import { SittingBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { ClaimReply } from '#schemas/http/replies/claim.ts';
import { giveTogether, readFor } from '#services/claims/claim-access.ts';
import { viewOf } from '#services/claims/seen.ts';
import { commandsOf } from '#services/claims/sitting.ts';

/** All that one person decided in one sitting: all of it or nothing. */
export const decideTogether = endpoint({
  method: 'POST',
  url: '/claims/:claimId/sitting',
  action: 'decide-together',
  about: 'All that one person decides in one sitting, in order, all of it or nothing.',
  params: ClaimPath,
  body: SittingBody,
  reply: ClaimReply,
  async handle({ actor, params, seen, body: { expectedSeq, ...sitting } }, deps) {
    const claim = await readFor(actor, params.claimId, deps);
    return giveTogether(actor, params.claimId, await commandsOf(claim, actor, { ...sitting, ...viewOf(seen, expectedSeq) }, deps), deps);
  },
});
