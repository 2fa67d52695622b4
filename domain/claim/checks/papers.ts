import type { Checklist } from '#domain/claim/checklist.ts';
import { MISSING_TERMS } from '#domain/claim/terms.ts';
import type { MissingReason } from '#domain/law/papers/completeness.ts';
import type { CheckResult } from './checks.ts';
import { asks, CLAIM_FILE, conclude, fails, passes } from './findings.ts';

/** A paper that is there and cannot count; one that is only missing or unseen is still a question. */
const WRONG: readonly MissingReason[] = ['refused', 'dated-before-event', 'dated-in-future', 'village-letter-not-accepted'];

/** The checklist as the claim itself reads it. */
export function checkPapers({ missing, required, verified }: Pick<Checklist, 'missing' | 'required' | 'verified'>): CheckResult {
  const progress = { what: 'Berkas wajib terverifikasi', found: String(verified), expected: String(required), source: CLAIM_FILE };
  const findings = missing.map(({ label, reason }) => {
    const evidence = { what: label, found: MISSING_TERMS[reason], expected: 'ada dan terverifikasi', source: CLAIM_FILE };
    return WRONG.includes(reason) ? fails(evidence) : asks(evidence);
  });
  return conclude('papers', [...findings, missing.length === 0 ? passes(progress) : asks(progress)]);
}
