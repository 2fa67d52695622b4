import type { CommandOf } from '#domain/claim/commands.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

export function acknowledgeEscalation(claim: ClaimState, { rungKey, reason }: CommandOf<'acknowledgeEscalation'>): FactBody[] | Refusal {
  const rung = claim.rungs.find((candidate) => candidate.key === rungKey);
  if (!rung) return refuse('clock-unknown', 'Eskalasi itu tidak ada pada klaim ini.', 'rules.md section 7: ladder');
  if (rung.acknowledgedAt !== undefined) return [];
  if (reason.trim() === '') return refuse('invalid-command', 'Tulis alasan dan tindak lanjutnya.', 'reason');
  return [{ type: 'sla.escalation-acknowledged', rungKey, reason: reason.trim() }];
}
