import { z } from 'zod';
import { type CoverageInput, PAYERS, SEGMENTS } from '#domain/law/coverage/coverage-types.ts';
import { DayText, listOf, MonthText } from '#schemas/primitives.ts';
import { SwitchOverrides } from './switches.ts';

const TWO_CENTURIES_OF_MONTHS = 2_400;

export const CoverageShape: z.ZodType<CoverageInput> = z
  .strictObject({
    on: DayText,
    segment: z.enum(SEGMENTS),
    memberSince: DayText,
    lapsedUntilRejoined: z.exactOptional(DayText),
    paidMonths: listOf(MonthText, TWO_CENTURIES_OF_MONTHS),
    payer: z.exactOptional(z.enum(PAYERS)),
    payerUnpaid: z.exactOptional(z.boolean()),
    switches: z.exactOptional(SwitchOverrides),
  })
  .describe('coverage of one membership on a day');
