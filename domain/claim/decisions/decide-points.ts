import { type ClockContext, stopPromises, stopRunning } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import type { FactBody, PayoutOrdered, PointDecision } from '#domain/claim/facts.ts';
import { refuseReportingPayee } from '#domain/claim/payees.ts';
import { isAlive, orderedNow, payoutLines } from '#domain/claim/payout-lines.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState, Recommendation } from '#domain/claim/state.ts';
import type { Point } from '#domain/claim/statuses.ts';
import { POINT_TERMS } from '#domain/claim/terms.ts';
import { sumRupiah } from '#domain/money/money.ts';
import { sharingAllowed } from '#domain/money/payout/account-use.ts';
import { FOUR_EYES, isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

type Payment = Extract<Recommendation, { outcome: 'pay' }>;

/**
 * Point by point, by a second person. The claim moves when every point has a verdict: back to its maker if one was returned, else to
 * payment or to the rejection letter.
 */
export function decidePoints(claim: ClaimState, command: CommandOf<'decidePoints'>, context: ClockContext): FactBody[] | Refusal {
  const { at } = context;
  const { recommendation } = claim;
  if (!recommendation) throw new Error(`claim ${claim.claimId} is recommended without a recommendation`);
  const atStake = pointsAtStake(claim, recommendation.outcome);
  const refusal = refusePoints(claim, command, atStake);
  if (refusal) return refusal;
  const decided: FactBody = { type: 'claim.points-decided', decisions: command.decisions };
  const verdicts = verdictsAfter(claim, command.decisions, atStake);
  if (verdicts.some(({ verdict }) => verdict === 'open')) return [decided];

  const seen = stopRunning(claim, ['second-eyes'], at);
  const returned = verdicts.filter(({ verdict }) => verdict === 'returned').map(({ point }) => point);
  if (returned.length > 0) return [decided, { type: 'claim.returned', points: returned }, ...seen];
  if (recommendation.outcome === 'reject') {
    const { reason, text } = recommendation;
    const type = reason === 'right-lapsed' ? 'claim.lapsed' : 'claim.rejected';
    return [decided, { type, reason, text }, ...seen, ...stopPromises(claim, at)];
  }
  const reporting = refuseReportingPayee(claim, 'Kembalikan butir rekening penerima kepada petugas.');
  if (reporting) return reporting;
  const changed = refuseChanged(claim, recommendation, context);
  if (changed) return changed;
  const orders = ordersFor(claim, recommendation, command.actor.id, context);
  return [decided, { type: 'claim.approved', total: recommendation.total }, ...seen, ...orders];
}

function refusePoints(claim: ClaimState, { actor, decisions }: CommandOf<'decidePoints'>, atStake: readonly Point[]): Refusal | undefined {
  if (claim.rejectedBy.some((one) => isSamePerson(one, actor.id))) {
    const text = 'Anda ikut memutuskan penolakan yang dibantah keluarga. Keberatan diputuskan oleh orang lain.';
    return refuse('conflict-of-interest', text, 'UU 24/2011 art. 48');
  }
  if (decisions.length === 0) return refuse('invalid-command', 'Putuskan paling sedikit satu butir.', 'decisions');
  if (new Set(decisions.map(({ point }) => point)).size < decisions.length) {
    return refuse('invalid-command', 'Satu butir diputuskan dua kali dalam satu kiriman.', 'decisions');
  }
  for (const decision of decisions) {
    const point = atStake.includes(decision.point) ? claim.points[decision.point] : undefined;
    const term = POINT_TERMS[decision.point];
    if (!point) return refuse('invalid-command', `Butir ${term} tidak ada pada usulan ini.`, 'decisions');
    if (point.makers.some((maker) => isSamePerson(maker, actor.id))) {
      return refuse('maker-is-checker', `Anda ikut membuat butir ${term}. Butir ini diputuskan oleh orang lain.`, FOUR_EYES);
    }
    if (point.verdict === 'returned') {
      return refuse('point-open', `Butir ${term} sudah dikembalikan dan harus dibuat ulang dahulu oleh petugas.`, FOUR_EYES);
    }
    if (decision.verdict === 'return' && decision.reason === 'other' && (decision.text ?? '').trim() === '') {
      return refuse('invalid-command', 'Alasan "lainnya" harus dijelaskan.', 'decisions');
    }
  }
  return undefined;
}

/** Coverage may have changed since it was calculated: what is ordered is what is owed now. */
function refuseChanged(claim: ClaimState, { total }: Payment, context: ClockContext): Refusal | undefined {
  const now = entitlementOf(claim, context);
  if (!('refused' in now) && now.total === total) return undefined;
  const text = 'Data klaim berubah sejak jumlahnya dihitung. Kembalikan butir jumlah santunan supaya dihitung ulang.';
  return refuse('point-open', text, 'rules.md section 3');
}

function verdictsAfter(
  claim: ClaimState,
  decisions: readonly PointDecision[],
  atStake: readonly Point[],
): readonly { point: Point; verdict: string }[] {
  const now = new Map(decisions.map(({ point, verdict }) => [point, verdict === 'approve' ? 'approved' : 'returned']));
  return atStake.map((point) => ({ point, verdict: now.get(point) ?? claim.points[point]?.verdict ?? 'open' }));
}

/** One transfer per payee class. A line the bank has confirmed, or may still be paying, is never ordered again. */
function ordersFor(claim: ClaimState, recommendation: Payment, checker: string, context: ClockContext): FactBody[] {
  return payoutLines(claim, recommendation).flatMap(({ payoutId, programme, payeeClass, lines }): FactBody[] => {
    const payee = claim.payees[payeeClass];
    const before = claim.payouts.find((payout) => payout.payoutId === payoutId);
    if (before && isAlive(before)) return [];
    if (!payee) throw new Error(`claim ${claim.claimId} has no account for ${payeeClass}`);
    const payout: PayoutOrdered = {
      payoutId,
      issue: (before?.issue ?? 0) + 1,
      programme,
      payeeClass,
      personId: payee.personId,
      accountRef: payee.accountRef,
      amount: sumRupiah(lines.map((line) => line.amount)),
      lines: lines.map(({ benefit, amount }) => ({ benefit, amount })),
      maker: payee.maker,
      checker: claim.points.payee?.checker?.id ?? checker,
      ...sharingAllowed(payee.shared),
    };
    return [orderedNow(payout, context)];
  });
}
