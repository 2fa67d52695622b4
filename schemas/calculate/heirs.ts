import { z } from 'zod';
import { RELATIONS } from '#domain/law/heirs/classes.ts';
import type { HeirsInput } from '#domain/law/heirs/people.ts';
import { PROGRAMMES } from '#domain/law/rules/pack.ts';
import { DayText, listOf, OpaqueId } from '#schemas/primitives.ts';
import { SwitchOverrides } from './switches.ts';

const PersonShape = z.strictObject({
  id: OpaqueId,
  relation: z.enum(RELATIONS),
  alive: z.boolean(),
  birthDate: z.exactOptional(DayText),
  divorced: z.exactOptional(z.boolean()),
  willByNotary: z.exactOptional(z.boolean()),
  courtDetermination: z.exactOptional(z.boolean()),
  isPartnerInstitution: z.exactOptional(z.boolean()),
});

const GuardianShape = z.strictObject({ id: OpaqueId, courtAppointed: z.boolean() });

/** zod drops a key called `__proto__` from records without a word; here nothing is ignored. */
const GuardiansShape = z
  .unknown()
  .refine((value) => typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__'), 'Id ini tidak dapat dipakai.')
  .pipe(z.record(OpaqueId, GuardianShape));

export const HeirsShape: z.ZodType<HeirsInput> = z
  .strictObject({
    programme: z.enum(PROGRAMMES),
    on: DayText,
    people: listOf(PersonShape, 1_000),
    powerOfAttorneyTo: z.exactOptional(OpaqueId),
    guardianOf: z.exactOptional(GuardiansShape),
    dispute: z.exactOptional(z.boolean()),
    arrangedFuneral: z.exactOptional(OpaqueId),
    switches: z.exactOptional(SwitchOverrides),
  })
  .describe('who inherits and who is paid');
