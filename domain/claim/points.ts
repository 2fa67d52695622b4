import type { ClaimState } from './state.ts';
import type { Point } from './statuses.ts';

/** What a recommendation puts before the second person; points of the other outcome keep their verdicts meanwhile. */
export function pointsAtStake(claim: Pick<ClaimState, 'kind' | 'programme' | 'injury'>, outcome: 'pay' | 'reject'): readonly Point[] {
  if (outcome === 'reject') return ['rejection'];
  return [...neededForPayment(claim), 'amount'];
}

/** What must be settled before a payment can be recommended. */
export function neededForPayment({ kind, programme, injury }: Pick<ClaimState, 'kind' | 'programme' | 'injury'>): readonly Point[] {
  if (kind === 'accident') return ['completeness', 'programme', 'injury', 'payee'];
  // Of a death by illness an injury pays nothing, so nobody has to settle it.
  const isPaid = injury !== undefined && programme === 'jkk';
  return !isPaid ? ['completeness', 'programme', 'heirs', 'payee'] : ['completeness', 'programme', 'heirs', 'injury', 'payee'];
}
