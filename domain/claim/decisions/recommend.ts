import { refuseIncomplete } from '#domain/claim/checklist.ts';
import { type ClockContext, startClock } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { refuseReportingPayee } from '#domain/claim/payees.ts';
import { hasLivePayout, isInFlight, payoutLines } from '#domain/claim/payout-lines.ts';
import { neededForPayment } from '#domain/claim/points.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { PAYEE_TERMS, POINT_TERMS } from '#domain/claim/terms.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

type Rejection = Extract<CommandOf<'recommend'>, { outcome: 'reject' }>;

/** Nobody types an amount: the facts of the claim and the rule pack of the event date give it, and the receipt keeps every step. */
export function recommend(claim: ClaimState, command: CommandOf<'recommend'>, context: ClockContext): FactBody[] | Refusal {
  const recommended = command.outcome === 'reject' ? recommendRejection(claim, command, context) : recommendPayment(claim, context);
  return 'refused' in recommended ? recommended : [recommended, startClock('second-eyes', context.at)];
}

function recommendRejection(claim: ClaimState, { reason, text }: Rejection, context: ClockContext): FactBody | Refusal {
  if (text.trim() === '') return refuse('invalid-command', 'Tulis penjelasan penolakan yang akan dibaca keluarga.', 'text');
  if (reason === 'not-work-related' && claim.programme !== 'jkk') {
    const advice = 'Alasan ini hanya untuk JKK. Kematian yang bukan karena kerja ditetapkan sebagai JKM, bukan ditolak.';
    return refuse('invalid-command', advice, 'rules.md section 9');
  }
  if (claim.points.event?.verdict === 'returned') {
    return refuse('point-open', `Selesaikan dahulu: ${POINT_TERMS.event}.`, 'design.md section 3: points under four eyes');
  }
  if (isInFlight(claim) || (hasLivePayout(claim) && !('refused' in entitlementOf(claim, context)))) {
    return refuse(
      'already-paid',
      'Sebagian santunan sudah atau sedang dibayar; klaim ini tidak dapat ditolak lagi.',
      'design.md section 5',
    );
  }
  return { type: 'claim.recommended', outcome: 'reject', reason, text: text.trim() };
}

function recommendPayment(claim: ClaimState, context: ClockContext): FactBody | Refusal {
  const open = neededForPayment(claim).find((point) => claim.points[point] === undefined || claim.points[point]?.verdict === 'returned');
  if (open) return refuse('point-open', `Selesaikan dahulu: ${POINT_TERMS[open]}.`, 'design.md section 3: points under four eyes');
  // Completeness was declared before triage, heirs and later verdicts could ask for more papers.
  const incomplete = refuseIncomplete(claim, context);
  if (incomplete) return incomplete;
  const calculation = entitlementOf(claim, context);
  if ('refused' in calculation) return refuse(calculation.refused, calculation.text, calculation.rule);
  const { pack, lines, total, explanation } = calculation;
  const owed = payoutLines(claim, { outcome: 'pay', pack, lines, total });
  // Where nothing of this round has left, a review that changes nothing is rejected; money that has left is not taken back by a rejection.
  if (owed.length === 0 && !hasMovedMoney(claim)) {
    const text = 'Semua yang menjadi hak klaim ini sudah dibayar. Usulkan penolakan peninjauan, dengan alasannya.';
    return refuse('already-paid', text, 'design.md section 5');
  }
  const unpaid = owed.find(({ payeeClass }) => claim.payees[payeeClass] === undefined);
  if (unpaid) {
    return refuse('point-open', `Rekening ${PAYEE_TERMS[unpaid.payeeClass]} belum dikonfirmasi.`, 'design.md section 5');
  }
  const reporting = refuseReportingPayee(claim, 'Tetapkan penerima lain.');
  if (reporting) return reporting;
  return { type: 'claim.recommended', outcome: 'pay', pack, lines, total, explanation };
}

function hasMovedMoney(claim: ClaimState): boolean {
  return hasLivePayout(claim) || isInFlight(claim);
}
