import { z } from 'zod';
import { READINGS_STEPS } from '#domain/law/readings/readings.ts';
import { ROLES } from '#domain/people/actor.ts';
import { Instant, Switches, SwitchValue } from './parts.ts';

export const ReadingChange = z.strictObject({ switch: z.string(), from: SwitchValue, to: SwitchValue });

export const ReadingsVersionReply = z.strictObject({
  version: z.number(),
  state: z.enum(READINGS_STEPS),
  inForce: z.boolean(),
  validFrom: z.string(),
  switches: Switches,
  changes: z.array(ReadingChange),
  steps: z.array(
    z.strictObject({
      step: z.enum(READINGS_STEPS),
      actor: z.strictObject({ id: z.string(), role: z.enum(ROLES), branch: z.string().optional() }),
      at: Instant,
      reason: z.string(),
    }),
  ),
});

export const ReadingsReply = z.strictObject({ defaults: Switches, readings: z.array(ReadingsVersionReply) });
