import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import type { Membership } from '#domain/law/coverage/coverage-types.ts';
import { day } from '#domain/time/calendar/day.ts';
import { bpu, jkmDeath, linesOf, months, pu, totalWith } from './claims.ts';

const of = (...memberships: Membership[]) => jkmDeath({ memberships });

describe('JKM of several memberships', () => {
  test.each([
    ['perEmployer', 74_000_000],
    ['perMembership', 74_000_000],
    ['once', 42_000_000],
  ] as const)('%s: two employers are worth %i', (reading, total) => {
    expect(totalWith({ 'jkm.doubleMembership': reading }, of(pu('e1'), pu('e2')))).toBe(total);
  });

  test.each([
    ['perEmployer', 42_000_000],
    ['perMembership', 74_000_000],
    ['once', 42_000_000],
  ] as const)('%s: a wage earner who is also BPU is worth %i', (reading, total) => {
    expect(totalWith({ 'jkm.doubleMembership': reading }, of(pu('e1'), bpu()))).toBe(total);
  });

  test('two employers and a BPU membership are paid twice, or three times where every membership counts', () => {
    const claim = of(pu('e1'), bpu(), pu('e2'));
    expect(totalWith({}, claim)).toBe(74_000_000);
    expect(totalWith({ 'jkm.doubleMembership': 'perMembership' }, claim)).toBe(106_000_000);
  });

  test('three employers are paid three times, with one funeral', () => {
    expect(linesOf(of(pu('e1'), pu('e2'), pu('e3')))).toEqual([
      'jkm.lump 60000000 heirs',
      'jkm.periodic 36000000 heirs',
      'jkm.funeral 10000000 heirs',
    ]);
  });

  test.each(['perEmployer', 'perMembership'] as const)('%s: the same employer told twice is one', (reading) => {
    expect(totalWith({ 'jkm.doubleMembership': reading }, of(pu('e1'), pu('e1')))).toBe(42_000_000);
  });

  test('a BPU group and an employer of the same name are two memberships', () => {
    expect(totalWith({ 'jkm.doubleMembership': 'perMembership' }, of(pu('e1'), bpu({ employer: 'e1' })))).toBe(74_000_000);
  });

  test('two employments with nobody named as employer are one until a name is given', () => {
    const { employer: _, ...unnamed } = pu('e1');
    expect(totalWith({}, of(unnamed, unnamed))).toBe(42_000_000);
    expect(totalWith({}, of(unnamed, pu('e1')))).toBe(74_000_000);
    expect(totalWith({}, of(unnamed, pu('')))).toBe(42_000_000);
  });

  test('a BPU membership under three months adds nothing to an employment, however memberships count', () => {
    expect(totalWith({ 'jkm.doubleMembership': 'perMembership' }, of(pu('e1'), bpu(months(2, 2))))).toBe(42_000_000);
  });

  test('two memberships under three months are paid the reduced benefit once', () => {
    const switches = { 'jkm.threeMonthSegments': 'all', 'jkm.doubleMembership': 'perMembership' } as const;
    expect(totalWith(switches, of(pu('e1', months(2, 2)), pu('e2', months(2, 2)), bpu(months(1, 1))))).toBe(10_000_000);
  });

  test('before Permenaker 1/2025 two employers are paid once', () => {
    expect(calculateBenefits({ ...of(pu('e1'), pu('e2')), on: day('2025-02-27') }).total).toBe(42_000_000);
    expect(calculateBenefits({ ...of(pu('e1'), pu('e2')), on: day('2019-12-01') }).total).toBe(24_000_000);
  });

  test('an employer that has lapsed is not counted', () => {
    expect(totalWith({}, of(pu('e1'), pu('e2', { status: 'lapsed' })))).toBe(42_000_000);
  });

  test('an employer in arrears is counted, and its arrears come first', () => {
    const claim = of(pu('e1'), pu('e2', { status: 'arrears' }));
    expect(calculateBenefits(claim)).toMatchObject({ total: 74_000_000, conditions: ['arrears-paid-first'] });
  });

  test('the same employer told as paid up and as in arrears holds nothing', () => {
    const claim = of(pu('e1', { status: 'arrears' }), pu('e1'), pu('e2'));
    expect(calculateBenefits(claim)).toMatchObject({ total: 74_000_000, conditions: [] });
  });

  test('one employment in arrears beside a BPU membership that is paid up holds nothing', () => {
    const claim = of(bpu(), pu('e1', { status: 'arrears' }));
    expect(calculateBenefits(claim)).toMatchObject({ total: 42_000_000, conditions: [] });
  });

  test('one employer written twice is paid once, and nobody is asked', () => {
    const result = calculateBenefits(of(pu('CV A'), pu('cv a ')));
    expect(result.total).toBe(42_000_000);
    expect(JSON.stringify(result.explanation)).not.toContain('mirip');
  });

  test('two employers whose names are alike are counted once, and the explanation says what hangs on it', () => {
    const result = calculateBenefits(of(pu('CV Maju Jaya'), pu('PT Maju Jaya')));
    expect(result.total).toBe(42_000_000);
    expect(result.explanation.map(({ step }) => step)).toContain(
      'Pemberi kerja "CV Maju Jaya" dan "PT Maju Jaya" mirip: dihitung satu sampai dipastikan; bila berbeda, bertambah Rp32.000.000',
    );
  });

  test('a second employment without a named employer is paid with a warning', () => {
    const { employer: _, ...unnamed } = pu('e1');
    const steps = calculateBenefits(of(unnamed, pu('e1'))).explanation.map(({ step }) => step);
    expect(steps.find((step) => step.includes('tidak disebut'))).toContain('bila sama, berkurang Rp32.000.000');
  });

  test('claims of the first edition were decided with employers as told', () => {
    expect(calculateBenefits(of(pu('CV A'), pu('cv a ')), { employers: 'asTold' }).total).toBe(74_000_000);
  });
});
