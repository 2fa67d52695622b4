import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import { day } from '#domain/time/calendar/day.ts';
import { brief, child, scholarship, student, years } from './children.ts';

describe('contributions', () => {
  test.each([
    ['jkm', 35, '2026-05-11', 'contributions-under-3-years'],
    ['jkm', 36, '2026-05-11', 'due 1500000'],
    ['jkk', 0, '2026-05-11', 'due 1500000'],
    ['jkm', 36, '2019-12-02', 'due 1500000'],
    ['jkm', 59, '2019-12-01', 'contributions-under-3-years'],
    ['jkm', 60, '2019-12-01', 'due 12000000'],
  ] as const)('%s with %i months and an event on %s: %s', (programme, contributionMonths, eventOn, outcome) => {
    expect(brief(scholarship([child('a')], { programme, contributionMonths, eventOn: day(eventOn) }))).toEqual([`a 2026 ${outcome}`]);
  });
});

describe('the end at 23', () => {
  const bornOn = (birthDate: string, more = {}) => scholarship([student('a', { birthDate: day(birthDate) })], more);

  test('a year that begins on the birthday is not due, a year that begins the day before is', () => {
    expect(brief(bornOn('2003-07-01'))).toEqual(['a 2026 turned-23']);
    expect(brief(bornOn('2003-07-02'))).toEqual(['a 2026 due 12000000']);
  });

  test('a child born on 29 February turns 23 on the 28th', () => {
    const switches = { 'scholarship.year': { startMonth: 2, startDay: 28 } };
    const leap = student('a', { birthDate: day('2004-02-29'), schooling: years(2027, 'higher') });
    expect(brief(scholarship([leap], { switches, schoolYears: [2027] }))).toEqual(['a 2027 turned-23']);
  });

  test('scholarship.endsAt23 lineBeforeBirthday pays the year of the birthday whole', () => {
    expect(brief(bornOn('2003-07-02', { switches: { 'scholarship.endsAt23': 'lineBeforeBirthday' } }))).toEqual(['a 2026 due 12000000']);
  });

  test.each([
    ['2003-07-01', 'turned-23'],
    // 12,000,000 × days before the birthday ÷ 365
    ['2003-07-02', 'due 32877'],
    ['2003-07-03', 'due 65753'],
    ['2004-01-01', 'due 6049315'],
    ['2004-06-30', 'due 11967123'],
    ['2004-07-01', 'due 12000000'],
    ['2004-07-02', 'due 12000000'],
  ])('scholarship.endsAt23 proRata pays a child born on %s: %s', (birthDate, outcome) => {
    expect(brief(bornOn(birthDate, { switches: { 'scholarship.endsAt23': 'proRata' } }))).toEqual([`a 2026 ${outcome}`]);
  });

  test('proRata divides by the length of that school year', () => {
    const input = bornOn('2004-07-03', { switches: { 'scholarship.endsAt23': 'proRata' }, schoolYears: [2027] });
    const children = [student('a', { birthDate: day('2004-07-03'), schooling: years(2027, 'higher') })];
    // Two days of the 366 from 1 July 2027.
    expect(brief({ ...input, children })).toEqual(['a 2027 due 65574']);
  });
});

describe('scholarship.year', () => {
  test('moves the day on which age is looked at', () => {
    const input = scholarship([student('a', { birthDate: day('2003-07-10') })]);
    expect(brief(input)).toEqual(['a 2026 due 12000000']);
    expect(brief({ ...input, switches: { 'scholarship.year': { startMonth: 7, startDay: 10 } } })).toEqual(['a 2026 turned-23']);
    expect(brief({ ...input, switches: { 'scholarship.year': { startMonth: 7, startDay: 9 } } })).toEqual(['a 2026 due 12000000']);
    expect(brief({ ...input, switches: { 'scholarship.year': { startMonth: 8, startDay: 1 } } })).toEqual(['a 2026 turned-23']);
  });
});

describe('marriage', () => {
  test.each([
    ['2026-07-01', 'married'],
    ['2026-07-02', 'due 12000000'],
  ])('on %s: %s', (marriedOn, outcome) => {
    expect(brief(scholarship([student('a', { marriedOn: day(marriedOn) })]))).toEqual([`a 2026 ${outcome}`]);
  });
});

