import { toLocal } from '#domain/time/calendar/zone.ts';
import { CLOCKS, clockEnv, offsetTo } from './clocks.ts';
import { readOptions } from './options.ts';

const localOf = (name: string) => toLocal(CLOCKS.find((clock) => clock.name === name)?.startsAt ?? 0, 'Asia/Makassar');

test('the tests are tried at no fewer than eight wall clocks, each named once', () => {
  expect(CLOCKS.length).toBeGreaterThanOrEqual(8);
  expect(new Set(CLOCKS.map(({ name }) => name)).size).toBe(CLOCKS.length);
});

test('what a clock is said to show in Kupang is what it shows', () => {
  for (const { shows, startsAt } of CLOCKS) {
    const { day, minuteOfDay } = toLocal(startsAt, 'Asia/Makassar');
    const [, dayOfMonth, , year, hour, minute] = /^\w+ (\d+) (\w+) (\d+) (\d+):(\d+)$/.exec(shows) ?? [];
    expect([day.slice(0, 4), Number(day.slice(8)), minuteOfDay]).toEqual([year, Number(dayOfMonth), Number(hour) * 60 + Number(minute)]);
    expect(new Date(startsAt).getUTCSeconds()).toBe(0);
  }
});

test('first and last day of a month, 28 and 29 February, the turn of the year and the holidays are among them', () => {
  expect(localOf('first-of-month').day).toMatch(/-01$/);
  expect(localOf('last-of-month').day).toMatch(/-31$/);
  expect([localOf('28-february').day, localOf('29-february').day]).toEqual(['2027-02-28', '2028-02-29']);
  expect(localOf('turn-of-year')).toEqual({ day: '2026-12-31', minuteOfDay: 23 * 60 + 50 });
  expect(localOf('before-idulfitri').day).toBe('2027-03-04');
});

test('a clock may go ahead of the machine or behind it', () => {
  const [clock] = CLOCKS;
  if (!clock) throw new Error('there are clocks');
  expect(offsetTo(clock, clock.startsAt - 90_000)).toBe(90);
  expect(clockEnv('lib', 90)).toMatchObject({ FAKETIME: '+90s', SANTUN_CLOCK_OFFSET_SECONDS: '90' });
  expect(clockEnv('lib', -90)).toMatchObject({ FAKETIME: '-90s', SANTUN_CLOCK_OFFSET_SECONDS: '-90' });
});

test('some clocks or some tests can be asked for, and a clock there is not is named', () => {
  expect(readOptions([])).toMatchObject({ clocks: CLOCKS, pure: true, stack: true });
  expect(readOptions(['--clock', 'turn-of-year', '--pure'])).toMatchObject({
    clocks: [{ name: 'turn-of-year' }],
    pure: true,
    stack: false,
  });
  expect(() => readOptions(['--clock', 'yesterday'])).toThrow('There is no clock "yesterday"');
});
