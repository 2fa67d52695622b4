import { z } from 'zod';
import { PROGRAMMES, SCHOLARSHIP_LEVELS } from '#domain/law/rules/pack.ts';
import { type ScholarshipInput, WORK_KINDS } from '#domain/scholarship/scholarship-input.ts';
import { DayText, listOf, OpaqueId, WholeNumber } from '#schemas/primitives.ts';
import { SwitchOverrides } from './switches.ts';

const SchoolYear = z.int().min(1_000).max(9_998).describe('calendar year in which the school year starts');

const ChildShape = z.strictObject({
  id: OpaqueId,
  birthDate: DayText,
  declaredOrder: z.exactOptional(z.int()),
  schooling: listOf(z.strictObject({ schoolYear: SchoolYear, level: z.enum(SCHOLARSHIP_LEVELS), proof: z.boolean() }), 100),
  marriedOn: z.exactOptional(DayText),
  workingFrom: z.exactOptional(DayText),
  workKind: z.exactOptional(z.enum(WORK_KINDS)),
  workMonths: z.exactOptional(WholeNumber),
});

export const ScholarshipShape: z.ZodType<ScholarshipInput> = z
  .strictObject({
    programme: z.enum(PROGRAMMES),
    eventOn: DayText,
    contributionMonths: WholeNumber,
    children: listOf(ChildShape, 100),
    schoolYears: listOf(SchoolYear, 100),
    switches: z.exactOptional(SwitchOverrides),
  })
  .describe('scholarship lines of all children');
