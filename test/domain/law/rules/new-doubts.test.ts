import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { coverageOn } from '#domain/law/coverage/coverage.ts';
import { choosePack, packsRead } from '#domain/law/rules/choose-pack.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import { day } from '#domain/time/calendar/day.ts';
import { accident, bpu, jkkDeath, jkmDeath, linesOf, months, pu, totalWith } from '../benefit/claims.ts';

describe('the day Permenaker 1/2025 was promulgated (pack.2025From)', () => {
  const short = (on: string) => jkmDeath({ on: day(on), memberships: [bpu(months(1, 1))] });

  test.each([
    ['2025-02-23', '2025-02-24', 42_000_000],
    ['2025-02-24', '2025-02-24', 10_000_000],
    ['2025-02-27', '2025-02-24', 10_000_000],
    ['2025-02-24', '2025-02-28', 42_000_000],
    ['2025-02-27', '2025-02-28', 42_000_000],
    ['2025-02-28', '2025-02-28', 10_000_000],
  ] as const)('a BPU member of one month who died on %s, promulgated %s: %i', (on, from, total) => {
    expect(totalWith({ 'pack.2025From': from }, short(on))).toBe(total);
  });

  test('promulgated on the 28th where nobody says', () => {
    expect(calculateBenefits(short('2025-02-27')).total).toBe(42_000_000);
    expect(choosePack(day('2025-02-28'), packsRead()).pack.id).toBe('jkm-jkk-2025');
  });

  test('the explanation and the scholarship follow the same day', () => {
    const switches = { 'pack.2025From': '2025-02-24' } as const;
    const explained = calculateBenefits({ ...short('2025-02-25'), switches }).explanation[1];
    expect(explained).toMatchObject({ step: 'Paket jkm-jkk-2025 versi 1 berlaku sejak', date: '2025-02-24' });
    const working = { id: 'a', birthDate: day('2010-01-01'), workingFrom: day('2025-01-01'), workKind: 'bpu' as const };
    const right = { programme: 'jkk' as const, eventOn: day('2025-02-25'), contributionMonths: 12, schoolYears: [2025] };
    const child = { ...working, schooling: [{ schoolYear: 2025, level: 'smp' as const, proof: true }] };
    expect(calculateScholarship({ ...right, children: [child], switches }).total).toBe(2_000_000);
    expect(calculateScholarship({ ...right, children: [child] }).total).toBe(0);
  });
});

describe('a wage earner whose employer did not pay (coverage.employerArrears)', () => {
  const told = { on: day('2026-05-11'), segment: 'PU' as const, memberSince: day('2024-01-01'), paidMonths: ['2026-01'] };
  const asks = { 'coverage.employerArrears': 'asks' } as const;
  const stepsOf = (input: Parameters<typeof coverageOn>[0]) =>
    coverageOn(input)
      .explanation.map(({ step }) => step)
      .join('\n');

  test('has lapsed under either reading, and asked about the explanation says who is to decide', () => {
    expect(coverageOn(told).status).toBe('lapsed');
    expect(coverageOn({ ...told, switches: asks }).status).toBe('lapsed');
    expect(stepsOf({ ...told, switches: asks })).toContain('mintakan keputusan bagian hukum');
    expect(stepsOf(told)).not.toContain('bagian hukum');
  });

  test.each([
    ['BPU', { ...told, segment: 'BPU' as const }],
    ['a wage earner who pays himself', { ...told, payer: 'self' as const }],
    ['one who has not lapsed', { ...told, paidMonths: ['2026-03', '2026-04'] }],
  ])('nothing is asked of %s', (_who, input) => {
    expect(stepsOf({ ...input, switches: asks })).not.toContain('bagian hukum');
  });

  test('asked about, the calculation shows both amounts', () => {
    const lapsed = jkmDeath({ memberships: [pu('e1', { status: 'lapsed' })] });
    expect(calculateBenefits(lapsed).explanation.at(-1)).toMatchObject({ step: 'Jumlah', amount: 0 });
    const both = calculateBenefits({ ...lapsed, switches: asks });
    expect(both).toMatchObject({ total: 0, lines: [], reasons: ['coverage-lapsed'] });
    expect(both.explanation.slice(-2)).toMatchObject([
      { step: 'Jumlah', amount: 0 },
      { step: expect.stringContaining('tidak menggugurkan hak pekerja'), amount: 42_000_000 },
    ]);
  });

  test('a second employer in doubt shows what it would add', () => {
    const claim = jkmDeath({ memberships: [pu('e1'), pu('e2', { status: 'lapsed' })], switches: asks });
    expect(calculateBenefits(claim)).toMatchObject({ total: 42_000_000 });
    expect(calculateBenefits(claim).explanation.at(-1)).toMatchObject({ amount: 74_000_000 });
  });
});

describe('what lateness is counted on (late.base)', () => {
  test.each([
    ['programmeCash', 840_000],
    ['wholeClaim', 840_000],
    ['withoutFuneral', 640_000],
  ] as const)('two days of 42 million, %s: %i', (reading, compensation) => {
    expect(totalWith({ 'late.base': reading }, jkmDeath({ lateDays: 2 }))).toBe(42_000_000 + compensation);
  });

  test('without the funeral: a death by work accident counts 60 of its 70 million', () => {
    expect(totalWith({ 'late.base': 'withoutFuneral' }, jkkDeath({ lateDays: 1 }))).toBe(70_600_000);
  });

  test('without the funeral: the 10 million under three months are burial money, the 8 million of the other label are not', () => {
    const short = jkmDeath({ lateDays: 1, memberships: [bpu(months(1, 1))] });
    expect(totalWith({ 'late.base': 'withoutFuneral' }, short)).toBe(10_000_000);
    expect(totalWith({ 'late.base': 'withoutFuneral', 'jkm.reducedLabel': 'lump8funeral2' }, short)).toBe(10_080_000);
  });

  test('without the funeral: without heirs the fund gets it on its 32 million', () => {
    const switches = { 'late.base': 'withoutFuneral' } as const;
    expect(linesOf(jkmDeath({ lateDays: 2, hasHeir: false, switches }))).toContain('late.compensation 640000 fund');
  });

  test('without the funeral: receipts of providers stay out as before', () => {
    const switches = { 'late.base': 'withoutFuneral' } as const;
    expect(linesOf(accident({ stmbDays: 30, medicalReceipts: 9_000_000, lateDays: 1, switches }))).toContain(
      'late.compensation 10000 participant',
    );
  });
});
