import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { day } from '#domain/time/calendar/day.ts';
import { accident, bpu, jkkDeath, linesOf, months, pu, totalWith } from './claims.ts';

const BEFORE_2019 = { on: day('2019-12-01') };

describe('JKK death', () => {
  test('the lowest wage base is worth 70 million', () => {
    expect(linesOf(jkkDeath())).toEqual(['jkk.death 48000000 heirs', 'jkk.periodic 12000000 heirs', 'jkk.funeral 10000000 heirs']);
  });

  test.each([
    [0, 20_000_000],
    [416_666, 20_000_000],
    [416_667, 20_000_016],
    [5_000_000, 240_000_000],
  ])('a wage of %i is worth %i, never less than the JKM lump sum', (wageBase, amount) => {
    expect(linesOf(jkkDeath({ wageBase }))[0]).toBe(`jkk.death ${amount} heirs`);
  });

  test('one month of membership is enough', () => {
    expect(calculateBenefits(jkkDeath({ memberships: [bpu(months(1, 0))] })).total).toBe(70_000_000);
  });

  test('two employers are paid once', () => {
    expect(calculateBenefits(jkkDeath({ memberships: [pu('e1'), pu('e2')] })).total).toBe(70_000_000);
  });

  test('without an heir the funeral goes to its arranger and the rest to the fund', () => {
    expect(linesOf(jkkDeath({ hasHeir: false }))).toEqual([
      'jkk.death 48000000 fund',
      'jkk.periodic 12000000 fund',
      'jkk.funeral 10000000 funeralArranger',
    ]);
  });

  test('care and transport before the death are paid with it', () => {
    const claim = jkkDeath({
      stmbDays: 30,
      transport: [{ mode: 'land', receipts: 100_000 }],
      medicalReceipts: 700_000,
      homeCareReceipts: 50_000,
    });
    expect(linesOf(claim).slice(3)).toEqual([
      'jkk.stmb 1000000 heirs',
      'jkk.transport.land 100000 heirs',
      'jkk.medical 700000 provider',
      'jkk.homeCare 50000 provider',
    ]);
  });

  test('before PP 82/2019 the minimum is the old lump sum', () => {
    expect(linesOf(jkkDeath({ ...BEFORE_2019, wageBase: 300_000 }))).toEqual([
      'jkk.death 16200000 heirs',
      'jkk.periodic 4800000 heirs',
      'jkk.funeral 3000000 heirs',
    ]);
  });
});

describe('JKK disability', () => {
  const disabled = (disability: NonNullable<Parameters<typeof accident>[0]>['disability'], wageBase = 1_000_000) =>
    linesOf(accident({ wageBase, ...(disability ? { disability } : {}) }));

  test('a partial anatomical loss is the table percentage of 80 wages', () => {
    expect(disabled({ kind: 'partialAnatomical', tableBasisPoints: 3_500 })).toEqual([
      'jkk.disability.partialAnatomical 28000000 participant',
    ]);
  });

  test('the share of function lost plays no part in an anatomical loss', () => {
    expect(disabled({ kind: 'partialAnatomical', tableBasisPoints: 3_500, lostBasisPoints: 1_000 })).toEqual([
      'jkk.disability.partialAnatomical 28000000 participant',
    ]);
  });

  test('a loss of function is its share of the table percentage of 80 wages', () => {
    expect(disabled({ kind: 'partialFunctional', tableBasisPoints: 3_500, lostBasisPoints: 2_500 })).toEqual([
      'jkk.disability.partialFunctional 7000000 participant',
    ]);
  });

  test.each([
    [125, '1'],
    [124, '1'],
    [62, undefined],
    [63, '1'],
    [188, '2'],
    [187, '1'],
  ])('80 wages of %i rupiah at one basis point are rounded half up to %s', (wageBase, amount) => {
    expect(disabled({ kind: 'partialAnatomical', tableBasisPoints: 1 }, wageBase)).toEqual(
      amount === undefined ? [] : [`jkk.disability.partialAnatomical ${amount} participant`],
    );
  });

  test('a functional loss is rounded once, at the end', () => {
    // 80 × 0.63% is 0.504 rupiah; rounded to 1 before taking 90% it would be paid.
    expect(disabled({ kind: 'partialFunctional', tableBasisPoints: 63, lostBasisPoints: 9_000 }, 1)).toEqual([]);
  });

  test('a total disability is 56 wages and the periodic benefit at once', () => {
    expect(disabled({ kind: 'total' })).toEqual(['jkk.disability.total 56000000 participant', 'jkk.periodic 12000000 participant']);
  });

  test('a loss of nothing is no line', () => {
    expect(disabled({ kind: 'partialAnatomical', tableBasisPoints: 0 })).toEqual([]);
  });

  test('a percentage of 100 is accepted', () => {
    expect(disabled({ kind: 'partialFunctional', tableBasisPoints: 10_000, lostBasisPoints: 10_000 })).toEqual([
      'jkk.disability.partialFunctional 80000000 participant',
    ]);
  });
});

