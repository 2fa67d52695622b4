import type { CoverageCondition, Membership } from '#domain/law/coverage/coverage-types.ts';
import { cite, type ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { CoverageRules } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { BenefitEvent, NoBenefitReason } from './benefit-input.ts';

/** Arrears bar the benefit only where nobody may settle them any more; a living participant always may. */
export function isPayable({ status }: Membership, event: BenefitEvent, switches: Switches): boolean {
  if (status === 'active') return true;
  return status === 'arrears' && (event !== 'death' || switches['coverage.arrearsPayableUntil'] === 'beforePayout');
}

/** A membership that once covered the person and no longer does weighs more than one that never began. */
export function reasonFor(memberships: readonly Membership[]): NoBenefitReason {
  return memberships.some(({ status }) => status !== 'notYet') ? 'coverage-lapsed' : 'not-a-participant';
}

const REASON_STEPS: Record<NoBenefitReason, string> = {
  'coverage-lapsed': 'Tidak ada manfaat: perlindungan gugur atau tunggakan tidak dapat lagi dilunasi pada hari peristiwa',
  'not-a-participant': 'Tidak ada manfaat: bukan peserta pada hari peristiwa',
};

export function explainReason(reason: NoBenefitReason, rules: CoverageRules): ExplanationStep {
  return { step: REASON_STEPS[reason], source: cite(reason === 'coverage-lapsed' ? rules.lapse : rules.active) };
}

/** The conditions of the memberships that are paid for; one in arrears that is not counted holds nothing up. */
export function conditionsOf(counted: readonly Membership[]): CoverageCondition[] {
  return counted.some(({ status }) => status === 'arrears') ? ['arrears-paid-first'] : [];
}