describe('work', () => {
  const since = (workingFrom: string, more = {}) => student('a', { workingFrom: day(workingFrom), ...more });

  test('begun by the first day of the school year ends the right, begun later not yet', () => {
    expect(brief(scholarship([since('2026-07-01')]))).toEqual(['a 2026 working']);
    expect(brief(scholarship([since('2026-07-02')]))).toEqual(['a 2026 due 12000000']);
  });

  test.each([
    ['pu', 6, 'due 12000000'],
    ['pu', 7, 'working'],
    ['pu', undefined, 'working'],
    ['bpu', 60, 'due 12000000'],
    ['apprentice', 60, 'due 12000000'],
    [undefined, 1, 'working'],
  ] as const)('%s for %s months beside study, since Permenaker 1/2025: %s', (workKind, workMonths, outcome) => {
    const job = { ...(workKind && { workKind }), ...(workMonths && { workMonths }) };
    expect(brief(scholarship([since('2026-01-01', job)]))).toEqual([`a 2026 ${outcome}`]);
    expect(brief(scholarship([since('2026-06-01', job)]))).toEqual([`a 2026 ${outcome}`]);
  });

  test('before Permenaker 1/2025 no work was excused', () => {
    const children = [since('2026-06-01', { workKind: 'bpu' })];
    expect(brief(scholarship(children, { eventOn: day('2025-02-27') }))).toEqual(['a 2026 working']);
    expect(brief(scholarship(children, { eventOn: day('2025-02-28') }))).toEqual(['a 2026 due 12000000']);
  });

  test('excused work is excused only in years of study', () => {
    const children = [since('2026-06-01', { workKind: 'apprentice' })];
    expect(brief(scholarship(children, { schoolYears: [2026, 2027] }))).toEqual(['a 2026 due 12000000', 'a 2027 working']);
  });

  test('a job on the day of the event ends the right for good, however short the study was interrupted', () => {
    const children = [since('2026-05-11', { workKind: 'pu', workMonths: 7, schooling: years(2027, 'higher') })];
    expect(brief(scholarship(children, { schoolYears: [2027] }))).toEqual(['a 2027 working']);
  });

  test('excused work of a child whose study went on takes no year away before the child returns to school', () => {
    const children = [since('2026-05-11', { workKind: 'bpu', schooling: years(2027, 'higher') })];
    expect(brief(scholarship(children, { schoolYears: [2026, 2027] }))).toEqual(['a 2026 working', 'a 2027 due 12000000']);
  });
});

describe('school', () => {
  test('before the first year on record a child is not yet in school, after a gap it has left', () => {
    const schooling = [...years(2027, 'sd'), ...years(2029, 'sd')];
    expect(brief(scholarship([child('a', { schooling })], { schoolYears: [2026, 2027, 2028, 2029, 2030] }))).toEqual([
      'a 2026 not-yet-in-school',
      'a 2027 due 1500000',
      'a 2028 left-school',
      'a 2029 due 1500000',
      'a 2030 left-school',
    ]);
  });

  test('a child without any school year on record is not yet in school', () => {
    expect(calculateScholarship(scholarship([child('a', { schooling: [] })])).lines).toEqual([
      { child: 'a', schoolYear: 2026, state: 'notDue', amount: 0, reason: 'not-yet-in-school' },
    ]);
  });

  test.each([
    ['tk', 1_500_000, 2],
    ['sd', 1_500_000, 6],
    ['smp', 2_000_000, 3],
    ['sma', 3_000_000, 3],
    ['higher', 12_000_000, 5],
  ] as const)('%s pays %i a year for at most %i years', (level, amount, maxYears) => {
    const asked = Array.from({ length: maxYears + 1 }, (_, index) => 2026 + index);
    const baby = child('a', { birthDate: day('2024-01-01'), schooling: years(2026, ...asked.map(() => level)) });
    const expected = asked.map((year, index) => `a ${year} ${index < maxYears ? `due ${amount}` : 'level-exhausted'}`);
    expect(brief(scholarship([baby], { schoolYears: asked }))).toEqual(expected);
  });

  test('years of another level use nothing up', () => {
    const baby = child('a', { birthDate: day('2021-01-01'), schooling: years(2026, 'tk', 'sd', 'tk', 'tk') });
    expect(brief(scholarship([baby], { schoolYears: [2026, 2027, 2028, 2029] })).slice(2)).toEqual([
      'a 2028 due 1500000',
      'a 2029 level-exhausted',
    ]);
  });

  test('earlier years on record count although they are not asked for again', () => {
    const baby = child('a', { schooling: years(2026, 'tk', 'tk', 'tk') });
    expect(brief(scholarship([baby], { schoolYears: [2028] }))).toEqual(['a 2028 level-exhausted']);
  });

  test('the year that ran on the day of the event counts, a year that had ended before it does not', () => {
    expect(brief(scholarship([child('a', { schooling: years(2025, 'tk', 'tk', 'tk') })], { schoolYears: [2027] }))).toEqual([
      'a 2027 level-exhausted',
    ]);
    expect(brief(scholarship([child('a', { schooling: years(2024, 'tk', 'tk', 'tk') })]))).toEqual(['a 2026 due 1500000']);
  });

  test('later years use nothing up', () => {
    expect(brief(scholarship([child('a', { schooling: [...years(2027, 'tk', 'tk'), ...years(2026, 'tk')] })]))).toEqual([
      'a 2026 due 1500000',
    ]);
  });

  test('a year without proof uses nothing up', () => {
    const schooling = [{ schoolYear: 2026, level: 'tk' as const, proof: false }, ...years(2027, 'tk', 'tk', 'tk')];
    expect(brief(scholarship([child('a', { schooling })], { schoolYears: [2026, 2027, 2028, 2029] }))).toEqual([
      'a 2026 no-proof-yet',
      'a 2027 due 1500000',
      'a 2028 due 1500000',
      'a 2029 level-exhausted',
    ]);
  });

  test('proof of another year is no proof of this one', () => {
    const schooling = [...years(2025, 'sd'), { schoolYear: 2026, level: 'sd' as const, proof: false }, ...years(2027, 'sd')];
    expect(brief(scholarship([child('a', { schooling })]))).toEqual(['a 2026 no-proof-yet']);
  });
});

