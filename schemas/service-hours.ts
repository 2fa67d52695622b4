import { z } from 'zod';
import type { ServiceHours } from '#domain/time/calendar/pack.ts';
import { listOf } from './primitives.ts';

const ClockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Harus jam dan menit, bentuk 08:00.')
  .transform((value) => Number(value.slice(0, 2)) * 60 + Number(value.slice(3)))
  .describe('wall clock of the office, HH:MM');

const Span = z.strictObject({ from: ClockTime, to: ClockTime }).transform(({ from, to }) => ({ fromMinute: from, toMinute: to }));

/** Hours of service as people write them: `{ "from": "08:00", "to": "16:00", "breaks": [{ "from": "12:00", "to": "13:00" }] }`. */
export const ServiceHoursShape = z
  .strictObject({
    from: ClockTime,
    to: ClockTime,
    breaks: listOf(Span, 10).exactOptional().describe('within the hours, in order; nobody works in them'),
  })
  .transform(
    ({ from, to, breaks }): ServiceHours => ({ fromMinute: from, toMinute: to, ...(breaks && breaks.length > 0 ? { breaks } : {}) }),
  );
