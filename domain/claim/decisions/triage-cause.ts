import { type Refusal, refuse } from '../../refusal.ts';
import { type ClockContext, refuseUncomputable, switchLegalClock } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import { hasLivePayout } from '../payout-lines.ts';
import type { ClaimState } from '../state.ts';

/** JKM or JKK: the decision worth most money, so never without a reason the second person can read. */
export function triageCause(claim: ClaimState, command: CommandOf<'triageCause'>, context: ClockContext): FactBody[] | Refusal {
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis alasan penetapan program.', 'reason');
  const { programme } = command;
  if (programme !== claim.programme && hasLivePayout(claim)) {
    const text = 'Sebagian santunan sudah atau sedang dibayar; programnya tidak dapat diganti lagi.';
    return refuse('already-paid', text, 'rules.md section 3: JKM and JKK are never paid for the same death');
  }
  const switched = switchLegalClock(claim, programme, context.at);
  return refuseUncomputable(switched, context) ?? [{ type: 'claim.cause-triaged', programme, reason }, ...switched];
}
