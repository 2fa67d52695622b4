import { type ClockContext, refuseUncomputable, stopRunning, switchLegalClock } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

/**
 * JKM or JKK: the decision worth most money, so never without a reason the second person can read. Of a suspected accident it is the
 * conclusion that work caused it; the other conclusion is a recommended rejection.
 */
export function triageCause(claim: ClaimState, command: CommandOf<'triageCause'>, context: ClockContext): FactBody[] | Refusal {
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis alasan penetapan program.', 'reason');
  const { programme, wageBase } = command;
  if (wageBase !== undefined && hasLivePayout(claim)) {
    return refuse('already-paid', 'Sebagian santunan sudah atau sedang dibayar; upahnya tidak dapat diganti lagi.', 'design.md section 5');
  }
  if (programme !== claim.programme && hasLivePayout(claim)) {
    const text = 'Sebagian santunan sudah atau sedang dibayar; programnya tidak dapat diganti lagi.';
    return refuse('already-paid', text, 'rules.md section 3: JKM and JKK are never paid for the same death');
  }
  if (claim.kind === 'accident' && programme === 'jkm') {
    const advice = 'Kecelakaan yang bukan karena kerja tidak dijamin: usulkan penolakan dengan alasan bukan kecelakaan kerja.';
    return refuse('invalid-command', advice, 'rules.md section 9');
  }
  const switched = switchLegalClock(claim, programme, context);
  const triaged: FactBody = { type: 'claim.cause-triaged', programme, reason, ...(wageBase === undefined ? {} : { wageBase }) };
  return refuseUncomputable(switched, context) ?? [triaged, ...switched, ...stopRunning(claim, ['suspected-accident'], context.at)];
}
