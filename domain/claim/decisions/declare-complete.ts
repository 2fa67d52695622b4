import { refuseIncomplete } from '#domain/claim/checklist.ts';
import { type ClockContext, refuseUncomputable, startsAtCompleteness } from '#domain/claim/clocks.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

/** The signed, timed act that starts the payment clocks: refused while any required paper is missing, unseen or refused. */
export function declareComplete(claim: ClaimState, context: ClockContext): FactBody[] | Refusal {
  if (claim.kind === 'accident' && !claim.treatment) {
    return refuse('point-open', 'Catat dahulu akhir perawatan: sembuh, cacat, atau meninggal.', 'Permenaker 1/2025 art. 19: stage II');
  }
  const starts = startsAtCompleteness(claim, context);
  const refusal = refuseIncomplete(claim, context) ?? refuseUncomputable(starts, context);
  return refusal ?? [{ type: 'claim.completed' }, ...starts];
}
