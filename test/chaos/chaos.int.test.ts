import { randomInt } from 'node:crypto';
import { SHORT } from './plan.ts';
import { describe as report } from './report.ts';
import { runChaos } from './run.ts';

/** `npm run chaos` is the long one. */
const seed = Number(process.env.SANTUN_CHAOS_SEED ?? randomInt(1, 2 ** 31));

describe('every part is killed while claims are in flight', () => {
  test('no payment is lost, none is made twice, nothing is stuck, and every part is back in time', async () => {
    const note = (line: string): void => {
      if (process.env.SANTUN_TEST_LOG) process.stderr.write(`${line}\n`);
    };
    const { outcome, logs } = await runChaos({
      seed,
      minutes: 0.6,
      claims: 40,
      pace: SHORT,
      drainMs: 150_000,
      note,
      signal: new AbortController().signal,
    });
    const why = `SANTUN_CHAOS_SEED=${seed} repeats it; the logs are in ${logs}\n${report(outcome)}`;
    expect(outcome.findings.length === 0 ? 'held' : why).toBe('held');
  }, 420_000);
});
