import { sumRupiah } from '../../money.ts';
import { payoutId } from '../../payout/payout-id.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type ClockContext, stopPromises, stopRunning } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody, PayoutOrdered, PointDecision } from '../facts.ts';
import type { ClaimState, Recommendation } from '../state.ts';
import type { Point } from '../statuses.ts';

const FOUR_EYES = 'design.md section 3: maker is never checker, whatever the roles';

/**
 * Point by point, by a second person. The claim moves when every point has a verdict: back to its maker if one was returned, else to
 * payment or to the rejection letter.
 */
export function decidePoints(claim: ClaimState, command: CommandOf<'decidePoints'>, { at }: ClockContext): FactBody[] | Refusal {
  const refusal = refusePoints(claim, command);
  if (refusal) return refusal;
  const decided: FactBody = { type: 'claim.points-decided', decisions: command.decisions };
  const verdicts = verdictsAfter(claim, command.decisions);
  if (verdicts.some(({ verdict }) => verdict === 'open')) return [decided];

  const seen = stopRunning(claim, ['second-eyes'], at);
  const returned = verdicts.filter(({ verdict }) => verdict === 'returned').map(({ point }) => point);
  if (returned.length > 0) return [decided, { type: 'claim.returned', points: returned }, ...seen];
  const { recommendation } = claim;
  if (!recommendation) throw new Error(`claim ${claim.claimId} is recommended without a recommendation`);
  if (recommendation.outcome === 'reject') {
    const { reason, text } = recommendation;
    return [decided, { type: 'claim.rejected', reason, text }, ...seen, ...stopPromises(claim, at)];
  }
  const orders = ordersFor(claim, recommendation, command.actor.id);
  return [decided, { type: 'claim.approved', total: recommendation.total }, ...seen, ...orders];
}

function refusePoints(claim: ClaimState, { actor, decisions }: CommandOf<'decidePoints'>): Refusal | undefined {
  if (decisions.length === 0) return refuse('invalid-command', 'Putuskan paling sedikit satu butir.', 'decisions');
  if (new Set(decisions.map(({ point }) => point)).size < decisions.length) {
    return refuse('invalid-command', 'Satu butir diputuskan dua kali dalam satu kiriman.', 'decisions');
  }
  for (const decision of decisions) {
    const point = claim.points[decision.point];
    if (!point) return refuse('invalid-command', `Butir ${decision.point} tidak ada pada usulan ini.`, 'decisions');
    if (point.maker.id === actor.id) {
      return refuse('maker-is-checker', 'Anda pembuat butir ini. Butir ini diputuskan oleh orang lain.', FOUR_EYES);
    }
    if (decision.verdict === 'return' && decision.reason === 'other' && (decision.text ?? '').trim() === '') {
      return refuse('invalid-command', 'Alasan "lainnya" harus dijelaskan.', 'decisions');
    }
  }
  return undefined;
}

function verdictsAfter(claim: ClaimState, decisions: readonly PointDecision[]): readonly { point: Point; verdict: string }[] {
  const now = new Map(decisions.map(({ point, verdict }) => [point, verdict === 'approve' ? 'approved' : 'returned']));
  return (Object.keys(claim.points) as Point[]).map((point) => ({
    point,
    verdict: now.get(point) ?? claim.points[point]?.verdict ?? 'open',
  }));
}

/** One transfer per payee class. A line the bank has confirmed, or may still be paying, is never ordered again. */
function ordersFor(claim: ClaimState, recommendation: Extract<Recommendation, { outcome: 'pay' }>, checker: string): FactBody[] {
  const programme = claim.programme ?? 'jkm';
  const classes = [...new Set(recommendation.lines.map((line) => line.payeeClass))];
  return classes.flatMap((payeeClass): FactBody[] => {
    const payee = claim.payees[payeeClass];
    if (!payee) throw new Error(`claim ${claim.claimId} has no account for ${payeeClass}`);
    const lines = recommendation.lines.filter((line) => line.payeeClass === payeeClass);
    const id = payoutId(claim.claimId, claim.generation, programme, 'once', payeeClass);
    const before = claim.payouts.find((payout) => payout.payoutId === id);
    if (before && before.state !== 'refused') return [];
    const payout: PayoutOrdered = {
      payoutId: id,
      issue: (before?.issue ?? 0) + 1,
      programme,
      payeeClass,
      personId: payee.personId,
      accountRef: payee.accountRef,
      amount: sumRupiah(lines.map((line) => line.amount)),
      benefits: lines.map((line) => line.benefit),
      maker: claim.points.payee?.maker.id ?? '',
      checker: claim.points.payee?.checker?.id ?? checker,
    };
    return [{ type: 'payout.ordered', payout }];
  });
}
