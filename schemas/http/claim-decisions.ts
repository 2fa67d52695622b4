import { z } from 'zod';
import type { CommandBody, CommandType } from '#domain/claim/commands.ts';
import { TREATMENT_OUTCOMES } from '#domain/claim/parts.ts';
import { POINTS } from '#domain/claim/statuses.ts';
import { DISABILITY_KINDS } from '#domain/law/benefit/benefit-input.ts';
import { PAYEE_CLASSES, type PayeeClass } from '#domain/law/benefit/lines.ts';
import { RELATIONS } from '#domain/law/heirs/classes.ts';
import { PAPER_IDS } from '#domain/law/papers/paper-ids.ts';
import { TRANSPORT_MODES } from '#domain/law/rules/pack.ts';
import type { Rupiah } from '#domain/money/money.ts';
import { REJECTION_REASONS, RETURN_REASONS } from '#domain/reason-codes.ts';
import { PAUSE_GROUNDS } from '#domain/time/clock/grounds.ts';
import { BasisPoints, InstantText, listOf, TypedDay } from '#schemas/primitives.ts';

/** Half a character or a control character survives no store, log and letter alike; line breaks and tabs do. */
const UNPRINTABLE = /\p{Cs}|(?![\n\r\t])\p{Cc}/u;
export const plain = (value: string): boolean => !UNPRINTABLE.test(value);
export const PLAIN = 'Berisi huruf yang tidak dapat dicetak. Ketik ulang.';

const Text = z.string().trim().min(1).max(2_000).refine(plain, PLAIN);
const Id = z.string().min(1).max(200).refine(plain, PLAIN);
/** More than any receipt, and far below where sums stop being exact. */
const WageBase = z.int().min(1).max(1_000_000_000) as unknown as z.ZodType<Rupiah, number>;
const Receipts = z.int().min(0).max(1_000_000_000_000).describe('whole rupiah of receipts');
const Paper = z.enum(PAPER_IDS).describe('kind of paper');
const RequestedPapers = listOf(z.strictObject({ paper: Paper, reason: Text }), 50).min(1);

const Person = z
  .strictObject({
    id: Id,
    relation: z.enum(RELATIONS),
    alive: z.boolean(),
    birthDate: TypedDay.exactOptional(),
    divorced: z.boolean().exactOptional(),
    willByNotary: z.boolean().exactOptional(),
    courtDetermination: z.boolean().exactOptional(),
    isPartnerInstitution: z.boolean().exactOptional(),
  })
  .describe('a person around the claim');
const People = listOf(Person, 100);

const Injury = z
  .strictObject({
    disability: z
      .strictObject({
        kind: z.enum(DISABILITY_KINDS),
        tableBasisPoints: BasisPoints.exactOptional().describe('of the table in the regulation'),
        lostBasisPoints: BasisPoints.exactOptional().describe('of the function, as the doctor wrote it'),
      })
      .exactOptional(),
    stmbDays: z.int().min(0).max(10_000).exactOptional().describe('days not able to work'),
    transport: listOf(z.strictObject({ mode: z.enum(TRANSPORT_MODES), receipts: Receipts }), 50).exactOptional(),
    medicalReceipts: Receipts.exactOptional(),
    homeCareReceipts: Receipts.exactOptional(),
  })
  .describe('what the injury came to, from doctor’s letter and receipts');

/** What a person sends with a command: what it carries, but for what we find out ourselves. */
type Told<Type extends CommandType> = Type extends 'confirmPayeeAccount'
  ? TypedAccount
  : Type extends 'recommend'
    ? Recommendation
    : Omit<Extract<CommandBody, { type: Type }>, 'type' | 'sharedNiks'>;
type Recommendation = { readonly outcome: 'pay' } | Omit<Extract<CommandBody, { type: 'recommend'; outcome: 'reject' }>, 'type'>;
/** The account as typed; of it the claim gets a reference and the bank's word. */
export type TypedAccount = {
  readonly payeeClass: PayeeClass;
  readonly personId: string;
  readonly personName: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly sharedReason?: string;
};

type Row<Type extends CommandType> = {
  /** Under `/claims/{claimId}/`. */
  readonly path: string;
  readonly about: string;
  readonly sends: z.ZodType<Told<Type>>;
};

