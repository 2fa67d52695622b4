import { day } from '#domain/time/calendar/day.ts';
import { brief, child, scholarship, student } from './children.ts';

const old = (id: string, birthDate: string, more = {}) => child(id, { birthDate: day(birthDate), ...more });

describe('the order of children', () => {
  test('the oldest comes first whatever was declared', () => {
    const children = [old('c', '2015-01-01', { declaredOrder: 1 }), old('a', '2013-01-01', { declaredOrder: 3 }), old('b', '2014-01-01')];
    expect(brief(scholarship(children))).toEqual(['a 2026 due 1500000', 'b 2026 due 1500000', 'c 2026 third-child']);
  });

  test('twins stand as declared, and one without a declared order after one with it', () => {
    const twins = [child('x'), child('z', { declaredOrder: 2 }), child('y', { declaredOrder: 1 })];
    expect(brief(scholarship(twins))).toEqual(['y 2026 due 1500000', 'z 2026 due 1500000', 'x 2026 third-child']);
  });

  test('twins nobody ordered stay as listed', () => {
    expect(brief(scholarship([child('y'), child('x'), child('a')]))).toEqual([
      'y 2026 due 1500000',
      'x 2026 due 1500000',
      'a 2026 third-child',
    ]);
  });

  test('scholarship.childOrder asDeclared puts the declared order before age', () => {
    const children = [old('a', '2013-01-01'), old('b', '2014-01-01', { declaredOrder: 2 }), old('c', '2015-01-01', { declaredOrder: 1 })];
    expect(brief(scholarship(children, { switches: { 'scholarship.childOrder': 'asDeclared' } }))).toEqual([
      'c 2026 due 1500000',
      'b 2026 due 1500000',
      'a 2026 third-child',
    ]);
    expect(brief(scholarship(children, { switches: { 'scholarship.childOrder': 'birthDate' } }))[2]).toBe('c 2026 third-child');
  });

  test('asDeclared without any declared order keeps the order of the list', () => {
    const children = [old('c', '2015-01-01'), old('a', '2013-01-01')];
    expect(brief(scholarship(children, { switches: { 'scholarship.childOrder': 'asDeclared' } }))).toEqual([
      'c 2026 due 1500000',
      'a 2026 due 1500000',
    ]);
  });

  test('years are listed ascending for each child', () => {
    expect(brief(scholarship([old('b', '2014-01-01'), old('a', '2013-01-01')], { schoolYears: [2027, 2026] }))).toEqual([
      'a 2026 due 1500000',
      'a 2027 left-school',
      'b 2026 due 1500000',
      'b 2027 left-school',
    ]);
  });
});

describe('who takes one of the two places on the day of the event', () => {
  const two = [old('y', '2014-01-01'), old('z', '2015-01-01')];

  test.each([
    ['a child who turns 23 on that day leaves its place', { birthDate: day('2003-05-11') }, 'turned-23', 'due 1500000'],
    ['a child who turns 23 the day after takes a place', { birthDate: day('2003-05-12') }, 'turned-23', 'third-child'],
    ['a child married on that day leaves its place', { marriedOn: day('2026-05-11') }, 'married', 'due 1500000'],
    ['a child who marries the day after takes a place', { marriedOn: day('2026-05-12') }, 'married', 'third-child'],
    ['a child working on that day leaves its place', { workingFrom: day('2026-05-11') }, 'working', 'due 1500000'],
    ['a child who starts work the day after takes a place', { workingFrom: day('2026-05-12') }, 'working', 'third-child'],
    [
      'a child excused from work takes a place',
      { workingFrom: day('2026-05-11'), workKind: 'bpu' as const },
      'due 12000000',
      'third-child',
    ],
  ])('%s', (_, more, eldest, youngest) => {
    expect(brief(scholarship([student('x', more), ...two]))).toEqual([`x 2026 ${eldest}`, 'y 2026 due 1500000', `z 2026 ${youngest}`]);
  });

  test('a married child after two covered ones is told that it is married, not that it is the third', () => {
    expect(brief(scholarship([...two, old('m', '2016-01-01', { marriedOn: day('2026-05-11') })]))[2]).toBe('m 2026 married');
  });

  test('nobody moves up when a covered child drops out later', () => {
    const eldest = student('x', { marriedOn: day('2026-06-01') });
    const input = scholarship([
      eldest,
      ...two.map((one) => ({ ...one, schooling: [2026, 2027].map((schoolYear) => ({ schoolYear, level: 'sd' as const, proof: true })) })),
    ]);
    expect(brief({ ...input, schoolYears: [2027] })).toEqual(['x 2027 married', 'y 2027 due 1500000', 'z 2027 third-child']);
  });

  test('a child who turned 23 before the event gets nothing for the year that was running', () => {
    const running = [{ schoolYear: 2025, level: 'higher' as const, proof: true }];
    const input = (birthDate: string) =>
      scholarship([student('x', { birthDate: day(birthDate), schooling: running })], { schoolYears: [2025] });
    expect(brief(input('2003-05-11'))).toEqual(['x 2025 turned-23']);
    expect(brief(input('2003-05-12'))).toEqual(['x 2025 due 12000000']);
  });

  test('an excused job of a child who had left school by the event leaves its place', () => {
    const more = { workingFrom: day('2026-01-01'), workKind: 'bpu' as const };
    const leftIn = (schoolYear: number) => student('x', { ...more, schooling: [{ schoolYear, level: 'sma', proof: true }] });
    expect(brief(scholarship([leftIn(2024), ...two]))).toEqual(['x 2026 working', 'y 2026 due 1500000', 'z 2026 due 1500000']);
    expect(brief(scholarship([leftIn(2025), ...two]))).toEqual(['x 2026 working', 'y 2026 due 1500000', 'z 2026 third-child']);
  });
});
