import { isRefusal, type Refusal } from '../refusal.ts';
import { refusalFor } from './actions.ts';
import type { ClockContext } from './clocks.ts';
import type { Command } from './commands.ts';
import { acknowledgeEscalation } from './decisions/acknowledge-escalation.ts';
import { confirmPayeeAccount } from './decisions/confirm-payee-account.ts';
import { decidePoints } from './decisions/decide-points.ts';
import { declareComplete } from './decisions/declare-complete.ts';
import { attachDocuments, requestCompletion, verifyDocuments } from './decisions/papers.ts';
import { recommend } from './decisions/recommend.ts';
import { resolveClaimHeirs } from './decisions/resolve-heirs.ts';
import { triageCause } from './decisions/triage-cause.ts';
import type { Fact, FactBody } from './facts.ts';
import type { ClaimState } from './state.ts';

/** Everything that is not the claim. No clock, no randomness, no I/O inside: the same call gives the same facts, years later too. */
export type Context = ClockContext;

/**
 * What a command does to a claim: the facts to record, or why not. A command seen before (same id) is an accepted no-op: the person
 * pressed twice.
 */
export function decide(claim: ClaimState, command: Command, context: Context): readonly Fact[] | Refusal {
  if (claim.causes.includes(command.commandId)) return [];
  const refusal = refusalFor(claim, command.actor, command.type);
  if (refusal) return refusal;
  const bodies = dispatch(claim, command, context);
  return isRefusal(bodies) ? bodies : stamp(bodies, command, context);
}

function dispatch(claim: ClaimState, command: Command, context: Context): readonly FactBody[] | Refusal {
  switch (command.type) {
    case 'attachDocuments':
      return attachDocuments(claim, command);
    case 'verifyDocuments':
      return verifyDocuments(claim, command, context);
    case 'requestCompletion':
      return requestCompletion(claim, command, context);
    case 'declareComplete':
      return declareComplete(claim, context);
    case 'triageCause':
      return triageCause(claim, command, context);
    case 'resolveHeirs':
      return resolveClaimHeirs(claim, command);
    case 'confirmPayeeAccount':
      return confirmPayeeAccount(claim, command);
    case 'recommend':
      return recommend(claim, command, context);
    case 'decidePoints':
      return decidePoints(claim, command, context);
    case 'acknowledgeEscalation':
      return acknowledgeEscalation(claim, command);
  }
}

function stamp(bodies: readonly FactBody[], command: Command, context: Context): readonly Fact[] {
  return bodies.map((body) => ({ ...body, at: context.at, actor: command.actor, cause: command.commandId }));
}