describe('scholarship.backPay', () => {
  const schooling = years(2026, 'sd', 'sd', 'sd', 'sd');
  const asked = scholarship([child('a', { schooling })], { schoolYears: [2029, 2026, 2027, 2028] });
  const outcomes = (backPay: 'unlimited' | `years:${number}`) =>
    brief({ ...asked, switches: { 'scholarship.backPay': backPay } }).map((line) => line.split(' ')[2]);

  test.each([
    ['unlimited', ['due', 'due', 'due', 'due']],
    ['years:3', ['due', 'due', 'due', 'due']],
    ['years:2', ['right-lapsed', 'due', 'due', 'due']],
    ['years:1', ['right-lapsed', 'right-lapsed', 'due', 'due']],
    ['years:0', ['right-lapsed', 'right-lapsed', 'right-lapsed', 'due']],
    ['years:12', ['due', 'due', 'due', 'due']],
  ] as const)('%s, counted from the latest year asked for', (backPay, expected) => {
    expect(outcomes(backPay)).toEqual(expected);
  });

  test('a lapsed year is not asked for proof', () => {
    const children = [child('a', { schooling: [{ schoolYear: 2026, level: 'sd' as const, proof: false }, ...years(2027, 'sd')] })];
    const input = scholarship(children, { schoolYears: [2026, 2027], switches: { 'scholarship.backPay': 'years:0' } });
    expect(brief(input)).toEqual(['a 2026 right-lapsed', 'a 2027 due 1500000']);
  });
});

describe('reasons are tried in their order', () => {
  const everything = {
    birthDate: day('2003-01-01'),
    marriedOn: day('2025-01-01'),
    workingFrom: day('2025-01-01'),
    schooling: [],
  };
  const jkm = { programme: 'jkm' as const, contributionMonths: 35 };

  test('a third child is told so before anything else', () => {
    const input = scholarship([child('a'), child('b'), child('c', { schooling: [] })], jkm);
    expect(brief(input)[2]).toBe('c 2026 third-child');
  });

  test('then contributions, age, marriage, work, school', () => {
    expect(brief(scholarship([child('a', everything)], jkm))).toEqual(['a 2026 contributions-under-3-years']);
    expect(brief(scholarship([child('a', everything)]))).toEqual(['a 2026 turned-23']);
    const young = { ...everything, birthDate: day('2005-01-01') };
    expect(brief(scholarship([child('a', young)]))).toEqual(['a 2026 married']);
    expect(brief(scholarship([child('a', { ...young, marriedOn: day('2030-01-01') })]))).toEqual(['a 2026 working']);
  });

  test('a level that is used up is told before missing proof', () => {
    const schooling = [...years(2026, 'tk', 'tk'), { schoolYear: 2028, level: 'tk' as const, proof: false }];
    expect(brief(scholarship([child('a', { schooling })], { schoolYears: [2028] }))).toEqual(['a 2028 level-exhausted']);
  });

  test('the level is echoed whenever the year has one', () => {
    const married = student('a', { marriedOn: day('2026-01-01') });
    expect(calculateScholarship(scholarship([married])).lines).toEqual([
      { child: 'a', schoolYear: 2026, state: 'notDue', level: 'higher', amount: 0, reason: 'married' },
    ]);
  });
});

describe('events before PP 82/2019', () => {
  const eventOn = day('2018-05-11');

  test('pay one child once, whatever the level', () => {
    const eldest = child('a', { schooling: years(2018, 'sd', 'sd', 'smp') });
    const input = scholarship([eldest, child('b', { schooling: years(2018, 'sd') })], { eventOn, schoolYears: [2018, 2019, 2020] });
    expect(brief(input)).toEqual([
      'a 2018 due 12000000',
      'a 2019 level-exhausted',
      'a 2020 level-exhausted',
      'b 2018 third-child',
      'b 2019 third-child',
      'b 2020 third-child',
    ]);
  });
});
