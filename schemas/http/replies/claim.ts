import { z } from 'zod';
import { CHECK_IDS, CHECK_VERDICTS } from '#domain/claim/checks/checks.ts';
import { COMMAND_TYPES } from '#domain/claim/commands.ts';
import { TREATMENT_OUTCOMES } from '#domain/claim/parts.ts';
import { RISK_STANDINGS } from '#domain/claim/reports/at-risk.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { DISABILITY_KINDS } from '#domain/law/benefit/benefit-input.ts';
import { BENEFITS, PAYEE_CLASSES } from '#domain/law/benefit/lines.ts';
import { HEIR_NEEDS, RELATIONS } from '#domain/law/heirs/classes.ts';
import { MISSING_REASONS } from '#domain/law/papers/completeness.ts';
import { EVENTS } from '#domain/law/papers/needs.ts';
import { PAPER_IDS } from '#domain/law/papers/paper-ids.ts';
import { PAPER_OWERS } from '#domain/law/papers/paper-row.ts';
import { TRANSPORT_MODES } from '#domain/law/rules/pack.ts';
import { ROLES } from '#domain/people/actor.ts';
import { REJECTION_REASONS, RETURN_REASONS } from '#domain/reason-codes.ts';
import { CLOCK_IDS } from '#domain/time/clock/definitions.ts';
import { PAUSE_GROUNDS } from '#domain/time/clock/grounds.ts';
import { Day, Finding, Instant, LateNewsReply } from './parts.ts';

export const EventDays = z.strictObject({
  happenedAt: Instant.optional(),
  eventOn: Day,
  diedOn: Day.optional(),
  birthDate: Day.optional(),
});

export const RupiahAtRisk = z.strictObject({
  standing: z.enum(RISK_STANDINGS),
  basis: z.enum(['unknown', 'expected', 'recommended']),
  unpaid: z.number(),
  lateDays: z.number(),
  compensation: z.number(),
  atRisk: z.number(),
});

export const ActorRef = z.strictObject({
  id: z.string(),
  role: z.enum(ROLES),
  institution: z.string().optional(),
  branch: z.string().optional(),
});

export const PayeeAccount = z.strictObject({
  bankCode: z.string(),
  lastDigits: z.string(),
  personName: z.string(),
  holderName: z.string().optional().describe('as the bank names the holder'),
  declaredName: z.string().optional().describe('as the partner wrote it down'),
  similarityBasisPoints: z.number().optional(),
});

export const PointState = z.strictObject({
  maker: ActorRef,
  makers: z.array(z.string()),
  verdict: z.enum(['open', 'approved', 'returned']),
  checker: ActorRef.optional(),
  reason: z.enum(RETURN_REASONS).optional(),
  text: z.string().optional(),
});

export const EventEffect = z.strictObject({
  rules: z.strictObject({ was: z.union([z.null(), z.string()]), becomes: z.union([z.null(), z.string()]) }),
  coverage: z.strictObject({ was: z.union([z.null(), z.array(z.string())]), becomes: z.union([z.null(), z.array(z.string())]) }),
  total: z.strictObject({ was: z.union([z.null(), z.number()]), becomes: z.union([z.null(), z.number()]) }),
  grounds: z.strictObject({ was: z.array(z.enum(PAUSE_GROUNDS)), becomes: z.array(z.enum(PAUSE_GROUNDS)) }),
  missing: z.strictObject({ was: z.array(z.string()), becomes: z.array(z.string()) }),
});

export const MissingPaper = z.strictObject({
  paper: z.enum(PAPER_IDS),
  reason: z.enum(MISSING_REASONS),
  owes: z.enum(PAPER_OWERS),
  label: z.string(),
});

export const Payout = z.strictObject({
  wait: z
    .strictObject({ why: z.enum(['freeze', 'bank-hours', 'calendar-year-missing']), text: z.string(), until: z.string().optional() })
    .optional(),
  stateText: z.string(),
  programme: z.enum(['jkm', 'jkk']),
  payoutId: z.string(),
  payeeClass: z.enum(PAYEE_CLASSES),
  amount: z.number(),
  lines: z.array(z.strictObject({ benefit: z.enum(BENEFITS), amount: z.number() })),
  personId: z.string().optional(),
  issue: z.number(),
  maker: z.string().optional(),
  checker: z.string().optional(),
  mayShareWith: z.array(z.string()).optional(),
  state: z.enum(['unknown', 'refused', 'held', 'declined', 'ordered', 'confirmed', 'reversed']),
  generation: z.number(),
  lateDays: z.number().optional(),
  exempted: z.literal(true).optional(),
  attempt: z.number().optional(),
  bankReference: z.string().optional(),
  orderedAt: z.number().optional(),
  settledAt: z.number().optional(),
  saidAt: z.number().optional(),
});

