import { instant } from '#domain/time/calendar/instant.ts';

export type Clock = {
  /** For `--clock`. */
  readonly name: string;
  /** What a wall clock in Kupang shows when the tests begin; UTC is eight hours behind. */
  readonly shows: string;
  readonly startsAt: number;
};

const clock = (name: string, shows: string, startsAt: string): Clock => ({ name, shows, startsAt: instant(startsAt) });

/** Days on which programs that count days have been wrong. Each clock goes on from where it starts. */
export const CLOCKS: readonly Clock[] = [
  clock('first-of-month', 'Mon 1 Feb 2027 09:00', '2027-02-01T01:00:00Z'),
  clock('last-of-month', 'Mon 31 May 2027 22:00', '2027-05-31T14:00:00Z'),
  clock('28-february', 'Sun 28 Feb 2027 11:00', '2027-02-28T03:00:00Z'),
  clock('29-february', 'Tue 29 Feb 2028 11:00', '2028-02-29T03:00:00Z'),
  clock('turn-of-year', 'Thu 31 Dec 2026 23:50', '2026-12-31T15:50:00Z'),
  clock('before-idulfitri', 'Thu 4 Mar 2027 10:00', '2027-03-04T02:00:00Z'),
  clock('30-june-1-july', 'Wed 30 Jun 2027 23:59', '2027-06-30T15:59:00Z'),
  clock('across-17-utc', 'Wed 16 Dec 2026 00:59', '2026-12-15T16:59:00Z'),
];

/** In whole seconds, which every tool that moves clocks understands. */
export function offsetTo({ startsAt }: Pick<Clock, 'startsAt'>, now: number): number {
  return Math.round((startsAt - now) / 1000);
}

/**
 * What a process and its children need to live under another clock. Only the wall clock moves: timers and waits go by the monotonic one,
 * which nothing may touch, and files keep their real times, because Node reads those past the library.
 */
export function clockEnv(library: string, offsetSeconds: number): Readonly<Record<string, string>> {
  return {
    LD_PRELOAD: library,
    FAKETIME: `${offsetSeconds < 0 ? '' : '+'}${offsetSeconds}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
    // Go asks the kernel and not libc for the time, so no library reaches it; test/dates/temporal-clock.ts.
    SANTUN_CLOCK_OFFSET_SECONDS: String(offsetSeconds),
  };
}
