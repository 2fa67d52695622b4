import benefits from '../golden/benefits.json' with { type: 'json' };
import clocks from '../golden/clocks.json' with { type: 'json' };
import coverage from '../golden/coverage.json' with { type: 'json' };
import heirs from '../golden/heirs.json' with { type: 'json' };
import scholarship from '../golden/scholarship.json' with { type: 'json' };

export type GoldenCase = {
  readonly family: string;
  readonly id: string;
  readonly about: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: { readonly result?: object; readonly error?: { readonly code: string } };
};

type GoldenFile = { readonly family: string; readonly cases: readonly Omit<GoldenCase, 'family'>[] };

export const GOLDEN_FILES: readonly GoldenFile[] = [coverage, benefits, scholarship, heirs, clocks];

export const GOLDEN_CASES: readonly GoldenCase[] = GOLDEN_FILES.flatMap(({ family, cases }) =>
  cases.map((example) => ({ family, ...example })),
);

export function lineOf({ family, input }: Pick<GoldenCase, 'family' | 'input'>): string {
  return JSON.stringify({ family, input });
}

/** The input of a golden case, changed in one place. */
export function goldenInput(id: string, change: Readonly<Record<string, unknown>> = {}): Pick<GoldenCase, 'family' | 'input'> {
  const found = GOLDEN_CASES.find((example) => example.id === id);
  if (found === undefined) throw new Error(`no golden case ${id}`);
  return { family: found.family, input: { ...found.input, ...change } };
}

/** What golden/README.md compares: everything but the explanation, and of an error its code. */
export function compared(answer: unknown): unknown {
  const { result, error } = answer as { result?: Record<string, unknown>; error?: { code: string } };
  if (error !== undefined) return { error: { code: error.code } };
  const { explanation: _, ...rest } = result ?? {};
  return { result: rest };
}
