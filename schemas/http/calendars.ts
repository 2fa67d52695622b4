import { z } from 'zod';
import { CERTAINTIES } from '#domain/law/rules/explanation.ts';
import { packProblems } from '#domain/time/calendar/check-pack.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { ZONE_IDS } from '#domain/time/calendar/zone.ts';
import { DayText, listOf } from '#schemas/primitives.ts';
import { ServiceHoursShape } from '#schemas/service-hours.ts';

/** Half a character or a control character survives no store, log and letter alike. */
const UNPRINTABLE = /[\p{Cs}\p{Cc}]/u;
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !UNPRINTABLE.test(value), 'Berisi huruf yang tidak dapat dicetak. Tulis dalam satu baris.');

const CalendarId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Harus huruf kecil, angka dan tanda hubung, misalnya ntt-2027.')
  .describe('id of a calendar, the same for all its versions');
const Year = z.int().min(2_000).max(2_100);
const MOST_DAYS = 1_000;

const YearSource = z.strictObject({
  year: Year,
  source: line(300).describe('the decree of this year, and where it was read'),
  certainty: z.enum(CERTAINTIES),
  estimated: listOf(DayText, 100).exactOptional().describe('free days whose date the source calls an estimate'),
});

/** As events and branch files name an institution and its branch; digits only is a code like any other. */
const OfficeId = line(100).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'Harus pengenal: huruf, angka, titik, garis.');

const BranchRow = z.strictObject({
  branchId: OfficeId.describe('code of the branch, for example 5310'),
  institutionId: OfficeId.exactOptional().describe('where two institutions use the same code'),
  holidays: listOf(DayText, 200).exactOptional().describe('free at this branch only'),
  service: ServiceHoursShape.exactOptional().describe('instead of the hours of the others'),
});

/** A calendar as people write it in a file: hours as hours, days in any order. */
export const CalendarFile = z
  .strictObject({
    id: CalendarId,
    version: z.int().min(1).describe('counts on from the highest version kept'),
    name: line(80).describe('as people read it under a deadline'),
    zone: z.enum(ZONE_IDS),
    years: listOf(Year, 50),
    holidays: listOf(DayText, MOST_DAYS),
    jointLeave: listOf(DayText, MOST_DAYS),
    service: ServiceHoursShape,
    localHolidays: listOf(DayText, MOST_DAYS).exactOptional().describe('free by local decision, at every branch'),
    branches: listOf(BranchRow, 500).exactOptional().describe('what is different at single branches'),
    dayNames: z.record(DayText, line(120)).exactOptional().describe('what the free days are called'),
    source: line(300).describe('the decree the days were taken from'),
    yearSources: listOf(YearSource, 50).exactOptional().describe('the same year by year, with how sure it is'),
  })
  .transform(({ dayNames, ...rest }): CalendarPack => {
    const names = dayNames === undefined ? {} : { dayNames: Object.fromEntries(Object.entries(dayNames).toSorted()) };
    return { ...rest, ...names };
  })
  .superRefine((pack, context) => {
    for (const { field, text } of packProblems(pack)) context.addIssue({ code: 'custom', path: field.split('.'), message: text });
  })
  .describe('which days an office works and when');

const Reason = line(2_000).describe('why: kept with the step, and journalled by every claim');
const commandId = line(100).min(8).describe('id of this intention, the same when it is sent again');

export const ProposeBody = z.strictObject({ commandId, reason: Reason, calendar: CalendarFile });
export const StepBody = z.strictObject({ commandId, reason: Reason });

export const CalendarPath = z.strictObject({
  id: CalendarId,
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'Harus nomor versi, misalnya 2.')
    .transform(Number),
});

/** A problem found after the shape was read, in the same form as one of the shape. */
export function calendarError(field: string, message: string): z.ZodError {
  return new z.ZodError([{ code: 'custom', path: field.split('.'), message, input: undefined }]);
}
