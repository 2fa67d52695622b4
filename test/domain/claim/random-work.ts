import { checklistOf } from '#domain/claim/checklist.ts';
import type { CommandBody } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import type { PointDecision } from '#domain/claim/facts.ts';
import { canBePaid, payableClasses } from '#domain/claim/payees.ts';
import { hasLivePayout, payoutLines } from '#domain/claim/payout-lines.ts';
import { neededForPayment, pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Point } from '#domain/claim/statuses.ts';
import type { PayeeClass } from '#domain/law/benefit/lines.ts';
import { isRefusal } from '#domain/refusal.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { type ClaimFile, PAY, REGISTRATION, REJECT, SPOUSE_ACCOUNT } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';
import { INJURIES, pick, type Step } from './random-steps.ts';

/** What somebody who knows the work would do next; undefined while only the bank can move the claim. */
export function nextWork(file: ClaimFile, [a, b]: Step['dice']): CommandBody | undefined {
  const claim = file.state;
  switch (claim.status) {
    case 'registered':
    case 'collecting':
      return treatment(file, a) ?? paperWork(file) ?? { type: 'declareComplete' };
    case 'verifying':
      return verification(file, a, b);
    case 'recommended':
      return decision(file, a, b);
    case 'paid':
      return release(claim, a);
    case 'rejected':
    case 'lapsed':
      return { type: 'appeal', reason: 'Keluarga membawa bukti baru.' };
    case 'withdrawn':
      return { type: 'reopen', ground: 'withdrawal-revoked', reason: 'Keluarga mencabut penarikan.' };
    case 'closed':
      return { type: 'reopen', ground: 'new-evidence', reason: 'Ternyata kecelakaan kerja.' };
    default:
      return undefined;
  }
}

/** The payee turned out to be one of those who reported, and has not been paid. */
export function hasReported(claim: ClaimState): boolean {
  const { heirs, submitters } = claim;
  return heirs?.payee != null && submitters.includes(heirs.payee) && !hasLivePayout(claim, heirs.payeeClass);
}

/** Everything it is entitled to has been paid already. */
export function owesNothing({ state, switches }: ClaimFile): boolean {
  const due = entitlementOf(state, { switches });
  return !isRefusal(due) && payoutLines(state, { outcome: 'pay', pack: due.pack, lines: due.lines, total: due.total }).length === 0;
}

/** Coverage is another than when it was recommended. */
function hasChanged({ state, switches }: ClaimFile): boolean {
  if (state.recommendation?.outcome !== 'pay') return false;
  const due = entitlementOf(state, { switches });
  return isRefusal(due) || due.total !== state.recommendation.total;
}

function treatment({ state, at }: ClaimFile, die: number): CommandBody | undefined {
  if (state.kind !== 'accident' || state.treatment || !state.accident || state.accident.happenedAt > at) return undefined;
  const outcome = pick(['recovered', 'disabled', 'died', 'recovered'] as const, die);
  return { type: 'concludeTreatment', outcome, on: at, people: REGISTRATION.people };
}

function verification(file: ClaimFile, a: number, b: number): CommandBody | undefined {
  const claim = file.state;
  const open = neededForPayment(claim).filter((point) => claim.points[point] === undefined || claim.points[point]?.verdict === 'returned');
  if (claim.points.event?.verdict === 'returned') return eventAgain(claim);
  const programme = claim.kind === 'accident' ? 'jkk' : (claim.programme ?? pick(['jkm', 'jkk'], a));
  if (open.includes('programme')) return { type: 'triageCause', programme, reason: 'Sakit.' };
  if (open.includes('heirs')) return heirsAgain(claim, b);
  if (claim.kind === 'death' && claim.heirs && (claim.heirs.payee === null || hasReported(claim))) return heirsAgain(claim, 1);
  // Injuries found again after money has left stand as they are.
  if (open.includes('injury') && !hasLivePayout(claim)) return { type: 'assessInjury', injury: claim.injury ?? pick(INJURIES, b) };
  const account = unconfirmed(claim);
  // Every account has money under way: the bank moves the claim.
  if (!account && open.includes('payee')) return undefined;
  return paperWork(file) ?? account ?? (owesNothing(file) ? rejection(claim) : PAY);
}

/** Not while the bank owes an answer. */
export function rejection({ payouts }: ClaimState): CommandBody | undefined {
  return payouts.some(({ state }) => state === 'ordered' || state === 'unknown') ? undefined : REJECT;
}

