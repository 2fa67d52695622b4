import { z } from 'zod';
import { SwitchOverrides } from '#schemas/calculate/switches.ts';
import { TypedDay } from '#schemas/primitives.ts';
import { PLAIN, plain } from './claim-decisions.ts';

const Reason = z.string().trim().min(1).max(2_000).refine(plain, PLAIN).describe('why: kept with the step');
const commandId = z.string().min(8).max(100).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again');

export const ProposeReadings = z.strictObject({
  commandId,
  reason: Reason,
  validFrom: TypedDay.describe('claims registered on or after this day'),
  switches: SwitchOverrides.describe('all readings that differ from the defaults; what is not named goes back to its default'),
});
export const ReadingsStepBody = z.strictObject({ commandId, reason: Reason });
export const ReadingsPath = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'Harus nomor versi, misalnya 2.')
    .transform(Number),
});
