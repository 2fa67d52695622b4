import { toLocal } from '#domain/calendar/zone.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import type { CommandBody, CommandType } from '#domain/claim/commands.ts';
import type { PointDecision } from '#domain/claim/facts.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { POINTS, POINTS_OF, type Point } from '#domain/claim/statuses.ts';
import { REJECTION_REASONS, RETURN_REASONS } from '#domain/reason-codes.ts';
import { type ClaimFile, PAY, REGISTRATION, SPOUSE_ACCOUNT } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';
import { ANY_PAPER, type Step } from './random-steps.ts';

export const PARTNER_ACCOUNT = 'rekening-mitra';

function pick<T>(from: readonly T[], die: number): T {
  return from[die % from.length] as T;
}

/** A command of that type whose particulars suit the claim often enough to go deep, and are wrong often enough to be refused. */
export function commandOf(type: CommandType, file: ClaimFile, [a, b, c]: Step['dice']): CommandBody {
  const claim = file.state;
  switch (type) {
    case 'attachDocuments':
      return {
        type,
        papers: Array(1 + (c % 2)).fill(paper(pick(ANY_PAPER, a), b % 3, pick(['2026-02-25', '2025-01-02', '9999-12-31'], c))),
      };
    case 'verifyDocuments':
      return { type, verdicts: verdicts(claim, a, b) };
    case 'requestCompletion':
      return { type, papers: a % 5 === 0 ? [] : [{ paper: pick(ANY_PAPER, b), reason: 'Belum ada.' }] };
    case 'declareComplete':
      return { type };
    case 'triageCause':
      return { type, programme: pick(['jkm', 'jkk'], a), reason: b % 6 === 0 ? ' ' : 'Keterangan dokter.' };
    case 'resolveHeirs':
      return heirs(claim, a, b, c);
    case 'confirmPayeeAccount':
      return account(claim, a, b, c);
    case 'recommend':
      return a % 3 > 0 ? PAY : { type, outcome: 'reject', reason: pick(REJECTION_REASONS, b), text: c % 6 === 0 ? '' : 'Penjelasan.' };
    case 'decidePoints':
      return { type, decisions: decisions(claim, a, b, c) };
    case 'acknowledgeEscalation':
      return { type, rungKey: pick(['lain:1:100', ...claim.rungs.map(({ key }) => key)], a), reason: b % 6 === 0 ? '' : 'Dialihkan.' };
  }
}

/** What somebody who knows the work would do next; undefined while only the bank can move the claim. */
export function nextWork(file: ClaimFile, [a, b]: Step['dice']): CommandBody | undefined {
  const claim = file.state;
  const isOpen = (point: Point): boolean => claim.points[point] === undefined || claim.points[point]?.verdict === 'returned';
  switch (claim.status) {
    case 'registered':
    case 'collecting':
      return paperWork(file) ?? { type: 'declareComplete' };
    case 'verifying':
      if (isOpen('programme')) return { type: 'triageCause', programme: claim.programme ?? pick(['jkm', 'jkk'], a), reason: 'Sakit.' };
      if (isOpen('heirs')) return heirsAgain(claim, b);
      if (claim.heirs && (claim.heirs.payee === null || hasReported(claim))) return heirsAgain(claim, 1);
      return paperWork(file) ?? unconfirmed(claim) ?? PAY;
    case 'recommended': {
      const atStake: readonly Point[] = POINTS_OF[claim.recommendation?.outcome ?? 'pay'];
      const open = atStake.filter((point) => claim.points[point]?.verdict === 'open');
      if (claim.recommendation?.outcome === 'pay' && hasReported(claim)) {
        const others = open.filter((point) => point !== 'payee');
        return { type: 'decidePoints', decisions: [...others.map((point) => verdictOn(point, false)), verdictOn('payee', true)] };
      }
      // Now and then one point goes back.
      const back = b % 4 === 3 ? pick(open, a) : undefined;
      return { type: 'decidePoints', decisions: open.map((point) => verdictOn(point, point === back)) };
    }
    default:
      return undefined;
  }
}

