import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { jkkRightUntil } from '#domain/law/benefit/right-lapse.ts';
import { coverageOn } from '#domain/law/coverage/coverage.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import { JKM_JKK_2025 } from '#domain/law/rules/packs/jkm-jkk-2025.ts';
import { amountRow, countRow, rateRow } from '#domain/law/rules/rows.ts';
import { day } from '#domain/time/calendar/day.ts';
import { bpu } from '../benefit/claims.ts';

const LAW = 'PP 9/2027';

/** A regime that exists only here: everything it changes is a row or a switch. */
const FICTION: RulePack = {
  ...JKM_JKK_2025,
  id: 'fiction-2027',
  version: 3,
  validFrom: day('2027-04-01'),
  source: LAW,
  certainty: 'law',
  switches: { 'coverage.lapseOnUnpaidMonth': 3, 'jkk.lapseYears': 7 },
  jkm: {
    lump: amountRow(25_000_000, LAW, 'law'),
    periodic: amountRow(18_000_000, LAW, 'law'),
    funeral: amountRow(11_000_000, LAW, 'law'),
    threeMonthRule: {
      months: 6,
      reduced: amountRow(13_000_000, LAW, 'law'),
      asLump: amountRow(9_000_000, LAW, 'law'),
      asFuneral: amountRow(4_000_000, LAW, 'law'),
      source: LAW,
      certainty: 'law',
    },
  },
  coverage: { ...JKM_JKK_2025.coverage, lapse: { source: LAW, certainty: 'law' } },
  jkk: {
    ...JKM_JKK_2025.jkk,
    deathWages: countRow(50, LAW, 'law'),
    stmb: [
      { throughMonth: 1, ...rateRow(10_000, LAW, 'law') },
      { throughMonth: 2, ...rateRow(2_000, LAW, 'law') },
      rateRow(1_000, LAW, 'law'),
    ],
  },
  late: { ...JKM_JKK_2025.late, jkm: rateRow(200, LAW, 'law') },
};
const packs = [FICTION, ...ALL_PACKS];

const death = (on: string, contributionMonths: number): BenefitInput => ({
  programme: 'jkm',
  event: 'death',
  on: day(on),
  memberships: [{ segment: 'BPU', status: 'active', membershipMonths: contributionMonths, contributionMonths }],
  lateDays: 1,
});

describe('a new regime is a new pack and no new code', () => {
  test.each([
    ['2027-03-31', 5, 'jkm-jkk-2025', 42_420_000],
    ['2027-04-01', 6, 'fiction-2027', 55_080_000],
    ['2027-04-01', 5, 'fiction-2027', 13_260_000],
  ])('a death on %s with %i months falls under %s and is worth %i', (on, months, pack, total) => {
    expect(calculateBenefits(death(on, months), { packs })).toMatchObject({ pack, total });
  });

  test('without the pack given, the regime does not exist', () => {
    expect(calculateBenefits(death('2027-04-01', 6)).pack).toBe('jkm-jkk-2025');
  });

  test('its wages and bands are followed', () => {
    const worth = (event: 'death' | 'accident', stmbDays: number) =>
      calculateBenefits({ ...death('2027-04-01', 6), programme: 'jkk', event, wageBase: 3_000_000, stmbDays, lateDays: 0 }, { packs })
        .total;
    expect(worth('death', 0)).toBe(150_000_000 + 22_000_000);
    expect(worth('accident', 90)).toBe(3_000_000 + 600_000 + 300_000);
  });

  test('the explanation names its version and its law', () => {
    expect(calculateBenefits(death('2027-04-01', 6), { packs }).explanation[1]).toEqual({
      step: 'Paket fiction-2027 versi 3 berlaku sejak',
      date: '2027-04-01',
      source: LAW,
    });
  });

  test('each step cites the row it rests on, old or new', () => {
    const sourceOf = (text: string, changes: Partial<BenefitInput>) =>
      calculateBenefits({ ...death('2027-04-01', 6), ...changes }, { packs }).explanation.find(({ step }) => step.startsWith(text))?.source;
    expect(sourceOf('Santunan kematian 50 × upah', { programme: 'jkk', wageBase: 1_000_000 })).toBe(LAW);
    expect(sourceOf('Santunan kematian paling sedikit', { programme: 'jkk', wageBase: 1 })).toBe('PP 82/2019 annex III');
    expect(sourceOf('Tidak ada manfaat: perlindungan gugur', { memberships: [bpu({ status: 'lapsed' })] })).toBe(LAW);
    expect(sourceOf('Tidak ada manfaat: bukan peserta', { memberships: [] })).toBe('Praktik BPJS Ketenagakerjaan');
    expect(sourceOf('Tunggakan', { memberships: [bpu({ status: 'arrears' })] })).toBe('Praktik BPJS Ketenagakerjaan');
  });

  test('its switches decide coverage and the right to claim', () => {
    const on = day('2027-04-20');
    const told = { segment: 'BPU', memberSince: day('2027-01-01'), paidMonths: ['2027-01'] } as const;
    expect(coverageOn({ ...told, on }).status).toBe('arrears');
    expect(coverageOn({ ...told, on }, packs).status).toBe('lapsed');
    expect(membershipsOn(on, [told], {}, packs).memberships[0]?.status).toBe('lapsed');
    expect(jkkRightUntil(on, {}, packs).lastDay).toBe('2034-04-20');
  });
});
