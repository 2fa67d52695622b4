import type { Membership } from '#domain/claim/parts.ts';
import { payersOf } from '#domain/claim/reports/payer.ts';
import { day } from '#domain/time/calendar/day.ts';

const member = (payer: Membership['payer'], since: string, more: Partial<Membership> = {}): Membership => ({
  kpj: '1',
  segment: 'BPU',
  memberSince: day(since),
  paidMonths: [],
  payer,
  ...more,
});
const paid = (...memberships: readonly Membership[]) => payersOf({ memberships, eventOn: day('2026-03-07') });

test('the payer is who paid for the coverage that held on the day of the event', () => {
  expect(paid(member('government', '2025-07-01'), member('self', '2026-04-01'))).toEqual(['government']);
  expect(paid(member('self', '2024-01-01', { lapsedUntilRejoined: day('2026-04-01') }), member('employer', '2025-01-01'))).toEqual([
    'employer',
  ]);
});

test('of two coverages that held, both payers are named, always in the same order', () => {
  expect(paid(member('self', '2025-01-01'), member('employer', '2025-01-01'), member('self', '2025-02-01'))).toEqual(['employer', 'self']);
});

test('where no coverage held, whoever paid at all is named', () => {
  expect(paid(member('self', '2026-04-01'))).toEqual(['self']);
  expect(paid()).toEqual([]);
});
