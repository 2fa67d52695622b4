import { liabilityForecast } from '#domain/scholarship/liability-forecast.ts';
import type { ScholarshipChild, ScholarshipRight } from '#domain/scholarship/scholarship-input.ts';
import { day } from '#domain/time/calendar/day.ts';
import { child, EVENT_ON, student, years } from './children.ts';

const right = (children: readonly ScholarshipChild[], more: Partial<ScholarshipRight> = {}): ScholarshipRight => ({
  programme: 'jkk',
  eventOn: EVENT_ON,
  contributionMonths: 0,
  children,
  ...more,
});
const lines = (forecast: ReturnType<typeof liabilityForecast>, index = 0) =>
  forecast.children[index]?.lines.map(({ schoolYear, level, amount }) => `${schoolYear} ${level} ${amount}`);

describe('the liability forecast', () => {
  test('two children covered from kindergarten to degree reach the published ceiling of 174 million', () => {
    const babies = ['a', 'b'].map((id) => child(id, { birthDate: day('2026-05-11'), schooling: [] }));
    const forecast = liabilityForecast(right(babies));
    expect(forecast.children.map(({ total, lastSchoolYear }) => [total, lastSchoolYear])).toEqual([
      [87_000_000, 2048],
      [87_000_000, 2048],
    ]);
    expect(forecast.total).toBe(174_000_000);
    expect(forecast.byYear[0]).toEqual({ schoolYear: 2025, amount: 0 });
    expect(forecast.byYear.at(-1)).toEqual({ schoolYear: 2048, amount: 24_000_000 });
    expect(lines(forecast)?.slice(0, 3)).toEqual(['2030 tk 1500000', '2031 tk 1500000', '2032 sd 1500000']);
  });

  test('goes on from the level on record to the last year begun before 23', () => {
    const pupil = child('a', { birthDate: day('2008-07-02'), schooling: years(2024, 'sma', 'sma') });
    const forecast = liabilityForecast(right([pupil]));
    expect(lines(forecast)).toEqual([
      '2025 sma 3000000',
      '2026 sma 3000000',
      '2027 higher 12000000',
      '2028 higher 12000000',
      '2029 higher 12000000',
      '2030 higher 12000000',
      '2031 higher 12000000',
    ]);
    expect(forecast.children[0]?.lastSchoolYear).toBe(2031);
  });

  test('the last possible year is one earlier for a child born a day sooner', () => {
    const last = (birthDate: string) => liabilityForecast(right([student('a', { birthDate: day(birthDate) })])).children[0]?.lastSchoolYear;
    expect([last('2008-07-01'), last('2008-07-02')]).toEqual([2030, 2031]);
  });

  test('without a record the age tells the level', () => {
    const nine = child('a', { birthDate: day('2016-07-01'), schooling: [] });
    expect(lines(liabilityForecast(right([nine])))?.slice(0, 4)).toEqual([
      '2025 sd 1500000',
      '2026 sd 1500000',
      '2027 sd 1500000',
      '2028 smp 2000000',
    ]);
  });

  test('a year repeated before the event costs no later level its years', () => {
    const pupil = child('a', { birthDate: day('2012-01-01'), schooling: [...years(2023, 'smp', 'smp', 'smp', 'smp')] });
    expect(lines(liabilityForecast(right([pupil])))?.slice(0, 3)).toEqual(['2025 smp 2000000', '2026 smp 2000000', '2027 sma 3000000']);
  });

  test('a gap in school does not stop the clock of the career', () => {
    const pupil = child('a', { birthDate: day('2012-01-01'), schooling: years(2023, 'smp') });
    expect(lines(liabilityForecast(right([pupil])))?.slice(0, 2)).toEqual(['2025 smp 2000000', '2026 sma 3000000']);
  });

  test('the order in which school years were told does not matter', () => {
    const told = years(2023, 'smp', 'smp', 'sma');
    const pupil = (schooling: typeof told) => right([child('a', { birthDate: day('2010-01-01'), schooling })]);
    expect(liabilityForecast(pupil([...told].reverse()))).toEqual(liabilityForecast(pupil(told)));
    expect(lines(liabilityForecast(pupil([...told].reverse())))?.[1]).toBe('2026 sma 3000000');
  });

  test('proof that has not arrived yet may still arrive', () => {
    const pupil = student('a', { schooling: [{ schoolYear: 2025, level: 'higher', proof: false }] });
    expect(lines(liabilityForecast(right([pupil])))?.[0]).toBe('2025 higher 12000000');
  });

  test('starts with the year asked for, and never before the event', () => {
    const pupil = student('a', { schooling: years(2025, 'higher') });
    expect(lines(liabilityForecast(right([pupil]), 2027))).toEqual(['2027 higher 12000000', '2028 higher 12000000']);
    expect(liabilityForecast(right([pupil]), 2010)).toEqual(liabilityForecast(right([pupil])));
    expect(liabilityForecast(right([pupil]), 2029)).toMatchObject({ byYear: [], total: 0 });
  });

  test('a year paid before the year asked for uses its level up', () => {
    const pupil = student('a', { birthDate: day('2005-07-02'), schooling: years(2025, 'sma', 'sma', 'sma', 'sma') });
    expect(lines(liabilityForecast(right([pupil]), 2027))).toEqual(['2027 sma 3000000']);
  });

  test('a limit of back pay does not shorten the years to come', () => {
    const input = right([student('a')], { switches: { 'scholarship.backPay': 'years:0' } });
    expect(liabilityForecast(input)).toEqual(liabilityForecast(right([student('a')])));
  });

  test('proRata shortens the last year', () => {
    const input = right([student('a')], { switches: { 'scholarship.endsAt23': 'proRata' } });
    // 243 days from 1 July 2028 to 1 March 2029.
    expect(lines(liabilityForecast(input))?.at(-1)).toBe('2028 higher 7989041');
  });

  test('children are listed in legal order and only covered ones cost anything', () => {
    const older = student('o', { marriedOn: day('2026-01-01') });
    const forecast = liabilityForecast(right([child('z'), child('y'), child('x'), older]));
    expect(forecast.children.map(({ child: id, lastSchoolYear, total }) => [id, lastSchoolYear, total > 0])).toEqual([
      ['o', null, false],
      ['z', 2036, true],
      ['y', 2036, true],
      ['x', null, false],
    ]);
    expect(forecast.children[3]?.lines).toEqual([]);
  });

  test('contributions under three years cost nothing', () => {
    const forecast = liabilityForecast(right([child('a')], { programme: 'jkm', contributionMonths: 35 }));
    expect(forecast.total).toBe(0);
  });

  test('nobody covered, nothing to forecast', () => {
    expect(liabilityForecast(right([]))).toEqual({ children: [], byYear: [], total: 0 });
  });

  test('the old regime pays once', () => {
    const forecast = liabilityForecast(right([child('a', { schooling: [] })], { eventOn: day('2018-05-11') }));
    expect(lines(forecast)).toEqual(['2018 tk 12000000']);
  });
});
