import type { PaperVerdict } from '#domain/claim/parts.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { rupiah } from '#domain/money.ts';
import {
  APPROVE_ALL,
  APPROVER,
  ClaimFile,
  CONFIRMED,
  type FileOptions,
  OFFICER,
  PAPERS_OF_ACCIDENT,
  PAY,
  REJECT,
  SPOUSE_ACCOUNT,
} from './claims.ts';
import { paper } from './people.ts';

/** Statuses that the straight path and its refusals reach; the others come with later commands. */
export type ReachedStatus = Exclude<ClaimStatus, 'approved' | 'paid' | 'withdrawn' | 'lapsed'>;

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
  if (status === 'rejected') return reject(file);
  prepare(file, options);
  file.give(OFFICER, PAY);
  if (isThere()) return file;
  file.give(APPROVER, APPROVE_ALL);
  if (isThere()) return file;
  for (const payout of file.state.payouts) file.bankSays(payout, CONFIRMED);
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

function reject(file: ClaimFile): ClaimFile {
  file.give(OFFICER, REJECT);
  file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'approve' }] });
  return file;
}
