import { type AnyEndpoint, endpoint } from '#api/endpoint.ts';
import { COMMAND_TYPES, type CommandBody, type CommandType } from '#domain/claim/commands.ts';
import { needsView } from '#domain/seen.ts';
import { bodyOf } from '#schemas/http/claim-commands.ts';
import { CLAIM_COMMANDS, type Sent } from '#schemas/http/claim-decisions.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { ClaimReply } from '#schemas/http/replies/claim.ts';
import { confirmAccount } from '#services/accounts/confirm-account.ts';
import { give, readFor } from '#services/claims/claim-access.ts';
import { withSharedNiks } from '#services/claims/heirs-niks.ts';
import { viewOf } from '#services/claims/seen.ts';

/** Every command of a claim has an endpoint of its own; what one of them needs besides stands here. */
export const COMMAND_ENDPOINTS: readonly AnyEndpoint[] = COMMAND_TYPES.map(commandEndpoint);

function commandEndpoint(type: CommandType): AnyEndpoint {
  return endpoint({
    method: 'POST',
    url: `/claims/:claimId/${CLAIM_COMMANDS[type].path}`,
    action: type,
    about: CLAIM_COMMANDS[type].about,
    params: ClaimPath,
    body: bodyOf(type),
    reply: ClaimReply,
    async handle({ actor, params: { claimId }, seen, body: { commandId, expectedSeq, ...sent } }, deps) {
      const intention = { commandId, ...(needsView(type) ? viewOf(seen, expectedSeq) : {}) };
      if (type === 'confirmPayeeAccount') {
        return confirmAccount(actor, claimId, intention, sent as Sent<'confirmPayeeAccount'>, deps);
      }
      // What is sent is what the command carries, row by row: schemas/http/claim-decisions.ts.
      const body = { type, ...sent } as CommandBody;
      if (body.type !== 'resolveHeirs') return give(actor, claimId, intention, body, deps);
      return give(actor, claimId, intention, await withSharedNiks(await readFor(actor, claimId, deps), body, deps), deps);
    },
  });
}
