import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { coverageOn } from '#domain/law/coverage/coverage.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { cite, type ExplanationStep } from '#domain/law/rules/explanation.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import { type ClockInput, calculateClock, clockFromInput, type GoldenClockResult, toGoldenResult } from '#domain/time/clock/calculate.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import type { Family, FamilyInputs } from '#schemas/calculate/read-request.ts';

export type FamilyResults = {
  readonly coverage: ReturnType<typeof coverageOn>;
  readonly benefits: ReturnType<typeof calculateBenefits>;
  readonly scholarship: ReturnType<typeof calculateScholarship>;
  readonly heirs: ReturnType<typeof resolveHeirs>;
  readonly clocks: GoldenClockResult & { readonly explanation: readonly ExplanationStep[] };
};

/** The only place that knows which function of the domain answers which family. */
const CALCULATE: { readonly [F in Family]: (input: FamilyInputs[F]) => FamilyResults[F] } = {
  coverage: (input) => coverageOn(input),
  benefits: (input) => calculateBenefits(input),
  scholarship: (input) => calculateScholarship(input),
  heirs: (input) => resolveHeirs(input),
  clocks: (input) => ({ ...toGoldenResult(calculateClock(input)), explanation: explainClock(input) }),
};

export function calculateFamily<F extends Family>(family: F, input: FamilyInputs[F]): FamilyResults[F] {
  return CALCULATE[family](input);
}

function explainClock(input: ClockInput): ExplanationStep[] {
  const { ledger, pack, switches } = clockFromInput(input);
  const source = cite(clockDefinition(input.clock, switches));
  const lines = formatExplanation(explainDeadline(ledger, pack, input.asOf, switches, input.base));
  return lines.map((step) => ({ step: step.replace(/ {2,}/g, ' · '), source }));
}
