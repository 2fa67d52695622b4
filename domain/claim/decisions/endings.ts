import { type ClockContext, refuseUncomputable, startClock, startsAtCompleteness, stopEverything } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { isSince } from '#domain/claim/edition.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { hasLivePayout, isInFlight } from '#domain/claim/payout-lines.ts';
import { withSecondPerson } from '#domain/claim/proposals.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

const ENDINGS = 'design.md section 3: appeal and reopening';

/**
 * A withdrawal loses the family its money if it is a mistake: a head of a partner proposes it, and an officer alone ends only what one
 * institution reported.
 */
export function withdraw(claim: ClaimState, command: CommandOf<'withdraw'>, context: ClockContext): FactBody[] | Refusal {
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis alasan penarikan dan surat keluarga yang memintanya.', 'reason');
  if (hasLivePayout(claim) || isInFlight(claim)) {
    return refuse('already-paid', 'Sebagian santunan sudah atau sedang dibayar; klaim ini tidak dapat ditarik.', 'design.md section 5');
  }
  const isAlone = command.actor.role !== 'partner-head' && (claim.parties ?? []).length === 0;
  if (isAlone || !isSince(context, 2)) return [{ type: 'claim.withdrawn', reason }];
  const answer = withSecondPerson(claim, command.actor, { type: 'withdrawal', reason });
  if ('refused' in answer) return answer;
  if ('proposed' in answer) return answer.proposed;
  if (answer.seconded.type !== 'withdrawal') throw new Error('a withdrawal was proposed as something else');
  return [{ type: 'claim.withdrawn', reason: answer.seconded.reason }];
}

/** A family that contests a rejection: verified again, by other people, against a fresh clock; the answer itself has a legal limit too. */
export function appeal(claim: ClaimState, command: CommandOf<'appeal'>, context: ClockContext): FactBody[] | Refusal {
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis isi keberatan keluarga.', 'reason');
  const again = beginAgain(claim, context);
  return 'refused' in again ? again : [{ type: 'claim.appealed', reason }, ...again, startClock('complaint', context.at)];
}

export function reopen(claim: ClaimState, { ground, reason }: CommandOf<'reopen'>, context: ClockContext): FactBody[] | Refusal {
  if (reason.trim() === '') return refuse('invalid-command', 'Tulis alasan membuka kembali klaim ini.', 'reason');
  if ((claim.status === 'withdrawn') !== (ground === 'withdrawal-revoked')) {
    return refuse('invalid-command', 'Klaim yang ditarik dibuka dengan mencabut penarikan; klaim lain dengan bukti baru.', ENDINGS);
  }
  const again = beginAgain(claim, context);
  return 'refused' in again ? again : [{ type: 'claim.reopened', ground, reason: reason.trim() }, ...again];
}

/** The clocks of the new generation: fresh, from now, where papers are complete; what may still run of the old one has its verdict. */
export function beginAgain(claim: ClaimState, context: ClockContext): FactBody[] | Refusal {
  const facts = clocksOfNewRound(claim, context);
  return refuseUncomputable(facts, context) ?? facts;
}

/** The same where nobody can be refused: a deadline that no calendar reaches yet runs all the same, and is shown as unknown. */
export function clocksOfNewRound(claim: ClaimState, context: ClockContext): FactBody[] {
  const stopped = stopEverything(claim, context.at);
  const ended: ClaimState = { ...claim, clocks: claim.clocks.map((ledger) => ({ ...ledger, stoppedAt: ledger.stoppedAt ?? context.at })) };
  const starts = wasComplete(claim) ? startsAtCompleteness(ended, context) : [];
  return [...stopped, ...starts];
}

/** Completeness was declared and not made void: the claim is verified again instead of gathered again. */
export function wasComplete(claim: Pick<ClaimState, 'points'>): boolean {
  return claim.points.completeness !== undefined;
}
