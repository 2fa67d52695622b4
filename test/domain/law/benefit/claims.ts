import { InputError } from '#domain/input-error.ts';
import type { BenefitInput, BenefitResult } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import type { Membership } from '#domain/law/coverage/coverage-types.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';

/** A BPU member of a year with nothing owing, unless said otherwise. */
export function bpu(overrides: Partial<Membership> = {}): Membership {
  return { segment: 'BPU', status: 'active', membershipMonths: 12, contributionMonths: 12, ...overrides };
}

export function pu(employer: string, overrides: Partial<Membership> = {}): Membership {
  return { ...bpu(), segment: 'PU', employer, ...overrides };
}

/** Months of membership and of contributions. */
export function months(membershipMonths: number, contributionMonths: number): Partial<Membership> {
  return { membershipMonths, contributionMonths };
}

export function jkmDeath(overrides: Partial<BenefitInput> = {}): BenefitInput {
  return { programme: 'jkm', event: 'death', on: day('2026-05-11'), memberships: [bpu()], ...overrides };
}

export function jkkDeath(overrides: Partial<BenefitInput> = {}): BenefitInput {
  return { ...jkmDeath(), programme: 'jkk', wageBase: 1_000_000, ...overrides };
}

export function accident(overrides: Partial<BenefitInput> = {}): BenefitInput {
  return { ...jkkDeath(), event: 'accident', ...overrides };
}

/** `benefit amount payeeClass`, one text a line, as an officer would read them off. */
export function linesOf(input: BenefitInput): string[] {
  return calculateBenefits(input).lines.map(({ benefit, amount, payeeClass }) => `${benefit} ${amount} ${payeeClass}`);
}

export function totalWith(switches: Partial<Switches>, input: BenefitInput): number {
  return calculateBenefits({ ...input, switches }).total;
}

export function stepsOf(result: BenefitResult): string[] {
  return result.explanation.map(({ step, amount, date, source }) =>
    [step, amount ?? date, source].filter((part) => part !== undefined).join(' | '),
  );
}

/** The error an input is refused with; fails when it is not refused. */
export function refusalOf(input: BenefitInput): InputError {
  try {
    calculateBenefits(input);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('the input was calculated');
}
