import { toLocal } from '../../calendar/zone.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { checklistOf } from '../checklist.ts';
import { type ClockContext, refuseUncomputable, startsAtCompleteness, stopRunning } from '../clocks.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimState } from '../state.ts';

/** The signed, timed act that starts the payment clocks: refused while any required paper is missing, unseen or refused. */
export function declareComplete(claim: ClaimState, context: ClockContext): FactBody[] | Refusal {
  const today = toLocal(context.at, context.calendar.zone).day;
  const { missing } = checklistOf(claim, today, context.switches);
  if (missing.length > 0) {
    const list = missing.map(({ label, reason }) => `${label} (${reason})`).join(', ');
    return refuse('point-open', `Berkas belum lengkap: ${list}.`, 'Permenaker 1/2025 art. 79; rules.md section 6');
  }
  const starts = startsAtCompleteness(claim, context);
  const refusal = refuseUncomputable(starts, context);
  if (refusal) return refusal;
  return [{ type: 'claim.completed' }, ...starts, ...stopRunning(claim, ['first-look'], context.at)];
}