describe('temporary inability to work', () => {
  test.each([
    [1, 100_000],
    [30, 3_000_000],
    [360, 36_000_000],
    [361, 36_050_000],
    [390, 37_500_000],
    [720, 54_000_000],
  ])('%i days at a wage of 3 million are worth %i', (stmbDays, amount) => {
    expect(linesOf(accident({ wageBase: 3_000_000, stmbDays }))).toEqual([`jkk.stmb ${amount} participant`]);
  });

  test('no day away from work is no line', () => {
    expect(linesOf(accident({ stmbDays: 0 }))).toEqual([]);
  });

  test.each([
    [360, 12_000_012],
    [361, 12_016_679],
    [365, 12_083_345],
  ])('%i days at a wage of 1,000,001 are rounded at the end of each band to %i', (stmbDays, amount) => {
    expect(linesOf(accident({ wageBase: 1_000_001, stmbDays }))).toEqual([`jkk.stmb ${amount} participant`]);
  });

  test('each band is rounded half up before they are added', () => {
    expect(linesOf(accident({ wageBase: 5, stmbDays: 3 }))).toEqual(['jkk.stmb 1 participant']);
    // 6 + 4.5 + 0.5 rupiah are 6 + 5 + 1.
    expect(linesOf(accident({ ...BEFORE_2019, wageBase: 1, stmbDays: 390 }))).toEqual(['jkk.stmb 12 participant']);
  });

  test.each([
    [180, 18_000_000],
    [181, 18_075_000],
    [360, 31_500_000],
    [361, 31_550_000],
  ])('before PP 82/2019 %i days at a wage of 3 million are worth %i', (stmbDays, amount) => {
    expect(linesOf(accident({ ...BEFORE_2019, wageBase: 3_000_000, stmbDays }))).toEqual([`jkk.stmb ${amount} participant`]);
  });
});