export const Correction = z.strictObject({
  was: EventDays,
  days: EventDays,
  reason: z.string(),
  by: ActorRef,
  at: Instant,
  effect: EventEffect,
});

export const Proposal = z.strictObject({
  key: z.string(),
  by: ActorRef,
  at: Instant,
  proposal: z.union([
    z.strictObject({ type: z.literal('pause'), ground: z.enum(PAUSE_GROUNDS), from: z.number(), source: z.string() }),
    z.strictObject({ type: z.literal('withdrawal'), reason: z.string() }),
    z.strictObject({
      type: z.literal('revocation'),
      papers: z.array(z.strictObject({ paper: z.string(), reason: z.string() })),
      reason: z.string(),
    }),
    z.strictObject({ type: z.literal('release'), payoutId: z.string(), verdict: z.enum(['pay', 'decline']), reason: z.string() }),
    z.strictObject({
      type: z.literal('finding'),
      payoutId: z.string(),
      issue: z.number(),
      finding: z.union([Finding, z.strictObject({ outcome: z.literal('unpaid') })]),
      evidence: z.string(),
    }),
    z.strictObject({ type: z.literal('exemption'), payoutId: z.string(), issue: z.number(), reason: z.string() }),
  ]),
  maySecond: z.union([z.literal(true), z.string()]),
});

export const AllowedCommands = z
  .record(z.enum(COMMAND_TYPES), z.union([z.literal(true), z.string()]))
  .describe('of each command: true, or the sentence that says why not');

export const EventDetails = z.strictObject({
  corrections: z.array(Correction),
  participantBirthDate: z.string().optional(),
  reports: z.array(
    z.strictObject({
      agrees: z.boolean(),
      reportedAt: Instant,
      happenedAt: Instant.optional(),
      kind: z.enum(['accident', 'death']),
      eventOn: Day,
      reportId: z.string(),
      institutionId: z.string(),
      branchId: z.string(),
    }),
  ),
});

export const Points = z.strictObject({
  programme: PointState.optional(),
  injury: PointState.optional(),
  heirs: PointState.optional(),
  payee: PointState.optional(),
  completeness: PointState.optional(),
  event: PointState.optional(),
  amount: PointState.optional(),
  rejection: PointState.optional(),
});

