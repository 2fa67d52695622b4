import type { RulePack } from '#domain/law/rules/pack.ts';
import { amountRow } from '#domain/law/rules/rows.ts';
import { day } from '#domain/time/calendar/day.ts';
import { JKM_JKK_2019 } from './jkm-jkk-2019.ts';

const PERMENAKER = 'Permenaker 1/2025';

/** Permenaker 1/2025 over the amounts of PP 82/2019. Promulgated in February 2025; the exact day is not known, see `startingOn`. */
export const JKM_JKK_2025: RulePack = {
  ...JKM_JKK_2019,
  id: 'jkm-jkk-2025',
  version: 1,
  validFrom: day('2025-02-28'),
  source: PERMENAKER,
  certainty: 'inferred',
  switches: {},
  jkm: {
    ...JKM_JKK_2019.jkm,
    threeMonthRule: {
      months: 3,
      reduced: amountRow(10_000_000, PERMENAKER, 'secondary'),
      asLump: amountRow(8_000_000, PERMENAKER, 'secondary'),
      asFuneral: amountRow(2_000_000, PERMENAKER, 'secondary'),
      source: PERMENAKER,
      certainty: 'secondary',
    },
  },
  scholarship: {
    ...JKM_JKK_2019.scholarship,
    workingExceptions: {
      puMaxConsecutiveMonths: 6,
      bpu: true,
      apprentice: true,
      source: 'Permenaker 1/2025 art. 103(3a)',
      certainty: 'secondary',
    },
  },
};