describe('transport and care', () => {
  test.each([
    ['land', 5_000_000],
    ['sea', 2_000_000],
    ['air', 10_000_000],
  ] as const)('%s is paid by receipt up to %i', (mode, cap) => {
    const paid = (receipts: number) => linesOf(accident({ transport: [{ mode, receipts }] }));
    expect(paid(cap - 1)).toEqual([`jkk.transport.${mode} ${cap - 1} participant`]);
    expect(paid(cap)).toEqual([`jkk.transport.${mode} ${cap} participant`]);
    expect(paid(cap + 1)).toEqual([`jkk.transport.${mode} ${cap} participant`]);
  });

  test('several trips of one mode share its ceiling, whatever their order; another mode has its own', () => {
    const transport = [
      { mode: 'air', receipts: 4_000_000 },
      { mode: 'sea', receipts: 1_200_000 },
      { mode: 'sea', receipts: 900_000 },
      { mode: 'land', receipts: 1 },
    ] as const;
    const lines = ['jkk.transport.land 1 participant', 'jkk.transport.sea 2000000 participant', 'jkk.transport.air 4000000 participant'];
    expect(linesOf(accident({ transport }))).toEqual(lines);
    expect(linesOf(accident({ transport: [...transport].reverse() }))).toEqual(lines);
  });

  test('a receipt of nothing is no line', () => {
    expect(linesOf(accident({ transport: [{ mode: 'land', receipts: 0 }], medicalReceipts: 0, homeCareReceipts: 0 }))).toEqual([]);
  });

  test('before PP 82/2019 each mode had a lower ceiling', () => {
    const transport = (['land', 'sea', 'air'] as const).map((mode) => ({ mode, receipts: 20_000_000 }));
    expect(linesOf(accident({ ...BEFORE_2019, transport }))).toEqual([
      'jkk.transport.land 1000000 participant',
      'jkk.transport.sea 1500000 participant',
      'jkk.transport.air 2500000 participant',
    ]);
  });

  test('medical care has no ceiling and goes to the provider, also where nobody inherits', () => {
    expect(linesOf(accident({ medicalReceipts: 987_654_321 }))).toEqual(['jkk.medical 987654321 provider']);
    expect(linesOf(jkkDeath({ hasHeir: false, medicalReceipts: 7 }))).toContain('jkk.medical 7 provider');
  });

  test.each([
    [19_999_999, 19_999_999],
    [20_000_000, 20_000_000],
    [20_000_001, 20_000_000],
  ])('home care of %i is paid %i', (homeCareReceipts, amount) => {
    expect(linesOf(accident({ homeCareReceipts }))).toEqual([`jkk.homeCare ${amount} provider`]);
  });

  test('before PP 82/2019 there was no home care', () => {
    expect(linesOf(accident({ ...BEFORE_2019, homeCareReceipts: 1_000_000 }))).toEqual([]);
  });

  test('transport and care need no wage', () => {
    const { wageBase: _, ...claim } = accident({ transport: [{ mode: 'sea', receipts: 5 }], medicalReceipts: 7, homeCareReceipts: 9 });
    expect(calculateBenefits(claim).total).toBe(21);
  });

  test('an accident is paid to the participant, with or without heirs', () => {
    expect(linesOf(accident({ stmbDays: 30, hasHeir: false }))).toEqual(['jkk.stmb 1000000 participant']);
  });

  test('an accident with nothing to pay is worth nothing, and is no rejection', () => {
    expect(calculateBenefits(accident())).toMatchObject({ lines: [], total: 0, conditions: [], reasons: [] });
  });
});

describe('JKK and the state of the membership', () => {
  test('a lapsed membership pays nothing, and asks for no wage', () => {
    const { wageBase: _, ...claim } = jkkDeath({ memberships: [bpu({ status: 'lapsed' })] });
    expect(calculateBenefits(claim)).toMatchObject({ lines: [], total: 0, reasons: ['coverage-lapsed'] });
  });

  test('arrears are settled first', () => {
    expect(calculateBenefits(accident({ memberships: [bpu({ status: 'arrears' })] })).conditions).toEqual(['arrears-paid-first']);
  });

  test('arrears of one membership hold nothing while another covers', () => {
    expect(calculateBenefits(jkkDeath({ memberships: [bpu({ status: 'arrears' }), pu('e1')] })).conditions).toEqual([]);
  });

  test('where arrears had to be settled before death, a living participant may still settle them', () => {
    const claim = accident({ memberships: [bpu({ status: 'arrears' })], stmbDays: 30 });
    const switches = { 'coverage.arrearsPayableUntil': 'beforeDeath' } as const;
    expect(totalWith(switches, claim)).toBe(1_000_000);
    expect(totalWith(switches, jkkDeath({ memberships: [bpu({ status: 'arrears' })] }))).toBe(0);
  });
});
