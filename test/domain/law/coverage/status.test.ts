import { coverageOn } from '#domain/law/coverage/coverage.ts';
import { day } from '#domain/time/calendar/day.ts';
import { record } from './records.ts';

describe('the standing of a membership', () => {
  test.each([
    [4, '01 02 03 04', 'active', 0],
    [4, '01 02 03', 'arrears', 1],
    [4, '01 02', 'arrears', 2],
    [4, '01', 'lapsed', 3],
    [4, '', 'lapsed', 4],
    [3, '01 02 03 04', 'active', 0],
    [3, '01 02 03', 'arrears', 1],
    [3, '01 02', 'lapsed', 2],
    [3, '01', 'lapsed', 3],
  ] as const)(
    'lapsing in unpaid month %i, a death in May with "%s" paid is %s with %i months unpaid',
    (limit, paid, status, unpaidMonths) => {
      const coverage = coverageOn(record(paid, { switches: { 'coverage.lapseOnUnpaidMonth': limit } }));
      expect(coverage).toMatchObject({ status, unpaidMonths });
    },
  );

  test('the fourth unpaid month ends the cover with its first day, not a day before', () => {
    expect(coverageOn(record('01', { on: day('2026-04-30') })).status).toBe('arrears');
    expect(coverageOn(record('01', { on: day('2026-05-01') })).status).toBe('lapsed');
  });

  test('the month of the event itself is not yet owed', () => {
    expect(coverageOn(record('01 02 03 04', { on: day('2026-05-31') })).status).toBe('active');
  });

  test('somebody who joined this month owes nothing yet', () => {
    const joined = record('', { memberSince: day('2026-05-11') });
    expect(coverageOn(joined)).toMatchObject({ status: 'active', unpaidMonths: 0, membershipMonths: 0, contributionMonths: 0 });
  });

  test('months before the membership began are no arrears', () => {
    expect(coverageOn(record('', { memberSince: day('2026-04-30') }))).toMatchObject({ status: 'arrears', unpaidMonths: 1 });
  });

  test('a gap that was followed by a payment is no arrears', () => {
    expect(coverageOn(record('01 04'))).toMatchObject({ status: 'active', unpaidMonths: 0, contributionMonths: 2 });
  });

  test('unpaid months run through the turn of the year', () => {
    const told = { on: day('2026-02-15'), memberSince: day('2025-06-01'), paidMonths: ['2025-11'] };
    expect(coverageOn(record('', told))).toMatchObject({ status: 'arrears', unpaidMonths: 2 });
  });

  test('a month paid ahead does not cover the unpaid months before it', () => {
    expect(coverageOn(record('01 02 05 06'))).toMatchObject({ status: 'arrears', unpaidMonths: 2, contributionMonths: 3 });
  });

  test('wage earners are judged by the same months', () => {
    expect(coverageOn(record('01', { segment: 'PU', payer: 'employer' })).status).toBe('lapsed');
  });

  test('the day before membership is not yet covered, its first day is', () => {
    expect(coverageOn(record('01', { on: day('2026-01-09') }))).toMatchObject({
      status: 'notYet',
      contributionMonths: 0,
      membershipMonths: 0,
    });
    expect(coverageOn(record('01', { on: day('2026-01-10') }))).toMatchObject({ status: 'active', contributionMonths: 1 });
  });
});

describe('what must be paid before any benefit', () => {
  const conditionsOf = (...told: Parameters<typeof record>) => coverageOn(record(...told)).conditions;

  test('arrears first, then the payer', () => {
    expect(conditionsOf('01 02 03', { payer: 'government', payerUnpaid: true })).toEqual(['arrears-paid-first', 'payer-paid-first']);
  });

  test.each([
    ['beforePayout', ['arrears-paid-first']],
    ['beforeDeath', []],
  ] as const)('arrears payable until %s ask for %j', (reading, conditions) => {
    expect(conditionsOf('01 02 03', { switches: { 'coverage.arrearsPayableUntil': reading } })).toEqual(conditions);
  });

  test.each([
    [true, ['payer-paid-first']],
    [false, []],
  ])('where an unpaid payer holds the claim is %s, it is held by %j', (payerUnpaidHolds, conditions) => {
    const told = { payer: 'government', payerUnpaid: true, switches: { 'payer.unpaidHolds': payerUnpaidHolds } } as const;
    expect(conditionsOf('01 02 03 04', told)).toEqual(conditions);
  });

  test('a payer that has paid holds nothing', () => {
    expect(conditionsOf('01 02 03 04', { payer: 'government', payerUnpaid: false })).toEqual([]);
  });

  test('where there is no cover there is nothing to wait for', () => {
    expect(conditionsOf('', { payerUnpaid: true })).toEqual([]);
    expect(conditionsOf('', { payerUnpaid: true, on: day('2026-01-09') })).toEqual([]);
  });
});
