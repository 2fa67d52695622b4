import { z } from 'zod';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { READINGS_STEPS } from '#domain/law/readings/readings.ts';
import { CERTAINTIES } from '#domain/law/rules/explanation.ts';
import { ROLES } from '#domain/people/actor.ts';
import { CLOCK_IDS } from '#domain/time/clock/definitions.ts';
import { CLOCK_STANDINGS } from '#domain/time/clock/derive.ts';
import { Instant } from './parts.ts';

export const Service = z.strictObject({
  breaks: z.array(z.strictObject({ from: z.string(), to: z.string() })).optional(),
  from: z.string(),
  to: z.string(),
});

export const Before = z.strictObject({
  why: z.string().optional(),
  dueAt: Instant.optional(),
  standing: z.enum(CLOCK_STANDINGS).optional(),
});

export const RolloutReply = z.strictObject({
  id: z.string(),
  version: z.number(),
  state: z.enum(['not-started', 'done', 'running', 'superseded']),
  text: z.string(),
  finishedAt: Instant.optional(),
  startedAt: Instant.optional(),
  updatedAt: Instant.optional(),
  pass: z.number().optional(),
  told: z.number().optional(),
  ended: z.number().optional(),
  toldAgain: z.number().optional(),
  behind: z.number().optional(),
  lost: z.array(z.string()).optional(),
});

export const Move = z.strictObject({
  claimId: z.string(),
  status: z.enum(CLAIM_STATUSES),
  statusText: z.string(),
  turnsRed: z.boolean(),
  leavesRed: z.boolean(),
  rungsAtOnce: z.array(z.string()),
  clocks: z.array(
    z.strictObject({
      movedMinutes: z.number().optional(),
      clock: z.enum(CLOCK_IDS),
      generation: z.number(),
      label: z.string(),
      before: Before,
      after: Before,
    }),
  ),
});

export const CalendarReply = z.strictObject({
  state: z.enum(['proposed', 'withdrawn', 'active', 'replaced']),
  steps: z.array(z.strictObject({ step: z.enum(READINGS_STEPS), by: z.string(), role: z.enum(ROLES), at: Instant, reason: z.string() })),
  branches: z
    .array(
      z.strictObject({
        branchId: z.string(),
        institutionId: z.string().optional(),
        holidays: z.array(z.string()).optional(),
        service: Service.optional(),
      }),
    )
    .optional(),
  service: Service,
  id: z.string(),
  version: z.number(),
  name: z.string(),
  zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  years: z.array(z.number()),
  holidays: z.array(z.string()),
  jointLeave: z.array(z.string()),
  localHolidays: z.array(z.string()).optional(),
  dayNames: z.record(z.string(), z.string()).optional(),
  source: z.string(),
  yearSources: z
    .array(
      z.strictObject({ source: z.string(), certainty: z.enum(CERTAINTIES), year: z.number(), estimated: z.array(z.string()).optional() }),
    )
    .optional(),
});

export const CalendarsReply = z.strictObject({ now: Instant, warnings: z.array(z.string()), calendars: z.array(CalendarReply) });

export const CalendarPreviewReply = z.strictObject({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  asOf: Instant,
  text: z.string(),
  totals: z.strictObject({
    open: z.number(),
    moved: z.number(),
    turnRed: z.number(),
    leaveRed: z.number(),
    uncomputable: z.number(),
    rungsAtOnce: z.number(),
  }),
  mostListed: z.number(),
  moves: z.array(Move),
  uncomputable: z.array(Move),
});
