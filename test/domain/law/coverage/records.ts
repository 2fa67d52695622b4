import type { CoverageInput } from '#domain/law/coverage/coverage-types.ts';
import { day } from '#domain/time/calendar/day.ts';

/** A BPU member since 10 January 2026 whose event is on 11 May 2026; months as `'01 02 03'` of 2026. */
export function record(paid: string, overrides: Partial<CoverageInput> = {}): CoverageInput {
  return { on: day('2026-05-11'), segment: 'BPU', memberSince: day('2026-01-10'), paidMonths: monthsOf2026(paid), ...overrides };
}

export function monthsOf2026(paid: string): string[] {
  return paid === '' ? [] : paid.split(' ').map((month) => `2026-${month}`);
}
