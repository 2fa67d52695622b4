import { type Refusal, refuse } from '../../refusal.ts';
import { type ClockContext, switchLegalClock } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimState } from '../state.ts';

/** JKM or JKK: the decision worth most money, so never without a reason the second person can read. */
export function triageCause(claim: ClaimState, command: CommandOf<'triageCause'>, { at }: ClockContext): FactBody[] | Refusal {
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis alasan penetapan program.', 'reason');
  const { programme } = command;
  return [{ type: 'claim.cause-triaged', programme, reason }, ...switchLegalClock(claim, programme, at)];
}
