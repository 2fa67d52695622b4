import fc from 'fast-check';
import { rupiah } from '#domain/money/money.ts';
import { railFor } from '#domain/money/payout/channel.ts';
import type { Freeze } from '#domain/money/payout/freeze.ts';
import { waitBeforeLeaving } from '#domain/money/payout/leaving.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';

const wib = (text: string): number => Date.parse(`${text}+07:00`);
const { hours: SKN } = railFor(rupiah(480_000_000));
const { hours: BI_FAST } = railFor(rupiah(42_000_000));
const actor = { id: 'penyelia-1', role: 'supervisor' } as const;

function freeze(from: string, until: string): Freeze {
  const step = { actor, at: 0, reason: 'Tutup buku.', commandId: 'x' };
  return {
    freezeId: from,
    from: wib(from),
    until: wib(until),
    steps: [
      { ...step, step: 'proposed' },
      { ...step, step: 'agreed' },
    ],
  };
}
const wait = (hours: typeof SKN, freezes: readonly Freeze[], at: string) => waitBeforeLeaving(hours, freezes, NTT_2026, wib(at));

test('Rp42 million leaves at midnight on a Sunday; Rp480 million waits for the bank to open', () => {
  expect(wait(BI_FAST, [], '2026-03-08T00:00')).toBeUndefined();
  expect(wait(SKN, [], '2026-03-08T00:00')).toEqual({ why: 'bank-hours', until: wib('2026-03-09T06:30') });
});

test('the rail opens at its first minute and closes before its last', () => {
  expect(wait(SKN, [], '2026-03-09T06:29')).toEqual({ why: 'bank-hours', until: wib('2026-03-09T06:30') });
  expect(wait(SKN, [], '2026-03-09T06:30')).toBeUndefined();
  expect(wait(SKN, [], '2026-03-09T15:29')).toBeUndefined();
  expect(wait(SKN, [], '2026-03-09T15:30')).toEqual({ why: 'bank-hours', until: wib('2026-03-10T06:30') });
});

test('banks are closed on holidays and on joint leave: after Nyepi and Idulfitri 2026 the rail opens when both are over', () => {
  const found = wait(SKN, [], '2026-03-18T16:00');
  expect(found).toEqual({ why: 'bank-hours', until: wib('2026-03-25T06:30') });
});

test('a freeze holds every amount; freezes that touch are one wait', () => {
  const both = [freeze('2026-12-30T12:00', '2026-12-31T12:00'), freeze('2026-12-31T09:00', '2026-12-31T20:00')];
  expect(wait(BI_FAST, both, '2026-12-30T13:00')).toEqual({ why: 'freeze', until: wib('2026-12-31T20:00') });
  expect(wait(BI_FAST, both, '2026-12-30T11:59')).toBeUndefined();
  expect(wait(BI_FAST, both, '2026-12-31T20:00')).toBeUndefined();
});

test('what waits for a freeze that ends at night goes on waiting for the bank', () => {
  const one = [freeze('2026-03-09T12:00', '2026-03-09T22:00')];
  expect(wait(SKN, one, '2026-03-09T13:00')).toEqual({ why: 'freeze', until: wib('2026-03-10T06:30') });
});

test('a year nobody made a calendar for is no year of working days: the order is held for that reason', () => {
  expect(wait(SKN, [], '2031-03-10T08:00')).toEqual({ why: 'calendar-year-missing' });
  expect(wait(BI_FAST, [], '2031-03-10T08:00')).toBeUndefined();
});

test('whatever is frozen when, a wait ends at an instant in which the order may leave', () => {
  const start = wib('2026-02-01T00:00');
  const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 150 }));
  const property = fc.property(
    fc.array(span, { maxLength: 5 }),
    fc.integer({ min: 0, max: 300 * 60 }),
    fc.boolean(),
    (spans, minute, big) => {
      const freezes = spans.map(([from, length]): Freeze => {
        const made = freeze('2026-02-01T00:00', '2026-02-01T01:00');
        return { ...made, from: start + from * 3_600_000, until: start + (from + length) * 3_600_000 };
      });
      const at = start + minute * 60_000;
      const found = waitBeforeLeaving(big ? SKN : BI_FAST, freezes, NTT_2026, at);
      expect(found?.until === undefined || found.until > at).toBe(true);
      expect(waitBeforeLeaving(big ? SKN : BI_FAST, freezes, NTT_2026, found?.until ?? at)).toBeUndefined();
    },
  );
  fc.assert(property);
});

describe('after closing on the last day of the last known year', () => {
  const ends: readonly [string, string][] = [
    ['at closing of 31 December', '2026-12-31T15:30'],
    ['in the new year', '2027-01-04T09:00'],
  ];
  test.each(ends)('Rp480 million waits for the calendar, %s, and nobody is told an invented hour', (_when, at) => {
    expect(wait(SKN, [], at)).toEqual({ why: 'calendar-year-missing' });
    expect(wait(BI_FAST, [], at)).toBeUndefined();
    expect(waitBeforeLeaving(SKN, [], NTT_2027, wib(at))).toEqual(
      at.startsWith('2026') ? { why: 'bank-hours', until: wib('2027-01-04T06:30') } : undefined,
    );
  });

  test('a freeze over the turn of the year is told with its end, and the missing calendar after it', () => {
    const one = [freeze('2026-12-31T12:00', '2027-01-02T00:00')];
    expect(wait(SKN, one, '2026-12-31T13:00')).toEqual({ why: 'freeze', until: wib('2027-01-02T00:00') });
    expect(wait(SKN, one, '2027-01-02T00:00')).toEqual({ why: 'calendar-year-missing' });
  });
});
