import { z } from 'zod';
import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import type { CoverageInput } from '#domain/law/coverage/coverage-types.ts';
import type { HeirsInput } from '#domain/law/heirs/people.ts';
import type { ScholarshipInput } from '#domain/scholarship/scholarship-input.ts';
import type { ClockInput } from '#domain/time/clock/calculate.ts';
import { BenefitsShape } from './benefits.ts';
import { ClocksShape } from './clocks.ts';
import { CoverageShape } from './coverage.ts';
import { explainIssue, toInputError } from './explain-issue.ts';
import { HeirsShape } from './heirs.ts';
import { ScholarshipShape } from './scholarship.ts';

export type FamilyInputs = {
  readonly coverage: CoverageInput;
  readonly benefits: BenefitInput;
  readonly scholarship: ScholarshipInput;
  readonly heirs: HeirsInput;
  readonly clocks: ClockInput;
};

export const FAMILIES = ['coverage', 'benefits', 'scholarship', 'heirs', 'clocks'] as const satisfies readonly (keyof FamilyInputs)[];
export type Family = (typeof FAMILIES)[number];

const SHAPES: { readonly [F in Family]: z.ZodType<FamilyInputs[F]> } = {
  coverage: CoverageShape,
  benefits: BenefitsShape,
  scholarship: ScholarshipShape,
  heirs: HeirsShape,
  clocks: ClocksShape,
};

const Envelope = z.strictObject({ family: z.enum(FAMILIES), input: z.record(z.string(), z.unknown()) });

/** `{"family": F, "input": {…}}`; throws an InputError whose field is `family` or `input` where the envelope itself is wrong, `line` where there is none. */
export function readEnvelope(value: unknown): { readonly family: Family; readonly input: unknown } {
  const { family } = parse(Envelope, value, 'line');
  // The record above only proves an object: zod's copy of it has lost a key called `__proto__`.
  return { family, input: (value as { readonly input: unknown }).input };
}

/** Throws an InputError; its field is the path from the root of the input. */
export function readInput<F extends Family>(family: F, value: unknown): FamilyInputs[F] {
  return parse(SHAPES[family], value, 'input');
}

function parse<T>(shape: z.ZodType<T>, value: unknown, root: string): T {
  const parsed = shape.safeParse(value, { error: explainIssue });
  if (parsed.success) return parsed.data;
  throw toInputError(parsed.error.issues, root);
}
