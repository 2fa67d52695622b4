import type { CommandBody, CommandType } from '#domain/claim/commands.ts';
import type { PointDecision } from '#domain/claim/facts.ts';
import { TREATMENT_OUTCOMES } from '#domain/claim/parts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { POINTS } from '#domain/claim/statuses.ts';
import { REJECTION_REASONS, RETURN_REASONS } from '#domain/reason-codes.ts';
import { day } from '#domain/time/calendar/day.ts';
import { PAUSE_GROUNDS } from '#domain/time/clock/grounds.ts';
import { type ClaimFile, PAY, REGISTRATION } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';
import { ANY_PAPER, INJURIES, pick, type Step } from './random-steps.ts';

export const PARTNER_ACCOUNT = 'rekening-mitra';

const FINDINGS = [{ outcome: 'paid', bankReference: 'BANK-R' }, { outcome: 'unpaid' }, { outcome: 'paid', bankReference: ' ' }] as const;

function wordsOr(none: string, die: number): string {
  return die % 6 === 0 ? none : 'Dicatat di berita acara.';
}

/** Days before now, now, or a while ahead, which nobody may say. */
function instantAround({ at }: ClaimFile, die: number): number {
  return at + pick([0, -3_600_000, -86_400_000, -5 * 86_400_000, -200 * 86_400_000, 60_000], die);
}

function payoutOf({ payouts }: ClaimState, die: number, state: string): { readonly payoutId: string; readonly issue: number } {
  const meant = payouts.filter((payout) => payout.state === state);
  const { payoutId, issue } = pick(die % 5 === 0 || meant.length === 0 ? [...payouts, { payoutId: 'lain', issue: 1 }] : meant, die);
  return { payoutId, issue };
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
    case 'waiveDocument':
      return { type, paper: pick([...ANY_PAPER, ...claim.papers.map(({ paper: id }) => id)], a), reason: wordsOr('', b) };
    case 'revokeCompleteness':
      return { type, papers: a % 6 === 0 ? [] : [{ paper: pick(ANY_PAPER, b), reason: 'Palsu.' }], reason: wordsOr('', c) };
    case 'correctEvent':
      return { type, ...correction(claim, a, b), reason: wordsOr(' ', c) };
    case 'assessInjury':
      return { type, injury: pick(INJURIES, a) };
    case 'concludeTreatment':
      return {
        type,
        outcome: pick(TREATMENT_OUTCOMES, a),
        on: instantAround(file, b),
        ...(c % 2 === 0 ? { people: REGISTRATION.people } : {}),
      };
    case 'pauseClock':
      return { type, ground: pick(PAUSE_GROUNDS, a), source: wordsOr(' ', b), ...(c % 2 === 0 ? {} : { from: instantAround(file, c) }) };
    case 'resumeClock':
      return { type, ground: pick([...PAUSE_GROUNDS, ...claim.holds.map(({ ground }) => ground)], a), reason: wordsOr('', b) };
    case 'extendPromise':
      return { type, units: pick([1, 2, 7, 8, 0, -1, 1.5], a), reason: wordsOr('', b) };
    case 'releasePayout':
      return { type, payoutId: payoutOf(claim, a, 'held').payoutId, verdict: pick(['pay', 'decline'], b), reason: wordsOr('', c) };
    case 'exemptPayout':
      return { type, payoutId: payoutOf(claim, a, 'ordered').payoutId, reason: wordsOr('', b) };
    case 'resolveUnknownPayout':
      return { type, ...payoutOf(claim, a, 'unknown'), finding: pick(FINDINGS, b), evidence: wordsOr('', c) };
    // Most of what could be tried ends here; rarer, so that there is something left to try.
    case 'withdraw':
      return { type, reason: a % 4 === 0 ? 'Diminta keluarga.' : ' ' };
    case 'appeal':
      return { type, reason: wordsOr('', a) };
    case 'reopen':
      return { type, ground: pick(['new-evidence', 'withdrawal-revoked'], a), reason: wordsOr('', b) };
  }
}

/** The day as it stands, a few days off, in another pack, not yet, and impossible ones. */
function correction({ eventOn, diedOn }: ClaimState, a: number, b: number) {
  const days = ['2026-02-19', '2026-02-20', '2025-02-27', '2019-12-01', '2014-05-05', '0001-01-01', '2062-02-20', '9999-12-31'].map(day);
  const births = ['1980-02-29', '0001-01-01', '2026-02-21', '9999-12-31'].map(day);
  return {
    ...(a % 5 === 0 ? {} : { eventOn: pick([eventOn, ...days], a) }),
    ...(diedOn === undefined && a % 7 > 0 ? {} : { diedOn: pick([diedOn ?? eventOn, ...days], b) }),
    ...(b % 4 === 0 ? { birthDate: pick(births, a) } : {}),
  };
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
    payeeClass: pick(['heirs', 'heirs', 'funeralArranger', 'fund', 'participant', 'provider'], a),
    personId: pick(
      [claim.heirs?.payee ?? 'pasangan', 'tetangga', 'dana-jaminan-sosial', 'bpr-contoh', 'orang-1', 'peserta-1', 'rumah-sakit'],
      b,
    ),
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
