import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** One row of the table at the end of `npm test`. */
export type Tally = {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

const JestResult = z.object({
  numPassedTests: z.number().int(),
  numFailedTests: z.number().int(),
  numPendingTests: z.number().int(),
  numTodoTests: z.number().int(),
  numRuntimeErrorTestSuites: z.number().int(),
});
export type JestResult = z.infer<typeof JestResult>;

/** A result left by an earlier run would count tests that were not run: callers give each run a new file. */
export function readJestResult(file: string): JestResult | undefined {
  if (!existsSync(file)) return undefined;
  return JestResult.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
}

type Ran = { readonly name: string; readonly seconds: number; readonly code: number };

export function tallyCheck({ name, seconds, code }: Ran): Tally {
  return { name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** A file that did not even load, a run without tests and a failing exit with no failed test all count as failures. */
export function tallyJest({ name, seconds, code }: Ran, result: JestResult | undefined): Tally {
  if (result === undefined) return { name, seconds, passed: 0, failed: 1, skipped: 0 };
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { name, seconds, passed, failed: silent ? 1 : failed, skipped: result.numPendingTests + result.numTodoTests };
}

export function totals(tallies: readonly Tally[]): { readonly passed: number; readonly failed: number } {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const failed = sum((tally) => tally.failed);
  return { passed: sum((tally) => tally.passed), failed: tallies.length === 0 ? 1 : failed };
}

export function table(tallies: readonly Tally[]): string {
  const width = Math.max(...tallies.map(({ name }) => name.length), 4);
  const row = (name: string, cells: readonly string[]): string => [name.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join('');
  return [
    row('step', ['seconds', 'passed', 'failed', 'skipped']),
    ...tallies.map((tally) => row(tally.name, [tally.seconds.toFixed(1), ...[tally.passed, tally.failed, tally.skipped].map(String)])),
  ].join('\n');
}

export function lastLine(tallies: readonly Tally[]): string {
  const { passed, failed } = totals(tallies);
  return `${passed} passed, ${failed} failed`;
}
