import { heardBefore, refuseForeignId, refuseReused } from '#domain/cause.ts';
import { choosePack, packsRead } from '#domain/law/rules/choose-pack.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { isCurrentView, refuseUnseen } from '#domain/seen.ts';
import { refusalFor } from './actions.ts';
import { refuseTooLarge } from './bounds.ts';
import { type ClockContext, stopRunning } from './clocks.ts';
import type { Command } from './commands.ts';
import { withConsequences } from './consequences.ts';
import { acknowledgeEscalation } from './decisions/acknowledge-escalation.ts';
import { confirmPayeeAccount } from './decisions/confirm-payee-account.ts';
import { correctEvent } from './decisions/correct-event.ts';
import { decidePoints } from './decisions/decide-points.ts';
import { declareComplete } from './decisions/declare-complete.ts';
import { appeal, reopen, withdraw } from './decisions/endings.ts';
import { extendPromise, pauseClock, resumeClock } from './decisions/hold.ts';
import { assessInjury, concludeTreatment } from './decisions/injury.ts';
import { exemptPayout, releasePayout, resolveUnknownPayout } from './decisions/money.ts';
import { attachDocuments, requestCompletion, revokeCompleteness, verifyDocuments, waiveDocument } from './decisions/papers.ts';
import { recommend } from './decisions/recommend.ts';
import { resolveClaimHeirs } from './decisions/resolve-heirs.ts';
import { triageCause } from './decisions/triage-cause.ts';
import { EDITION, isSince } from './edition.ts';
import { evolve, fold } from './evolve.ts';
import type { Fact, FactBody, Receipt } from './facts.ts';
import { broughtBy } from './parties.ts';
import type { ClaimState } from './state.ts';

/** Everything that is not the claim. No clock, no randomness, no I/O inside: the same call gives the same facts, years later too. */
export type Context = ClockContext;

/**
 * What a command does to a claim: the facts to record, or why not. A command seen before is an accepted no-op: the person pressed twice.
 * Another one under an id that was used is refused.
 */
export function decide(claim: ClaimState, command: Command, context: Context): readonly Fact[] | Refusal {
  const heard = heardBefore(claim.causes, command.commandId);
  if (heard === 'repeat') return [];
  if (heard === 'reused') return refuseReused();
  const foreign = refuseForeignId(command.commandId, command.actor.id);
  if (foreign) return foreign;
  const refusal = refusalFor(claim, command.actor, command.type) ?? refuseUnseen(claim, command, context);
  if (refusal) return refusal;
  const bodies = dispatch(claim, command, context);
  if (isRefusal(bodies)) return bodies;
  if (bodies.length === 0) return [];
  const stamp = (body: FactBody): Fact => ({ ...body, at: context.at, actor: command.actor, cause: command.commandId });
  // Whatever an officer does first is the first look.
  const looked = command.actor.role === 'officer' ? stopRunning(claim, ['first-look'], context.at) : [];
  const [first, ...rest] = withConsequences(claim, [...bodies, ...looked].map(stamp), stamp, context);
  if (!first) return [];
  const facts = [{ ...first, receipt: receiptOf(claim, command, context) }, ...rest];
  const full = isSince(context, 2) ? refuseTooLarge(claim, fold(claim.claimId, facts, claim) ?? claim, command.type) : undefined;
  return full ?? facts;
}

/** What one person decided in one sitting: each on what the ones before left, all of it or nothing. */
export function decideTogether(claim: ClaimState, commands: readonly Command[], context: Context): readonly Fact[] | Refusal {
  if (commands.length === 0) return refuse('invalid-command', 'Kirim paling sedikit satu keputusan.', 'commands');
  const facts: Fact[] = [];
  let state = claim;
  for (const [index, command] of commands.entries()) {
    const decision = decide(state, seenWithOwn(claim, state, command), context);
    if (isRefusal(decision)) return commands.length === 1 ? decision : inSitting(decision, index);
    for (const fact of decision) state = evolve(state, fact, claim.claimId);
    facts.push(...decision);
  }
  return facts;
}

/** Whoever has seen the claim before the sitting has seen what he himself did in it. */
function seenWithOwn(before: ClaimState, { seq }: ClaimState, command: Command): Command {
  const { expectedSeq } = command;
  return expectedSeq !== undefined && isCurrentView(before, expectedSeq) ? { ...command, expectedSeq: seq } : command;
}

function inSitting({ refused, text, rule }: Refusal, index: number): Refusal {
  return refuse(refused, `Keputusan ke-${index + 1}: ${text} Belum ada keputusan yang disimpan.`, rule);
}

function dispatch(claim: ClaimState, command: Command, context: Context): readonly FactBody[] | Refusal {
  switch (command.type) {
    case 'attachDocuments':
      return attachDocuments(claim, { papers: broughtBy(claim, command.actor.institution, command.papers, context) }, context);
    case 'verifyDocuments':
      return verifyDocuments(claim, command);
    case 'waiveDocument':
      return waiveDocument(claim, command, context);
    case 'requestCompletion':
      return requestCompletion(command);
    case 'declareComplete':
      return declareComplete(claim, context);
    case 'revokeCompleteness':
      return revokeCompleteness(claim, command, context);
    case 'triageCause':
      return triageCause(claim, command, context);
    case 'resolveHeirs':
      return resolveClaimHeirs(claim, command, context);
    case 'correctEvent':
      return correctEvent(claim, command, context);
    case 'assessInjury':
      return assessInjury(claim, command, context);
    case 'concludeTreatment':
      return concludeTreatment(claim, command, context);
    case 'confirmPayeeAccount':
      return confirmPayeeAccount(claim, command);
    case 'recommend':
      return recommend(claim, command, context);
    case 'decidePoints':
      return decidePoints(claim, command, context);
    case 'pauseClock':
      return pauseClock(claim, command, context);
    case 'resumeClock':
      return resumeClock(claim, command, context);
    case 'extendPromise':
      return extendPromise(claim, command, context);
    case 'releasePayout':
      return releasePayout(claim, command, context);
    case 'resolveUnknownPayout':
      return resolveUnknownPayout(claim, command, context);
    case 'exemptPayout':
      return exemptPayout(claim, command);
    case 'withdraw':
      return withdraw(claim, command, context);
    case 'appeal':
      return appeal(claim, command, context);
    case 'reopen':
      return reopen(claim, command, context);
    case 'acknowledgeEscalation':
      return acknowledgeEscalation(claim, command);
  }
}

/** Everything beside the journal that the same decision needs, years later. */
function receiptOf(claim: ClaimState, { commandId: _id, actor: _actor, ...body }: Command, context: Context): Receipt {
  const { calendar, switches, edition = EDITION } = context;
  const calculates = body.type === 'recommend' || body.type === 'decidePoints' || body.type === 'assessInjury';
  const { id, version } = calendar;
  // The first edition gave receipts that do not name it.
  const named = edition === 1 ? {} : { edition };
  return { command: body, calendar: { id, version }, switches, ...named, ...(calculates ? rulesOf(claim, context) : {}) };
}

/** None where no rules reach the day: nothing was calculated by any, and a claim with an impossible day is still rejected in words. */
function rulesOf({ eventOn }: ClaimState, { switches }: Context): Pick<Receipt, 'rules'> {
  const packs = packsRead(switches);
  if (packs.every(({ validFrom }) => validFrom > eventOn)) return {};
  const { id, version } = choosePack(eventOn, packs).pack;
  return { rules: { id, version } };
}