export const ClaimReply = z.strictObject({
  lateUnknown: z.string().optional(),
  payees: z
    .array(
      z.strictObject({
        shared: z.strictObject({ text: z.string(), claims: z.array(z.string()), reason: z.string().optional() }).optional(),
        payeeClass: z.string(),
        personId: z.string(),
        holderMatch: z.enum(['match', 'ask']),
        account: PayeeAccount.optional(),
      }),
    )
    .optional(),
  risk: RupiahAtRisk.optional(),
  late: z
    .array(
      z.strictObject({
        payoutId: z.string(),
        payeeClass: z.enum(PAYEE_CLASSES),
        amount: z.number(),
        lateDays: z.number().optional(),
        state: z.enum(['unknown', 'refused', 'held', 'declined', 'ordered', 'confirmed', 'reversed']),
        stateText: z.string(),
      }),
    )
    .optional(),
  membershipNews: z
    .array(
      z.strictObject({
        contributionsSince: z.number(),
        ignored: z.array(
          z.strictObject({
            eventId: z.string(),
            type: z.enum(['coverage', 'contribution', 'credit']),
            why: z.string(),
            toldAt: Instant,
            newerAt: Instant,
          }),
        ),
        coverageToldAt: Instant.optional(),
        kpj: z.string(),
      }),
    )
    .optional(),
  lateNews: z.array(LateNewsReply).optional(),
  checks: z
    .strictObject({
      checkedAt: Instant,
      results: z.array(
        z.strictObject({
          stale: z.boolean().optional(),
          staleText: z.string().optional(),
          check: z.enum(CHECK_IDS),
          checkText: z.string(),
          result: z.enum(CHECK_VERDICTS),
          resultText: z.string(),
        }),
      ),
    })
    .optional(),
  points: Points.optional(),
  recommendation: z
    .union([
      z.strictObject({
        outcome: z.literal('pay'),
        pack: z.string(),
        lines: z.array(z.strictObject({ benefit: z.enum(BENEFITS), amount: z.number(), payeeClass: z.enum(PAYEE_CLASSES) })),
        total: z.number(),
      }),
      z.strictObject({ outcome: z.literal('reject'), reason: z.enum(REJECTION_REASONS), text: z.string() }),
    ])
    .optional(),
  payouts: z.array(Payout).optional(),
  event: EventDetails.optional(),
  rungs: z
    .array(
      z.strictObject({
        key: z.string(),
        dueAt: z.number(),
        firedAt: z.number(),
        clock: z.enum(CLOCK_IDS),
        tells: z.array(z.enum(['supervisor', 'holder', 'branch-head', 'region'])),
        mustAcknowledge: z.boolean(),
        movesToFront: z.boolean(),
        acknowledgedBy: ActorRef.optional(),
        acknowledgedAt: z.number().optional(),
      }),
    )
    .optional(),
  waivers: z.array(z.strictObject({ paper: z.string(), reason: z.string() })).optional(),
  holdSources: z.array(z.strictObject({ ground: z.enum(PAUSE_GROUNDS), by: ActorRef, source: z.string() })).optional(),
  proposals: z.array(Proposal).optional(),
  injury: z
    .strictObject({
      disability: z
        .strictObject({ kind: z.enum(DISABILITY_KINDS), tableBasisPoints: z.number().optional(), lostBasisPoints: z.number().optional() })
        .optional(),
      stmbDays: z.number().optional(),
      transport: z.array(z.strictObject({ mode: z.enum(TRANSPORT_MODES), receipts: z.number() })).optional(),
      medicalReceipts: z.number().optional(),
      homeCareReceipts: z.number().optional(),
    })
    .optional(),
  treatment: z.strictObject({ outcome: z.enum(TREATMENT_OUTCOMES), on: z.string() }).optional(),
  type: z.enum(EVENTS).optional(),
  programme: z.enum(['jkm', 'jkk']).optional(),
  people: z
    .array(
      z.strictObject({
        id: z.string(),
        relation: z.enum(RELATIONS),
        alive: z.boolean(),
        birthDate: Day.optional(),
        divorced: z.boolean().optional(),
        willByNotary: z.boolean().optional(),
        courtDetermination: z.boolean().optional(),
        isPartnerInstitution: z.boolean().optional(),
      }),
    )
    .optional(),
  heirs: z
    .strictObject({
      heirs: z.array(z.string()),
      payee: z.union([z.null(), z.string()]),
      payeeClass: z.enum(['heirs', 'funeralArranger']),
      class: z.union([z.literal(3), z.literal(2), z.literal(1), z.literal(4), z.literal(5), z.literal(6)]),
      needs: z.array(z.enum(HEIR_NEEDS)),
    })
    .optional(),
  missing: z.array(MissingPaper),
  waived: z.array(z.string()),
  holds: z.array(
    z.strictObject({ ground: z.enum(PAUSE_GROUNDS), label: z.string(), awaits: z.string(), usualDays: z.number(), since: z.string() }),
  ),
  paidAt: z.array(z.string()),
  clocks: z.array(
    z.strictObject({
      explanation: z.array(z.string()),
      state: z.enum(['unknown', 'running', 'paused', 'stopped']),
      standing: z.enum(['unknown', 'safe', 'soon', 'late', 'met', 'missed']),
      why: z.string().optional(),
      clock: z.enum(CLOCK_IDS),
      generation: z.number(),
      label: z.string(),
      kind: z.enum(['promise', 'law', 'ours']),
      dueAt: Instant.optional(),
      remainingMinutes: z.number().optional(),
      lateDays: z.number().optional(),
    }),
  ),
  allowed: AllowedCommands,
  papers: z.array(
    z.strictObject({
      from: z.string().optional(),
      reason: z.string().optional(),
      paper: z.string(),
      documentId: z.string(),
      obtainedOn: Day,
      verdict: z.enum(['refused', 'ok', 'unseen']),
    }),
  ),
  requested: z.array(z.strictObject({ paper: z.string(), reason: z.string() })),
  parties: z
    .array(
      z.strictObject({
        institutionId: z.string(),
        branchId: z.string(),
        keepsFile: z.boolean(),
        reports: z.array(z.strictObject({ reportId: z.string(), reportedAt: Instant })),
      }),
    )
    .optional(),
  updatedAt: Instant,
  seq: z.number(),
  now: Instant,
  institutionId: z.string(),
  branchId: z.string(),
  reportedAt: Instant,
  accident: z.strictObject({ stageOneAt: Instant.optional(), happenedAt: Instant, suspected: z.boolean() }).optional(),
  diedOn: Day.optional(),
  claimId: z.string(),
  status: z.enum(CLAIM_STATUSES),
  statusText: z.string(),
  holder: z.string(),
  generation: z.number(),
  kind: z.enum(['accident', 'death']),
  eventOn: Day,
  otherInstitutions: z.string().optional(),
});
