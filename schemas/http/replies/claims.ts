import { z } from 'zod';
import { AGREEMENTS, CHECK_IDS, CHECK_VERDICTS } from '#domain/claim/checks/checks.ts';
import { COMMAND_TYPES } from '#domain/claim/commands.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { EVENTS } from '#domain/law/papers/needs.ts';
import { ROLES } from '#domain/people/actor.ts';
import { REFUSAL_CODES, REJECTION_REASONS } from '#domain/reason-codes.ts';
import { CLOCK_IDS } from '#domain/time/clock/definitions.ts';
import { EventDays, EventEffect, RupiahAtRisk } from './claim.ts';
import { ClaimActor, Day, FactType, Instant, Switches } from './parts.ts';

export const NamedActor = z.strictObject({
  roleText: z.string(),
  id: z.string(),
  role: z.enum(ROLES),
  institution: z.string().optional(),
  branch: z.string().optional(),
});

export const FamilyCode = z.strictObject({
  message: z.strictObject({ state: z.enum(['pending', 'sent', 'refused']), to: z.string() }).optional(),
  codeId: z.string(),
  personId: z.string(),
  personName: z.string(),
  issuedAt: Instant,
  issuedBy: ClaimActor,
  state: z.string(),
});

export const GivenCommand = z.looseObject({ type: z.enum(COMMAND_TYPES) }).describe('as it was given, without who gave it');

export const FamilyCodesReply = z.strictObject({ claimId: z.string(), codes: z.array(FamilyCode) });

export const IssuedCodeReply = z.strictObject({
  claimId: z.string(),
  codeId: z.string(),
  codes: z.array(FamilyCode),
  code: z.string().optional(),
  letter: z.string().optional(),
});

export const ReceiptsReply = z.strictObject({
  claimId: z.string(),
  receipts: z.array(z.strictObject({ seq: z.number(), at: Instant, actor: NamedActor, command: GivenCommand, text: z.string() })),
});

export const CheckResult = z.strictObject({
  evidence: z.array(
    z.strictObject({
      other: z
        .strictObject({
          agrees: z.array(z.strictObject({ field: z.enum(AGREEMENTS), text: z.string() })),
          status: z.enum(CLAIM_STATUSES),
          statusText: z.string(),
          kind: z.enum(['accident', 'death']),
          eventOn: Day,
          institutionId: z.string(),
          branchId: z.string(),
          reportedAt: Instant,
          similarityBasisPoints: z.number().optional(),
          claimId: z.string(),
        })
        .optional(),
      what: z.string(),
      found: z.string(),
      expected: z.string().optional(),
      source: z.string(),
    }),
  ),
  proposes: z.enum(REJECTION_REASONS).optional(),
  stale: z.boolean().optional(),
  staleText: z.string().optional(),
  check: z.enum(CHECK_IDS),
  checkText: z.string(),
  result: z.enum(CHECK_VERDICTS),
  resultText: z.string(),
});

export const ChecksReply = z.strictObject({ checks: z.array(CheckResult), checkedAt: Instant.optional(), claimId: z.string() });

export const ReceiptFact = z.strictObject({
  seq: z.number(),
  type: FactType,
  text: z.string(),
  hash: z.string(),
});

export const ClaimRow = z.strictObject({
  type: z.enum(EVENTS).optional(),
  programme: z.enum(['jkm', 'jkk']).optional(),
  amount: z.number().optional(),
  risk: RupiahAtRisk.optional(),
  clock: z
    .strictObject({
      state: z.enum(['running', 'paused', 'stopped', 'unknown']),
      standing: z.enum(['safe', 'soon', 'late', 'met', 'missed', 'unknown']),
      dueAt: Instant.optional(),
      remainingMinutes: z.number().optional(),
      lateDays: z.number().optional(),
      clock: z.enum(CLOCK_IDS),
      generation: z.number(),
      label: z.string(),
      kind: z.enum(['promise', 'law', 'ours']),
      why: z.string().optional(),
    })
    .optional(),
  otherClocks: z.number().optional(),
  updatedAt: Instant,
  generation: z.number(),
  seq: z.number(),
  missingPapers: z.number(),
  institutionId: z.string(),
  branchId: z.string(),
  reportedAt: Instant,
  claimId: z.string(),
  status: z.enum(CLAIM_STATUSES),
  statusText: z.string(),
  holder: z.string(),
  kind: z.enum(['accident', 'death']),
  eventOn: Day,
});

export const ClaimsReply = z.strictObject({ next: z.string().optional(), claims: z.array(ClaimRow), now: Instant });

export const EventCorrectionPreviewReply = z.strictObject({
  claimId: z.string(),
  seq: z.number(),
  refusal: z.strictObject({ refused: z.enum(REFUSAL_CODES), text: z.string(), rule: z.string() }).optional(),
  was: EventDays.optional(),
  days: EventDays.optional(),
  effect: EventEffect.optional(),
  clocks: z.array(z.strictObject({ clock: z.enum(CLOCK_IDS), startedAt: Instant })).optional(),
});

export const ReceiptReply = z.strictObject({
  calculation: z.array(
    z.strictObject({ step: z.string(), amount: z.number().optional(), date: z.string().optional(), source: z.string() }),
  ),
  facts: z.array(ReceiptFact),
  before: z.strictObject({ seq: z.number(), hash: z.string() }),
  rules: z.strictObject({ id: z.string(), version: z.number() }).optional(),
  commandId: z.string(),
  command: GivenCommand,
  calendar: z.strictObject({ id: z.string(), version: z.number() }),
  switches: Switches,
  seq: z.number(),
  at: Instant,
  actor: NamedActor,
  text: z.string(),
  claimId: z.string(),
});
