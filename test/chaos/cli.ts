import { writeFileSync } from 'node:fs';
import { interruption } from '#stack/interruption.ts';
import { type ChaosOptions, readOptions } from './options.ts';
import { LONG } from './plan.ts';
import { describe, markdownOf } from './report.ts';
import { runChaos } from './run.ts';

/** An unknown payment, a try that died with its worker, back-off: minutes, not seconds. */
const DRAIN_MS = 6 * 60_000;
const note = (line: string): void => console.error(line);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  console.log(again(options));
  try {
    return await run(options);
  } finally {
    console.log(again(options));
  }
}

async function run({ seed, minutes, claims, json, markdown }: ChaosOptions): Promise<number> {
  const { outcome, logs } = await runChaos({ seed, minutes, claims, pace: LONG, drainMs: DRAIN_MS, note, signal: interruption() });
  console.log(describe(outcome));
  if (markdown) console.log(`\n${markdownOf(outcome)}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(outcome, null, 2)}\n`);
  if (logs !== undefined) console.log(`The logs are in ${logs}`);
  return outcome.findings.length === 0 ? 0 : 1;
}

function again({ seed, minutes, claims }: ChaosOptions): string {
  return `npm run chaos -- --seed ${seed} --minutes ${minutes} --claims ${claims}`;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
