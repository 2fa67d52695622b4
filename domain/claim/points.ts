import type { ClaimState } from './state.ts';
import type { Point } from './statuses.ts';

type Rests = Pick<ClaimState, 'kind' | 'programme' | 'injury' | 'points'>;

/** What a recommendation puts before the second person; points of the other outcome keep their verdicts meanwhile. */
export function pointsAtStake(claim: Rests, outcome: 'pay' | 'reject'): readonly Point[] {
  if (outcome === 'reject') return [...corrected(claim), 'rejection'];
  return [...neededForPayment(claim), 'amount'];
}

/** What must be settled before a payment can be recommended. */
export function neededForPayment(claim: Rests): readonly Point[] {
  const { kind, programme, injury } = claim;
  const event = corrected(claim);
  if (kind === 'accident') return [...event, 'completeness', 'programme', 'injury', 'payee'];
  // Of a death by illness an injury pays nothing, so nobody has to settle it.
  const isPaid = injury !== undefined && programme === 'jkk';
  const points: readonly Point[] = isPaid ? ['programme', 'heirs', 'injury', 'payee'] : ['programme', 'heirs', 'payee'];
  return [...event, 'completeness', ...points];
}

/** The days of the event are a point only where somebody corrected them; whatever is decided then rests on them. */
function corrected({ points }: Rests): readonly Point[] {
  return points.event === undefined ? [] : ['event'];
}