function decision(file: ClaimFile, a: number, b: number): CommandBody {
  const claim = file.state;
  const atStake = pointsAtStake(claim, claim.recommendation?.outcome ?? 'pay');
  const open = atStake.filter((point) => claim.points[point]?.verdict === 'open');
  if (claim.recommendation?.outcome === 'pay' && hasReported(claim)) {
    const others = open.filter((point) => point !== 'payee');
    return { type: 'decidePoints', decisions: [...others.map((point) => verdictOn(point, false)), verdictOn('payee', true)] };
  }
  if (hasChanged(file) && open.includes('amount'))
    return {
      type: 'decidePoints',
      decisions: [...open.filter((point) => point !== 'amount').map((point) => verdictOn(point, false)), verdictOn('amount', true)],
    };
  // Now and then one point goes back.
  const back = b % 4 === 3 ? pick(open, a) : undefined;
  return { type: 'decidePoints', decisions: open.map((point) => verdictOn(point, point === back)) };
}

/** Late money: an account where the one before was lost, then two who say the same; nobody who may not have it is paid. */
function release(claim: ClaimState, die: number): CommandBody | undefined {
  const isLate = ({ lines }: (typeof claim.payouts)[number]): boolean => lines.every(({ benefit }) => benefit === 'late.compensation');
  const waiting = claim.payouts.find((payout) => isLate(payout) && ['held', 'refused', 'reversed'].includes(payout.state));
  if (!waiting) return undefined;
  const { payoutId, payeeClass } = waiting;
  const payee = claim.payees[payeeClass];
  const account = payee ? undefined : accountFor(claim, payeeClass);
  if (account && die % 3 > 0 && mayBePaid(claim, payeeClass, account.personId)) return account;
  const mayPay = payee !== undefined && mayBePaid(claim, payeeClass, payee.personId);
  const proposed = claim.proposals[`release:${payoutId}:pay`] ? 'pay' : undefined;
  const verdict = mayPay ? (proposed ?? pick(['pay', 'decline'] as const, die)) : 'decline';
  return { type: 'releasePayout', payoutId, verdict, reason: 'Sesuai hitungan.' };
}

function mayBePaid(claim: ClaimState, payeeClass: PayeeClass, personId: string): boolean {
  return canBePaid(claim, payeeClass, personId) && !claim.submitters.includes(personId);
}

function verdictOn(point: Point, isBack: boolean): PointDecision {
  return isBack ? { point, verdict: 'return', reason: 'paper-inconsistent' } : { point, verdict: 'approve' };
}

/** As it stands: somebody has looked again. */
export function eventAgain({ eventOn }: Pick<ClaimState, 'eventOn'>): CommandBody {
  return { type: 'correctEvent', eventOn, reason: 'Akta kematian diperiksa lagi.' };
}

export function heirsAgain({ people }: Pick<ClaimState, 'people'>, die: number): CommandBody {
  return { type: 'resolveHeirs', people: die % 2 === 0 ? people : REGISTRATION.people, arrangedFuneral: 'tetangga' };
}

/** Brings what is missing, then checks what nobody has seen. */
export function paperWork(file: ClaimFile): CommandBody | undefined {
  const claim = file.state;
  const today = toLocal(file.at, file.calendar.zone).day;
  const { missing } = checklistOf(claim, today, file.switches);
  const unseen = claim.papers.filter(({ verdict }) => verdict === 'unseen');
  if (unseen.length > 0) return { type: 'verifyDocuments', verdicts: unseen.map(({ documentId }) => ({ documentId, verdict: 'ok' })) };
  if (missing.length === 0) return undefined;
  return { type: 'attachDocuments', papers: missing.map((one) => paper(one.paper, claim.papers.length + 10, today)) };
}

/** The next account without which nothing can be recommended. */
function unconfirmed(claim: ClaimState): CommandBody | undefined {
  if (claim.kind === 'death' && (!claim.heirs || claim.heirs.payee === null)) return undefined;
  const isReturned = claim.points.payee === undefined || claim.points.payee.verdict === 'returned';
  const hasReportedSince = (one: PayeeClass): boolean => claim.submitters.includes(claim.payees[one]?.personId ?? '');
  // Whoever was paid before he turned out to have reported keeps what he has; nobody confirms him again.
  const classes = payableClasses(claim).filter((one) => !(hasReportedSince(one) && hasLivePayout(claim, one)));
  const payeeClass = classes.find((one) => claim.payees[one] === undefined || isReturned || hasReportedSince(one));
  return payeeClass && accountFor(claim, payeeClass);
}

const PERSON_OF = { fund: 'dana-jaminan-sosial', provider: 'rumah-sakit', participant: 'peserta-1' } as const;

function accountFor(claim: ClaimState, payeeClass: PayeeClass): Extract<CommandBody, { type: 'confirmPayeeAccount' }> {
  const named = claim.heirs?.payee ?? 'pasangan';
  const personId = payeeClass === 'heirs' || payeeClass === 'funeralArranger' ? named : PERSON_OF[payeeClass];
  const standing = hasLivePayout(claim, payeeClass) ? claim.payees[payeeClass]?.accountRef : undefined;
  return { ...SPOUSE_ACCOUNT, payeeClass, personId, accountRef: standing ?? `rekening-${payeeClass}` };
}
