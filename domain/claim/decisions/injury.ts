import { type ClockContext, refuseUncomputable, startClock, stopRunning } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';

const STAGE_TWO = 'Permenaker 1/2025 art. 19';

/** What the doctor and the receipts say the injury came to; checked by calculating with it. */
export function assessInjury(claim: ClaimState, { injury }: CommandOf<'assessInjury'>, context: ClockContext): FactBody[] | Refusal {
  if (claim.kind === 'death' && claim.programme !== 'jkk') {
    return refuse(
      'invalid-command',
      'Perawatan dan angkutan hanya diganti pada kecelakaan kerja. Tetapkan program lebih dahulu.',
      STAGE_TWO,
    );
  }
  if (hasLivePayout(claim)) {
    return refuse('already-paid', 'Sebagian santunan sudah atau sedang dibayar; rincian cedera tidak dapat diubah.', 'design.md section 5');
  }
  const calculation = entitlementOf({ ...claim, injury }, context);
  // Coverage may still wait for a payer; only an injury that cannot be calculated with is refused here.
  if ('refused' in calculation && calculation.input) return calculation;
  return [{ type: 'claim.injury-assessed', injury }];
}

/**
 * Treatment is over: the time for the stage II report begins. A participant who died of the accident turns the claim into a death by work
 * accident, with the family's papers and heirs still to come.
 */
export function concludeTreatment(
  claim: ClaimState,
  { outcome, on, people }: CommandOf<'concludeTreatment'>,
  context: ClockContext,
): FactBody[] | Refusal {
  if (claim.kind !== 'accident' || !claim.accident) {
    return refuse('invalid-command', 'Klaim ini bukan klaim kecelakaan yang sedang dirawat.', STAGE_TWO);
  }
  if (on < claim.accident.happenedAt || on > context.at) {
    return refuse('invalid-command', 'Akhir perawatan harus sesudah kecelakaan dan tidak di masa depan.', 'on');
  }
  if (claim.treatment !== undefined && outcome !== 'died') {
    return refuse('invalid-command', 'Akhir perawatan sudah dicatat. Hanya kematian yang masih dapat mengubahnya.', STAGE_TWO);
  }
  if (hasLivePayout(claim)) {
    return refuse('already-paid', 'Manfaat kecelakaan sudah atau sedang dibayar. Buka kembali klaim ini dahulu.', 'design.md section 3');
  }
  const hasReport = claim.papers.some(({ paper }) => paper === 'accident-report-2');
  const clocks = hasReport ? [] : [...stopRunning(claim, ['stage-2-report'], context.at), startClock('stage-2-report', on)];
  const refusal = refuseUncomputable(clocks, context);
  if (refusal) return refusal;
  const concluded: FactBody = { type: 'claim.treatment-concluded', outcome, on };
  if (outcome !== 'died') return [concluded, ...clocks];
  const diedOn = toLocal(on, context.calendar.zone).day;
  // The papers of a death are still to come: what ran towards payment to the participant is void.
  const void_ = stopRunning(claim, ['jkk-legal', 'partner-promise'], context.at);
  return [concluded, { type: 'claim.converted-to-death', diedOn, people: people ?? claim.people }, ...clocks, ...void_];
}
