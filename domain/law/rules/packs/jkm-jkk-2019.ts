import type { RulePack } from '#domain/law/rules/pack.ts';
import { amountRow, countRow, levelRow, rateRow } from '#domain/law/rules/rows.ts';
import { day } from '#domain/time/calendar/day.ts';
import { COVERAGE_RULES } from './coverage-rules.ts';

const PP82 = 'PP 82/2019';
const ANNEX = 'PP 82/2019 annex III';

/** PP 82/2019: higher benefits, and one day of membership is enough for all of JKM. */
export const JKM_JKK_2019: RulePack = {
  id: 'jkm-jkk-2019',
  version: 1,
  validFrom: day('2019-12-02'),
  source: PP82,
  certainty: 'secondary',
  rounding: 'halfUp',
  switches: { 'jkm.doubleMembership': 'once' },
  jkm: {
    lump: amountRow(20_000_000, PP82, 'secondary'),
    periodic: amountRow(12_000_000, PP82, 'secondary'),
    funeral: amountRow(10_000_000, PP82, 'secondary'),
  },
  jkk: {
    deathWages: countRow(48, ANNEX, 'secondary'),
    deathMinimum: amountRow(20_000_000, ANNEX, 'secondary'),
    periodic: amountRow(12_000_000, ANNEX, 'secondary'),
    funeral: amountRow(10_000_000, ANNEX, 'secondary'),
    partialDisabilityWages: countRow(80, ANNEX, 'secondary'),
    totalDisabilityWages: countRow(56, ANNEX, 'secondary'),
    stmb: [{ throughMonth: 12, ...rateRow(10_000, ANNEX, 'secondary') }, rateRow(5_000, ANNEX, 'secondary')],
    transport: {
      land: amountRow(5_000_000, ANNEX, 'secondary'),
      sea: amountRow(2_000_000, ANNEX, 'secondary'),
      air: amountRow(10_000_000, ANNEX, 'secondary'),
    },
    medical: { source: ANNEX, certainty: 'law' },
    homeCare: { ...amountRow(20_000_000, ANNEX, 'law'), maxYears: 1 },
    rehabSurcharge: rateRow(4_000, ANNEX, 'secondary'),
    rightLapses: { source: 'PP 82/2019 art. 26', certainty: 'secondary' },
    aids: {
      dentures: amountRow(5_000_000, ANNEX, 'recalled'),
      hearingAid: amountRow(2_500_000, ANNEX, 'recalled'),
      glasses: amountRow(1_000_000, ANNEX, 'recalled'),
    },
  },
  late: { jkm: rateRow(100, 'PP 44/2015 art. 40(3)', 'law'), jkk: rateRow(100, 'PP 44/2015 art. 37(2)', 'law') },
  noHeir: {
    jkm: { source: 'PP 44/2015 art. 40', certainty: 'secondary' },
    jkk: { source: 'PP 44/2015 art. 37(5)', certainty: 'law' },
  },
  coverage: COVERAGE_RULES,
  scholarship: {
    levels: [
      levelRow('tk', 1_500_000, 2, PP82, 'secondary'),
      levelRow('sd', 1_500_000, 6, PP82, 'secondary'),
      levelRow('smp', 2_000_000, 3, PP82, 'secondary'),
      levelRow('sma', 3_000_000, 3, PP82, 'secondary'),
      levelRow('higher', 12_000_000, 5, PP82, 'secondary'),
    ],
    jkmMinimumContributionMonths: countRow(36, PP82, 'secondary'),
    maxChildren: countRow(2, PP82, 'secondary'),
    endAge: countRow(23, PP82, 'secondary'),
  },
};
