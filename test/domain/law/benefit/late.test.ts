import { day } from '#domain/time/calendar/day.ts';
import { accident, bpu, jkkDeath, jkmDeath, linesOf, months, totalWith } from './claims.ts';

const lateLine = (lines: string[]) => lines.filter((line) => line.startsWith('late.'));

describe('late compensation', () => {
  test('42 million paid two days late are worth 840,000 more', () => {
    expect(lateLine(linesOf(jkmDeath({ lateDays: 2 })))).toEqual(['late.compensation 840000 heirs']);
  });

  test('no day late is no line', () => {
    expect(lateLine(linesOf(jkmDeath({ lateDays: 0 })))).toEqual([]);
  });

  test('the reduced benefit is compensated on its 10 million', () => {
    expect(linesOf(jkmDeath({ lateDays: 1, memberships: [bpu(months(1, 1))] }))).toEqual([
      'jkm.reduced 10000000 heirs',
      'late.compensation 100000 heirs',
    ]);
  });

  test('it goes where the cash of the programme goes', () => {
    expect(lateLine(linesOf(jkmDeath({ lateDays: 2, hasHeir: false })))).toEqual(['late.compensation 840000 fund']);
    expect(lateLine(linesOf(jkkDeath({ lateDays: 1 })))).toEqual(['late.compensation 700000 heirs']);
    expect(lateLine(linesOf(accident({ lateDays: 1, stmbDays: 30 })))).toEqual(['late.compensation 10000 participant']);
  });

  test('a lapsed membership is owed nothing, however late', () => {
    expect(linesOf(jkmDeath({ lateDays: 400, memberships: [bpu({ status: 'lapsed' })] }))).toEqual([]);
  });

  test('before PP 82/2019 it was the same percentage', () => {
    expect(lateLine(linesOf(jkmDeath({ lateDays: 3, on: day('2019-12-01') })))).toEqual(['late.compensation 720000 heirs']);
  });

  test('it is rounded half up, once over all days', () => {
    const claim = (lateDays: number) => lateLine(linesOf(accident({ transport: [{ mode: 'land', receipts: 25 }], lateDays })));
    expect(claim(1)).toEqual([]);
    expect(claim(2)).toEqual(['late.compensation 1 participant']);
    expect(claim(5)).toEqual(['late.compensation 1 participant']);
    expect(claim(6)).toEqual(['late.compensation 2 participant']);
  });

  test.each([
    ['programmeCash', 1_020_000],
    ['wholeClaim', 26_010_000],
  ] as const)('51 days on a base of %s, where providers are owed 49 of 51 million, are worth %i', (reading, compensation) => {
    const care = { medicalReceipts: 40_000_000, homeCareReceipts: 9_000_000 };
    const claim = accident({ ...care, stmbDays: 30, transport: [{ mode: 'sea', receipts: 1_000_000 }], lateDays: 51 });
    expect(totalWith({ 'late.base': reading }, claim)).toBe(51_000_000 + compensation);
  });
});