/** The payee turned out to be one of those who reported, and has not been paid. */
export function hasReported(claim: ClaimState): boolean {
  const { heirs, submitters } = claim;
  return heirs?.payee != null && submitters.includes(heirs.payee) && !hasLivePayout(claim, heirs.payeeClass);
}

function verdictOn(point: Point, isBack: boolean): PointDecision {
  return isBack ? { point, verdict: 'return', reason: 'paper-inconsistent' } : { point, verdict: 'approve' };
}

function heirsAgain({ people }: ClaimState, die: number): CommandBody {
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
export function unconfirmed(claim: ClaimState): CommandBody | undefined {
  const { heirs } = claim;
  if (!heirs || heirs.payee === null) return undefined;
  const classes = heirs.payeeClass === 'heirs' ? (['heirs'] as const) : (['funeralArranger', 'fund'] as const);
  const isReturned = claim.points.payee === undefined || claim.points.payee.verdict === 'returned';
  const live = new Set(claim.payouts.filter(({ state }) => state !== 'refused').map(({ payeeClass }) => payeeClass));
  const payeeClass = classes.find((one) => !live.has(one) && (claim.payees[one] === undefined || isReturned));
  if (!payeeClass) return undefined;
  const personId = payeeClass === 'fund' ? 'dana-jaminan-sosial' : heirs.payee;
  return { ...SPOUSE_ACCOUNT, payeeClass, personId, accountRef: `rekening-${payeeClass}` };
}

function verdicts(claim: ClaimState, a: number, b: number) {
  const documentIds = [...claim.papers.map(({ documentId }) => documentId), 'dokumen-asing'];
  if (a % 8 === 0) return [];
  if (a % 8 < 4) return claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' }) as const);
  const documentId = pick(documentIds, b);
  return a % 8 < 6 ? [{ documentId, verdict: 'ok' } as const] : [{ documentId, verdict: 'refused', reason: 'Buram.' } as const];
}

function heirs(claim: ClaimState, a: number, b: number, c: number): CommandBody {
  const people = pick([claim.people, [], REGISTRATION.people, [...claim.people, ...claim.people]], a);
  const arrangedFuneral = pick([undefined, 'tetangga', 'bpr-contoh', 'orang-1'], b);
  const powerOfAttorneyTo = pick([undefined, undefined, ...claim.people.map(({ id }) => id)], c);
  return {
    type: 'resolveHeirs',
    people,
    ...(arrangedFuneral === undefined ? {} : { arrangedFuneral }),
    ...(powerOfAttorneyTo === undefined ? {} : { powerOfAttorneyTo }),
    ...(c % 7 === 0 ? { dispute: true } : {}),
  };
}

function account(claim: ClaimState, a: number, b: number, c: number): CommandBody {
  const ownedByPartner = c % 6 === 0;
  return {
    type: 'confirmPayeeAccount',
    payeeClass: pick(['heirs', 'heirs', 'funeralArranger', 'fund', 'participant'], a),
    personId: pick([claim.heirs?.payee ?? 'pasangan', 'tetangga', 'dana-jaminan-sosial', 'bpr-contoh', 'orang-1'], b),
    accountRef: ownedByPartner ? PARTNER_ACCOUNT : `rekening-${b % 4}`,
    inquiry: { holder: pick(['match', 'match', 'ask', 'differs'], c), ownedByPartner },
  };
}

function decisions(claim: ClaimState, a: number, b: number, c: number): readonly PointDecision[] {
  const made = POINTS.filter((point) => claim.points[point]);
  const some = (a % 4 === 0 ? POINTS : made).filter((_point, index) => a % 3 === 0 || (b >> index) % 2 === 1);
  return some.map((point, index): PointDecision => {
    if ((c >> index) % 4 > 0) return { point, verdict: 'approve' };
    return { point, verdict: 'return', reason: pick(RETURN_REASONS, c + index), ...(c % 2 === 0 ? { text: 'Perbaiki.' } : {}) };
  });
}
