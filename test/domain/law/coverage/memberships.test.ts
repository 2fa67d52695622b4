import { membershipsOn, type RecordedMembership } from '#domain/law/coverage/memberships.ts';
import { day } from '#domain/time/calendar/day.ts';
import { monthsOf2026 } from './records.ts';

const ON = day('2026-05-11');

function told(segment: 'PU' | 'BPU', paid: string, overrides: Partial<RecordedMembership> = {}): RecordedMembership {
  return { segment, memberSince: day('2026-01-10'), paidMonths: monthsOf2026(paid), ...overrides };
}

describe('all memberships of one person', () => {
  test('each is judged by itself and handed on in the order told', () => {
    const { memberships, coverages } = membershipsOn(ON, [told('PU', '01 02 03 04', { employer: 'e1' }), told('BPU', '01 02')]);
    expect(memberships).toEqual([
      { segment: 'PU', employer: 'e1', status: 'active', membershipMonths: 4, contributionMonths: 4 },
      { segment: 'BPU', status: 'arrears', membershipMonths: 4, contributionMonths: 2 },
    ]);
    expect(coverages.map(({ unpaidMonths }) => unpaidMonths)).toEqual([0, 2]);
  });

  test('who has no employer is not given one, not even an empty one', () => {
    expect(membershipsOn(ON, [told('BPU', '01')]).memberships[0]).not.toHaveProperty('employer');
  });

  test.each([
    ['two that cover', ['01 02 03 04', '01 02 03 04'], true],
    ['one in arrears still counts', ['01 02 03 04', '01 02'], true],
    ['one has lapsed', ['01 02 03 04', '01'], false],
    ['one alone', ['01 02 03 04'], false],
  ])('double membership: %s', (_title, paid, double) => {
    const records = paid.map((months) => told('BPU', months));
    expect(membershipsOn(ON, records).double).toBe(double);
  });

  test('a membership that has not begun is no double membership', () => {
    expect(membershipsOn(ON, [told('BPU', '01 02 03 04'), told('PU', '', { memberSince: day('2026-05-12') })]).double).toBe(false);
  });

  test('conditions are gathered once each, arrears first', () => {
    const records = [told('BPU', '01 02 03 04', { payerUnpaid: true }), told('BPU', '01 02'), told('PU', '01 02 03')];
    expect(membershipsOn(ON, records).conditions).toEqual(['arrears-paid-first', 'payer-paid-first']);
    expect(membershipsOn(ON, [told('BPU', '01 02 03 04')]).conditions).toEqual([]);
  });

  test('switches reach every membership', () => {
    const { memberships } = membershipsOn(ON, [told('BPU', '01 02')], { 'coverage.lapseOnUnpaidMonth': 3 });
    expect(memberships[0]?.status).toBe('lapsed');
  });

  test('somebody without any membership has none', () => {
    expect(membershipsOn(ON, [])).toEqual({ memberships: [], coverages: [], conditions: [], double: false });
  });
});