/**
 * One row per command: where it is posted, what it is for and what is sent. Bodies, sittings, endpoints and their description derive from it;
 * who may is in domain/claim/actions.ts, what becomes of it in domain/claim/decide.ts.
 */
export const CLAIM_COMMANDS = {
  attachDocuments: {
    path: 'documents',
    about: 'Papers come in, from the partner or over the counter.',
    sends: z.strictObject({
      papers: listOf(
        z.strictObject({
          paper: Paper,
          documentId: Id.max(128).describe('where the bytes are'),
          sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Harus sidik SHA-256: 64 angka heksadesimal, huruf kecil.'),
          obtainedOn: TypedDay.describe('day it was issued'),
        }),
        50,
      ).min(1),
    }),
  },
  verifyDocuments: {
    path: 'document-verdicts',
    about: 'Each paper is looked at: good, or refused with a reason.',
    sends: z.strictObject({
      verdicts: listOf(
        z.discriminatedUnion('verdict', [
          z.strictObject({ documentId: Id, verdict: z.literal('ok') }),
          z.strictObject({ documentId: Id, verdict: z.literal('refused'), reason: Text }),
        ]),
        200,
      ).min(1),
    }),
  },
  waiveDocument: {
    path: 'waivers',
    about: 'A paper that cannot be had is done without.',
    sends: z.strictObject({ paper: Paper, reason: Text }),
  },
  requestCompletion: {
    path: 'completion-requests',
    about: 'What is missing is asked of the family; ends with its papers.',
    sends: z.strictObject({ papers: RequestedPapers }),
  },
  declareComplete: {
    path: 'completeness',
    about: 'Everything is there; the legal clock starts.',
    sends: z.strictObject({}),
  },
  revokeCompleteness: {
    path: 'completeness-revocations',
    about: 'A paper counted as good was not: the clock starts anew when it is there again. Two persons.',
    sends: z.strictObject({ papers: RequestedPapers, reason: Text }),
  },
  triageCause: {
    path: 'triage',
    about: 'Whether it is a death of JKM or an accident of JKK.',
    sends: z.strictObject({
      programme: z.enum(['jkm', 'jkk']),
      reason: Text,
      wageBase: WageBase.describe('monthly wage base as the proof says it; JKK is calculated from it').exactOptional(),
    }),
  },
  resolveHeirs: {
    path: 'heirs',
    about: 'Who inherits, by the order of the law.',
    sends: z.strictObject({
      people: People,
      powerOfAttorneyTo: Id.exactOptional(),
      guardianOf: z.record(Id, z.strictObject({ id: Id, courtAppointed: z.boolean() })).exactOptional(),
      dispute: z.boolean().exactOptional(),
      arrangedFuneral: Id.exactOptional(),
    }),
  },
  correctEvent: {
    path: 'event-corrections',
    about: 'The days of the event, where sources differ. Two persons.',
    sends: z.strictObject({
      eventOn: TypedDay.exactOptional().describe('day of the death or of the accident'),
      diedOn: TypedDay.exactOptional().describe('of an accident that became a death: the day of death'),
      birthDate: TypedDay.exactOptional().describe('of the participant, where the file is wrong'),
      reason: Text.describe('what it rests on, such as the number of the death certificate'),
    }),
  },
  assessInjury: {
    path: 'injury',
    about: 'What an injury came to.',
    sends: z.strictObject({ injury: Injury }),
  },
  concludeTreatment: {
    path: 'treatment',
    about: 'Treatment is over: healed, disabled or dead.',
    sends: z.strictObject({
      outcome: z.enum(TREATMENT_OUTCOMES),
      on: InstantText.describe('when the doctor concluded it'),
      people: People.exactOptional().describe('of a death: the family'),
    }),
  },
  confirmPayeeAccount: {
    path: 'payee-account',
    about: 'Where the money goes; the bank names the holder.',
    sends: z.strictObject({
      payeeClass: z.enum(PAYEE_CLASSES),
      personId: Id,
      personName: z.string().trim().min(1).max(200).refine(plain, PLAIN).describe('name of the payee, held against the bank’s holder name'),
      bankCode: z.string().regex(/^\d{3}$/, 'Harus 3 angka.'),
      accountNumber: z.string().regex(/^\d{6,20}$/, 'Harus 6 sampai 20 angka.'),
      sharedReason: Text.exactOptional().describe(
        'where other families are paid on this account, and rightly: why; a second person approves it',
      ),
    }),
  },
  recommend: {
    path: 'recommendation',
    about: 'To pay, or to reject with a reason.',
    sends: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('pay') }),
      z.strictObject({ outcome: z.literal('reject'), reason: z.enum(REJECTION_REASONS), text: Text }),
    ]),
  },
  decidePoints: {
    path: 'decisions',
    about: 'The second person, point by point.',
    sends: z.strictObject({
      decisions: listOf(
        z.discriminatedUnion('verdict', [
          z.strictObject({ point: z.enum(POINTS), verdict: z.literal('approve') }),
          z.strictObject({
            point: z.enum(POINTS),
            verdict: z.literal('return'),
            reason: z.enum(RETURN_REASONS),
            text: Text.exactOptional(),
          }),
        ]),
        POINTS.length,
      ).min(1),
    }),
  },
  acknowledgeEscalation: {
    path: 'acknowledgements',
    about: 'Somebody has heard a warning and says what is done.',
    sends: z.strictObject({ rungKey: Id, reason: Text }),
  },
  pauseClock: {
    path: 'pauses',
    about: 'Holds the clocks that this ground may hold. Two persons.',
    sends: z.strictObject({
      ground: z.enum(PAUSE_GROUNDS),
      from: InstantText.exactOptional().describe('in the past, where the ground may be retroactive; now when absent'),
      source: Text.describe('what it rests on, such as the number of a letter'),
    }),
  },
  resumeClock: {
    path: 'resumptions',
    about: 'Ends such a pause. Two persons.',
    sends: z.strictObject({ ground: z.enum(PAUSE_GROUNDS), reason: Text }),
  },
  extendPromise: {
    path: 'promise-extensions',
    about: 'More days for the promise to the partner; the legal clock stays. Two persons.',
    sends: z.strictObject({ units: z.int().min(1).max(100).describe('calendar days more'), reason: Text }),
  },
  releasePayout: {
    path: 'payout-releases',
    about: 'Compensation for lateness is paid or declined. Two persons.',
    sends: z.strictObject({ payoutId: Id, verdict: z.enum(['pay', 'decline']), reason: Text }),
  },
  resolveUnknownPayout: {
    path: 'payout-findings',
    about: 'What became of a payment the bank does not answer for, by its statement. Two persons.',
    sends: z.strictObject({
      payoutId: Id,
      issue: z.int().min(1).max(1_000).describe('which order of this payment'),
      finding: z.discriminatedUnion('outcome', [
        z.strictObject({
          outcome: z.literal('paid'),
          bankReference: z.string().trim().min(1).max(100).refine(plain, PLAIN),
          paidAt: InstantText.exactOptional().describe('when the bank paid, as its statement says; the deadline stops there'),
        }),
        z.strictObject({ outcome: z.literal('unpaid') }),
      ]),
      evidence: Text.describe('what the bank’s own statement says'),
    }),
  },
  exemptPayout: {
    path: 'payout-exemptions',
    about: 'One payment leaves although a freeze holds the rest. Two persons.',
    sends: z.strictObject({ payoutId: Id, reason: Text.describe('why this one cannot wait for the end of the freeze') }),
  },
  withdraw: {
    path: 'withdrawal',
    about: 'The report was a mistake, or the family does not want it. Two persons where money or others are at stake.',
    sends: z.strictObject({ reason: Text }),
  },
  appeal: {
    path: 'appeals',
    about: 'The family contests a rejection.',
    sends: z.strictObject({ reason: Text }),
  },
  reopen: {
    path: 'reopenings',
    about: 'An ended claim goes on, for a ground the law knows.',
    sends: z.strictObject({ ground: z.enum(['new-evidence', 'withdrawal-revoked']), reason: Text }),
  },
} as const satisfies { readonly [Type in CommandType]: Row<Type> };

export type Sent<Type extends CommandType> = z.output<(typeof CLAIM_COMMANDS)[Type]['sends']>;
