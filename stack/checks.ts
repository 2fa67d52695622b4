import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestStep, runStep, staticSteps } from './steps.ts';
import { readJestResult, tallyCheck, tallyJest } from './summary.ts';

/** The steps of `npm run check`, one line each; what a failing step said follows its line. */
async function main(): Promise<void> {
  const rootDir = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'santun-check-'));
  const resultFile = join(folder, 'pure.json');
  try {
    for (const step of [...staticSteps(rootDir), jestStep('pure', resultFile)]) {
      const end = await runStep(step, { rootDir, live: false });
      const isTests = step.name === 'pure tests';
      const tally = isTests ? tallyJest(end, readJestResult(resultFile)) : tallyCheck(end);
      const counts = isTests ? `  ${tally.passed} passed, ${tally.failed} failed` : '';
      console.log(
        `${tally.failed === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(10)} ${tally.seconds.toFixed(1).padStart(6)} s${counts}`,
      );
      if (tally.failed === 0) continue;
      console.log(end.output.trimEnd());
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
