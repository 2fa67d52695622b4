import { type Refusal, refuse } from '#domain/refusal.ts';
import type { EntitlementCommand } from '#domain/scholarship/entitlement/commands.ts';
import { type EntitlementContext, todayOf } from '#domain/scholarship/entitlement/context.ts';
import type { EntitlementFactBody } from '#domain/scholarship/entitlement/facts.ts';
import { findObstacle, firstYearOf, judgeYear, yearStart } from '#domain/scholarship/entitlement/judge.ts';
import { PROOF_PAPERS } from '#domain/scholarship/entitlement/parts.ts';
import { type Entitlement, lineOf } from '#domain/scholarship/entitlement/state.ts';
import { NOT_DUE_TERMS, YEAR_TERMS } from '#domain/scholarship/entitlement/terms.ts';
import { schoolYearOn } from '#domain/scholarship/school-year.ts';

const PROOF_RULE = 'rules.md section 4';

type Submit = Extract<EntitlementCommand, { type: 'submitProof' }>;
type Verify = Extract<EntitlementCommand, { type: 'verifyProof' }>;

/** Accepted for every year that has begun, however late: a missed year is caught up. */
export function submitProof(
  one: Entitlement,
  { schoolYear, level, papers }: Submit,
  context: EntitlementContext,
): EntitlementFactBody | Refusal {
  const line = lineOf(one, schoolYear);
  if (line && line.state !== 'asked' && line.state !== 'proven' && line.state !== 'notDue') {
    return refuse('already-paid', `Tahun ajaran ini sudah ${YEAR_TERMS[line.state]}. Tidak perlu bukti lagi.`, PROOF_RULE);
  }
  const today = todayOf(context);
  const current = schoolYearOn(today, yearStart(one));
  if (schoolYear < firstYearOf(one) || schoolYear > current) {
    return refuse('invalid-command', `Tahun ajaran harus ${firstYearOf(one)} sampai ${current}.`, PROOF_RULE);
  }
  const missing = PROOF_PAPERS.filter((wanted) => !papers.some(({ paper }) => paper === wanted));
  if (missing.length > 0) {
    return refuse('invalid-command', 'Bawa surat aktif sekolah dan rapor terakhir bersama-sama.', PROOF_RULE);
  }
  const obstacle = findObstacle(one, schoolYear, today, context.changes);
  if (obstacle) {
    return refuse('not-allowed-in-status', `Tahun ajaran ini tidak dibayar: ${NOT_DUE_TERMS[obstacle]}.`, PROOF_RULE);
  }
  return { type: 'year.proof-received', schoolYear, level, papers };
}

/**
 * What the papers are worth is judged here, on everything known of the child and everything paid. So is a year the bank refused or gave back:
 * whoever looks again stands for its proof and its account, and the second person for the new order.
 */
export function verifyProof(one: Entitlement, command: Verify, context: EntitlementContext): EntitlementFactBody | Refusal {
  const { schoolYear } = command;
  const state = lineOf(one, schoolYear)?.state;
  if (state !== 'proven' && state !== 'refused') {
    return refuse('not-allowed-in-status', 'Tidak ada bukti yang menunggu diperiksa untuk tahun ajaran ini.', PROOF_RULE);
  }
  if (command.verdict === 'refused') return { type: 'year.proof-refused', schoolYear, reason: command.reason };
  const { level } = command;
  const judged = judgeYear(one, schoolYear, level, todayOf(context), context.changes);
  if (judged.reason) return { type: 'year.not-due', schoolYear, reason: judged.reason };
  return { type: 'year.verified', schoolYear, level, amount: judged.amount, explanation: judged.explanation };
}
