import type { RulePack } from '#domain/law/rules/pack.ts';
import { amountRow, countRow, rateRow } from '#domain/law/rules/rows.ts';
import { day } from '#domain/time/calendar/day.ts';
import { COVERAGE_RULES } from './coverage-rules.ts';

const PP44 = 'PP 44/2015';
const ANNEX = 'PP 44/2015 annex III';

/** Before PP 82/2019. Recalled throughout: no text of the time was read. */
export const JKM_JKK_2015: RulePack = {
  id: 'jkm-jkk-2015',
  version: 1,
  validFrom: day('2015-07-01'),
  source: PP44,
  certainty: 'recalled',
  rounding: 'halfUp',
  switches: { 'jkk.lapseYears': 2, 'jkm.doubleMembership': 'once' },
  jkm: {
    lump: amountRow(16_200_000, PP44, 'recalled'),
    periodic: amountRow(4_800_000, PP44, 'recalled'),
    funeral: amountRow(3_000_000, PP44, 'recalled'),
  },
  jkk: {
    deathWages: countRow(48, ANNEX, 'recalled'),
    deathMinimum: amountRow(16_200_000, ANNEX, 'recalled'),
    periodic: amountRow(4_800_000, ANNEX, 'recalled'),
    funeral: amountRow(3_000_000, ANNEX, 'recalled'),
    partialDisabilityWages: countRow(80, ANNEX, 'recalled'),
    totalDisabilityWages: countRow(56, ANNEX, 'recalled'),
    stmb: [
      { throughMonth: 6, ...rateRow(10_000, ANNEX, 'recalled') },
      { throughMonth: 12, ...rateRow(7_500, ANNEX, 'recalled') },
      rateRow(5_000, ANNEX, 'recalled'),
    ],
    transport: {
      land: amountRow(1_000_000, ANNEX, 'recalled'),
      sea: amountRow(1_500_000, ANNEX, 'recalled'),
      air: amountRow(2_500_000, ANNEX, 'recalled'),
    },
    medical: { source: ANNEX, certainty: 'recalled' },
    rehabSurcharge: rateRow(4_000, ANNEX, 'recalled'),
    rightLapses: { source: 'PP 44/2015 art. 26', certainty: 'recalled' },
    aids: { dentures: amountRow(3_000_000, ANNEX, 'recalled') },
  },
  late: { jkm: rateRow(100, 'PP 44/2015 art. 40(3)', 'recalled'), jkk: rateRow(100, 'PP 44/2015 art. 37(2)', 'recalled') },
  noHeir: {
    jkm: { source: 'PP 44/2015 art. 40', certainty: 'recalled' },
    jkk: { source: 'PP 44/2015 art. 37(5)', certainty: 'recalled' },
  },
  coverage: COVERAGE_RULES,
  scholarship: {
    levels: [],
    once: amountRow(12_000_000, PP44, 'recalled'),
    jkmMinimumContributionMonths: countRow(60, PP44, 'recalled'),
    maxChildren: countRow(1, PP44, 'recalled'),
    endAge: countRow(23, PP44, 'recalled'),
  },
};
