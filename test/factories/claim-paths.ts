import { checklistOf } from '#domain/claim/checklist.ts';
import type { Injury, PaperVerdict } from '#domain/claim/parts.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { rupiah } from '#domain/money/money.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import {
  APPROVER,
  approveOpen,
  ClaimFile,
  type FileOptions,
  OFFICER,
  PAPERS_OF_ACCIDENT,
  PAY,
  paidNow,
  REJECT,
  SPOUSE_ACCOUNT,
} from './claims.ts';
import { paper } from './people.ts';

/** A JKM complete on Monday 2 March 2026 is due on Thursday at 16:00 in Kupang; two days and an hour less. */
export const TWO_DAYS_LATE = instant('2026-03-07T07:00:00Z');

/** `approved` lasts no longer than the decision that orders the money. */
export type ReachedStatus = Exclude<ClaimStatus, 'approved'>;

export type PathOptions = FileOptions & {
  readonly programme?: 'jkm' | 'jkk';
  /** No heir of any class: a neighbour arranged the funeral, the rest goes to the fund. */
  readonly nobodyInherits?: boolean;
};

/** Brings a claim to a status by the commands people would give, in order. */
export function claimIn(status: ReachedStatus, options: PathOptions = {}): ClaimFile {
  const file = new ClaimFile(withRegistration(options));
  const isThere = (): boolean => file.state.status === status;
  if (isThere()) return file;
  verifyAll(file);
  if (isThere()) return file;
  file.give(OFFICER, { type: 'declareComplete' });
  if (isThere()) return file;
  if (status === 'rejected' || status === 'lapsed') return reject(file, status === 'lapsed' ? 'right-lapsed' : 'false-paper');
  if (status === 'withdrawn') {
    file.give(OFFICER, { type: 'withdraw', reason: 'Diminta keluarga dengan surat.' });
    return file;
  }
  prepare(file, options);
  file.give(OFFICER, PAY);
  if (isThere()) return file;
  file.give(APPROVER, approveOpen(file));
  if (isThere()) return file;
  if (status === 'paid') file.at = TWO_DAYS_LATE;
  for (const payout of file.state.payouts) file.bankSays(payout, paidNow(file));
  return file;
}

/** Verified, complete, triaged, heirs and payee settled: only the recommendation is missing. */
export function readyToRecommend(options: PathOptions = {}): ClaimFile {
  const file = claimIn('verifying', options);
  prepare(file, options);
  return file;
}

export function verifyAll(file: ClaimFile): void {
  const verdicts = file.state.papers.map(({ documentId }): PaperVerdict => ({ documentId, verdict: 'ok' }));
  file.give(OFFICER, { type: 'verifyDocuments', verdicts });
}

/** Whatever the checklist still asks for is brought and found good. */
export function bringMissing(file: ClaimFile): void {
  const today = toLocal(file.at, file.calendar.zone).day;
  const { missing } = checklistOf(file.state, today, file.switches);
  const papers = missing
    .filter(({ paper: id, reason }) => reason !== 'not-yet-checked' || !file.state.papers.some((one) => one.paper === id))
    .map(({ paper: id }) => paper(id, file.state.papers.length + 20, today));
  if (papers.length > 0) file.give(OFFICER, { type: 'attachDocuments', papers });
  verifyAll(file);
}

const RECOVERED_AT = instant('2026-02-27T02:00:00Z');
export const JKK = { type: 'triageCause', programme: 'jkk', reason: 'Tertabrak saat mengantar barang dagangan.' } as const;
export const PARTICIPANT_ACCOUNT = {
  ...SPOUSE_ACCOUNT,
  payeeClass: 'participant',
  personId: 'peserta-1',
  accountRef: 'rekening-peserta',
} as const;
export const PROVIDER_ACCOUNT = { ...SPOUSE_ACCOUNT, payeeClass: 'provider', personId: 'rumah-sakit', accountRef: 'rekening-rs' } as const;

/** An accident after treatment, complete and found to be work's: the injury is still to be assessed. */
export function treatedAccident(options: FileOptions = {}): ClaimFile {
  const file = new ClaimFile({ ...options, registration: { kind: 'accident', ...options.registration } });
  verifyAll(file);
  file.give(OFFICER, { type: 'concludeTreatment', outcome: 'recovered', on: RECOVERED_AT });
  file.give(OFFICER, JKK);
  bringMissing(file);
  file.give(OFFICER, { type: 'declareComplete' });
  return file;
}

/** Its injury assessed, its accounts confirmed. */
export function assessedAccident(injury: Injury, options: FileOptions = {}): ClaimFile {
  const file = treatedAccident(options);
  file.give(OFFICER, { type: 'assessInjury', injury });
  bringMissing(file);
  file.give(OFFICER, PARTICIPANT_ACCOUNT);
  if ((injury.medicalReceipts ?? 0) + (injury.homeCareReceipts ?? 0) > 0) file.give(OFFICER, PROVIDER_ACCOUNT);
  return file;
}

/** Recommended, approved and confirmed by the bank. */
export function payOut(file: ClaimFile): ClaimFile {
  file.give(OFFICER, PAY);
  file.give(APPROVER, approveOpen(file));
  for (const payout of file.state.payouts.filter(({ state }) => state === 'ordered')) file.bankSays(payout, paidNow(file));
  return file;
}

/** The papers a work accident needs beyond those of any death, brought and checked. */
export function bringAccidentPapers(file: ClaimFile): void {
  file.give(OFFICER, { type: 'attachDocuments', papers: PAPERS_OF_ACCIDENT.map((kind) => paper(kind, 1, '2026-02-25')) });
  verifyAll(file);
}

function withRegistration({ programme, nobodyInherits = false, ...options }: PathOptions): FileOptions {
  const registration = {
    ...(nobodyInherits ? { people: [] } : {}),
    ...(programme === 'jkk' ? { wageBase: rupiah(2_500_000) } : {}),
    ...options.registration,
  };
  return { ...options, registration };
}

function prepare(file: ClaimFile, { programme = 'jkm', nobodyInherits = false }: PathOptions): void {
  file.give(OFFICER, { type: 'triageCause', programme, reason: 'Surat keterangan dokter dan keterangan keluarga.' });
  if (programme === 'jkk') bringAccidentPapers(file);
  const { people } = file.state;
  file.give(OFFICER, { type: 'resolveHeirs', people, ...(nobodyInherits ? { arrangedFuneral: 'tetangga' } : {}) });
  if (nobodyInherits) confirmBothAccounts(file);
  else file.give(OFFICER, SPOUSE_ACCOUNT);
}

function confirmBothAccounts(file: ClaimFile): void {
  const account = { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'tetangga', accountRef: 'rekening-tetangga' } as const;
  file.give(OFFICER, account);
  file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial', accountRef: 'rekening-dana' });
}

function reject(file: ClaimFile, reason: 'false-paper' | 'right-lapsed'): ClaimFile {
  file.give(OFFICER, { ...REJECT, reason });
  file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'approve' }] });
  return file;
}
