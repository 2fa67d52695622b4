import { instant } from '#domain/time/calendar/instant.ts';
import { ownAsOf } from '#domain/time/clock/as-of.ts';

const now = instant('2026-03-25T02:00:00Z');

test('a claim that lives ahead of the wall clock is shown at the instant of its last fact', () => {
  const updatedAt = instant('2026-03-27T08:00:00Z');
  expect(ownAsOf(now, { updatedAt })).toBe(updatedAt);
});

test('a claim that has been quiet since yesterday is shown at the wall clock, not at its last fact', () => {
  expect(ownAsOf(now, { updatedAt: instant('2026-03-24T08:00:00Z') })).toBe(now);
});
