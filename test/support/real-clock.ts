import { bankDayOf, spanOf } from '#domain/money/reconciliation/bank-day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/**
 * The only place where a test asks what time it is. Real servers go by the clock of the machine, so a test that speaks to them begins now;
 * everything else in its story (the day of death, months paid, papers, calendar) follows from that one instant. Pure tests take a date
 * of their own. `npm run test:dates` runs all of them under other clocks.
 */
export const realNow = (): Instant => Date.now();

/** Far more than any test file needs. */
const LONGEST_FILE_MS = 20 * 60_000;

/**
 * The clock of a test file's bank and of whoever reconciles with it. The banking day turns at 17:00 UTC; a file that begins shortly before
 * is set forward over it, so that what it pays on one day is looked for on that day.
 */
export const bankNow = ((begun: Instant) => {
  const { until } = spanOf(bankDayOf(begun));
  const aheadMs = until - begun < LONGEST_FILE_MS ? until - begun : 0;
  return (): Instant => Date.now() + aheadMs;
})(Date.now());

/** What a child process needs in its environment to see the clock its parent sees; nothing on an ordinary day. */
export function clockOfParent(env: Readonly<Record<string, string | undefined>> = process.env): Readonly<Record<string, string>> {
  const names = Object.keys(env).filter((name) => name === 'LD_PRELOAD' || /(^|_)(FAKETIME|FAKE_STAT|FAKE_MONOTONIC)/.test(name));
  return Object.fromEntries(names.map((name) => [name, env[name] ?? '']));
}
