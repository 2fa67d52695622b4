import { heardBefore, refuseForeignId, refuseReused } from '#domain/cause.ts';
import type { Role } from '#domain/people/actor.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { staleView } from '#domain/seen.ts';
import { ENTITLEMENT_ROLES, type EntitlementCommand } from './commands.ts';
import type { EntitlementContext } from './context.ts';
import { changeChild, confirmPayee, proposePayee } from './decisions/family.ts';
import { resolveUnknownPayment } from './decisions/payment.ts';
import { submitProof, verifyProof } from './decisions/proof.ts';
import { releaseYear } from './decisions/release.ts';
import type { EntitlementFact, EntitlementFactBody, EntitlementReceipt } from './facts.ts';
import type { Entitlement } from './state.ts';

/** One fact, a refusal, or undefined for a repeat. */
export type Decided = EntitlementFact | Refusal | undefined;

export function decide(one: Entitlement, command: EntitlementCommand, context: EntitlementContext): Decided {
  const heard = heardBefore(one.causes, command.commandId);
  if (heard === 'repeat') return undefined;
  if (heard === 'reused') return refuseReused();
  const foreign = refuseForeignId(command.commandId, command.actor.id);
  if (foreign) return foreign;
  const roles: readonly Role[] = ENTITLEMENT_ROLES[command.type];
  if (!roles.includes(command.actor.role)) {
    return refuse('not-your-role', 'Peran Anda tidak memutuskan hal ini.', 'design.md section 6');
  }
  const { expectedSeq } = command;
  if (expectedSeq !== undefined && expectedSeq !== one.seq) return staleView(expectedSeq, one.seq);
  const body = decideBody(one, command, context);
  if ('refused' in body) return body;
  return { ...body, at: context.at, actor: command.actor, cause: command.commandId, receipt: receiptOf(command, context) };
}

/** Everything beside the journal that the same decision needs, years later. */
function receiptOf({ commandId: _id, actor: _actor, ...command }: EntitlementCommand, context: EntitlementContext): EntitlementReceipt {
  const { id, version } = context.calendar;
  return { command, calendar: { id, version }, changes: context.changes };
}

function decideBody(one: Entitlement, command: EntitlementCommand, context: EntitlementContext): EntitlementFactBody | Refusal {
  switch (command.type) {
    case 'submitProof':
      return submitProof(one, command, context);
    case 'verifyProof':
      return verifyProof(one, command, context);
    case 'releaseYear':
      return releaseYear(one, command, context);
    case 'resolveUnknownPayment':
      return resolveUnknownPayment(one, command);
    case 'changeChild':
      return changeChild(one, command);
    case 'proposePayee':
      return proposePayee(one, command);
    case 'confirmPayee':
      return confirmPayee(one, command);
    default:
      return command satisfies never;
  }
}
