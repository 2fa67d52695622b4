import { z } from 'zod';
import { CASE_STATES } from '#domain/money/reconciliation/case.ts';
import { LINE_PROBLEMS } from '#domain/money/reconciliation/statement.ts';
import { ClaimActor, Instant } from './parts.ts';

export const CaseOwner = z.strictObject({ role: z.enum(['approver', 'supervisor']), branch: z.string().optional() });

export const Unreadable = z.strictObject({
  line: z.number(),
  faults: z.array(z.strictObject({ field: z.string(), problem: z.enum(LINE_PROBLEMS), told: z.string().optional() })),
});

export const Difference = z.strictObject({
  assignee: z.string().optional(),
  caseState: z.enum(CASE_STATES).optional(),
  owner: CaseOwner.optional(),
  openedAt: Instant.optional(),
  unreadable: Unreadable.optional(),
  caseId: z.string(),
  kind: z.enum([
    'confirmed-but-not-on-statement',
    'reversed-but-not-on-statement',
    'on-statement-but-unknown-here',
    'on-statement-but-refused-here',
    'paid-twice',
    'amount-differs',
    'reversed-on-statement',
    'unordered-entry',
    'no-reply',
    'statement-does-not-add-up',
    'unreadable-line',
  ]),
  text: z.string(),
  effect: z.number(),
  ours: z.number().optional(),
  theirs: z.number().optional(),
  payoutId: z.string().optional(),
  claimId: z.string().optional(),
  issue: z.number().optional(),
  bankReference: z.string().optional(),
});

export const CaseReply = z.strictObject({
  state: z.enum(CASE_STATES),
  stateText: z.string(),
  openedAt: Instant,
  steps: z.array(
    z.strictObject({
      at: Instant,
      step: z.enum(['explained', 'closed', 'lost', 'found', 'assigned']),
      by: ClaimActor,
      reason: z.string(),
      to: z.string().optional(),
    }),
  ),
  assignee: z.string().optional(),
  caseId: z.string(),
  seq: z.number(),
  date: z.string(),
  owner: CaseOwner,
  unreadable: Unreadable.optional(),
  kind: z.enum([
    'confirmed-but-not-on-statement',
    'reversed-but-not-on-statement',
    'on-statement-but-unknown-here',
    'on-statement-but-refused-here',
    'paid-twice',
    'amount-differs',
    'reversed-on-statement',
    'unordered-entry',
    'no-reply',
    'statement-does-not-add-up',
    'unreadable-line',
  ]),
  text: z.string(),
  effect: z.number(),
  ours: z.number().optional(),
  theirs: z.number().optional(),
  payoutId: z.string().optional(),
  claimId: z.string().optional(),
  issue: z.number().optional(),
  bankReference: z.string().optional(),
});

export const CasesReply = z.strictObject({ next: z.string().optional(), cases: z.array(CaseReply), now: Instant });

export const ReconciliationReply = z.strictObject({
  matched: z.number(),
  isProven: z.boolean(),
  differences: z.array(Difference),
  toldByStatement: z.array(Difference),
  totals: z
    .strictObject({
      opening: z.number(),
      closing: z.number(),
      openingSen: z.number().optional(),
      closingSen: z.number().optional(),
      out: z.strictObject({ count: z.number(), amount: z.number() }),
      in: z.strictObject({ count: z.number(), amount: z.number() }),
      fees: z.strictObject({ count: z.number(), amount: z.number() }).optional(),
      unreadable: z.strictObject({ count: z.number(), amount: z.number(), sen: z.number().optional() }).optional(),
      ordered: z.strictObject({ count: z.number(), amount: z.number() }),
      confirmed: z.strictObject({ count: z.number(), amount: z.number() }),
      reversed: z.strictObject({ count: z.number(), amount: z.number() }),
      difference: z.number(),
      shifted: z.array(z.strictObject({ payoutId: z.string(), issue: z.number(), amount: z.number() })),
      unexplained: z.number(),
    })
    .optional(),
  why: z.string().optional(),
  date: z.string(),
  state: z.enum(['done', 'waiting']),
  at: Instant,
});
