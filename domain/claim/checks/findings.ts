import { InputError } from '#domain/input-error.ts';
import type { RejectionReason } from '#domain/reason-codes.ts';
import type { CheckId, CheckResult, CheckVerdict, Evidence } from './checks.ts';
import type { NoAnswerReason } from './registry-answer.ts';

/** One thing looked at. The worst finding of a check is its result. */
export type Finding = { readonly verdict: CheckVerdict; readonly evidence: Evidence; readonly proposes?: RejectionReason };

/** Who said it, as shown. */
export const CIVIL_REGISTRY = 'Dukcapil';
export const MEMBERSHIP_REGISTRY = 'BPJS Ketenagakerjaan';
export const READINESS_FILE = 'berkas kesiapan';
export const CLAIM_FILE = 'klaim';
export const BANK = 'bank';

/** A claim stays readable, and its history small, however much is found. */
const MOST_EVIDENCE = 20;
const SEVERITY: Readonly<Record<CheckVerdict, number>> = { fail: 0, ask: 1, pass: 2 };

export function passes(evidence: Evidence): Finding {
  return { verdict: 'pass', evidence };
}

export function asks(evidence: Evidence): Finding {
  return { verdict: 'ask', evidence };
}

export function fails(evidence: Evidence, proposes?: RejectionReason): Finding {
  return { verdict: 'fail', evidence, ...(proposes === undefined ? {} : { proposes }) };
}

/** A check that looked at nothing has cleared nothing. Worst findings first. */
export function conclude(check: CheckId, findings: readonly Finding[]): CheckResult {
  const worstFirst = [...findings].sort((left, right) => SEVERITY[left.verdict] - SEVERITY[right.verdict]);
  const proposes = worstFirst.find((finding) => finding.proposes !== undefined)?.proposes;
  return {
    check,
    result: worstFirst[0]?.verdict ?? 'ask',
    evidence: worstFirst.slice(0, MOST_EVIDENCE).map(({ evidence }) => evidence),
    ...(proposes === undefined ? {} : { proposes }),
  };
}

const NO_ANSWER_TERMS: Readonly<Record<NoAnswerReason, string>> = {
  timeout: 'tidak menjawab dalam waktunya',
  unreachable: 'tidak dapat dihubungi',
  'connection-lost': 'sambungan terputus',
  'server-error': 'sedang terganggu',
  'not-authorised': 'menolak kunci akses Santun',
  'question-refused': 'menolak pertanyaan',
  'answer-unreadable': 'jawaban tidak terbaca',
  'answer-about-someone-else': 'jawaban tentang orang lain',
  'nobody-to-ask-about': 'belum dapat ditanya: NIK peserta belum tersimpan',
};

export function silence(source: string, why: NoAnswerReason): Finding {
  return asks({ what: `Jawaban ${source}`, found: NO_ANSWER_TERMS[why], source });
}

/** A check that broke. Words of ours are shown; a stranger's message may hold anything, so only its kind is. */
export function checkFailed(check: CheckId, error: unknown): CheckResult {
  const kind = error instanceof Error ? error.name : typeof error;
  const found = error instanceof InputError ? error.message : `tidak dapat dijalankan (${kind})`;
  return conclude(check, [asks({ what: 'Pemeriksaan ini', found, source: 'Santun' })]);
}
