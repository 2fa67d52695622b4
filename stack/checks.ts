import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestStep, runStep, type StepEnd, staticSteps } from './steps.ts';
import { readJestResult, type Tally, tallyCheck, tallyJest } from './summary.ts';

/** The steps of `npm run check`, one line each; what a failing step said follows its line. */
async function main(): Promise<void> {
  const rootDir = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'santun-check-'));
  const resultFile = join(folder, 'pure.json');
  try {
    // The three that only read run side by side; the tests then have every core.
    for (const end of await Promise.all(staticSteps(rootDir).map((step) => runStep(step, { rootDir, live: false }))))
      tell(end, tallyCheck(end));
    const tests = await runStep(jestStep('pure', resultFile), { rootDir, live: false });
    const tally = tallyJest(tests, readJestResult(resultFile));
    tell(tests, tally, `  ${tally.passed} passed, ${tally.failed} failed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(end: StepEnd, tally: Tally, counts = ''): void {
  const verdict = tally.failed === 0 ? 'ok    ' : 'FAILED';
  console.log(`${verdict}  ${end.name.padEnd(10)} ${tally.seconds.toFixed(1).padStart(6)} s${counts}`);
  if (tally.failed === 0) return;
  console.log(end.output.trimEnd());
  process.exitCode = 1;
}

await main();
