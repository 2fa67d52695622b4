import { z } from 'zod';
import type { Day } from '#domain/calendar/day.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { POINTS } from '#domain/claim/statuses.ts';
import { REJECTION_REASONS, RETURN_REASONS } from '#domain/reason-codes.ts';

/** Half a character or a control character survives no store, log and letter alike; line breaks and tabs do. */
const UNPRINTABLE = /\p{Cs}|(?![\n\r\t])\p{Cc}/u;
const plain = (value: string): boolean => !UNPRINTABLE.test(value);
const PLAIN = 'Berisi huruf yang tidak dapat dicetak. Ketik ulang.';

const Text = z.string().trim().min(1).max(2_000).refine(plain, PLAIN);
const Id = z.string().min(1).max(200).refine(plain, PLAIN);
const CalendarDay = z
  .string()
  .refine((value) => parseDay(value) !== undefined, 'Harus tanggal yang ada, bentuk 2026-03-27.') as unknown as z.ZodType<Day, string>;

/** Made where the person pressed the button: pressing twice sends it twice and counts once. */
const intention = {
  commandId: z.string().min(8).max(100).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again'),
};

export const VerifyBody = z.strictObject({
  ...intention,
  verdicts: z
    .array(
      z.discriminatedUnion('verdict', [
        z.strictObject({ documentId: Id, verdict: z.literal('ok') }),
        z.strictObject({ documentId: Id, verdict: z.literal('refused'), reason: Text }),
      ]),
    )
    .min(1)
    .max(200),
});

export const CompletionBody = z.strictObject({
  ...intention,
  papers: z
    .array(z.strictObject({ paper: Id, reason: Text }))
    .min(1)
    .max(50),
});
export const CompleteBody = z.strictObject(intention);
export const TriageBody = z.strictObject({ ...intention, programme: z.enum(['jkm', 'jkk']), reason: Text });

const PersonBody = z
  .strictObject({
    id: Id,
    relation: z.enum(['spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'parentInLaw', 'willBeneficiary', 'other']),
    alive: z.boolean(),
    birthDate: CalendarDay.exactOptional(),
    divorced: z.boolean().exactOptional(),
    willByNotary: z.boolean().exactOptional(),
    courtDetermination: z.boolean().exactOptional(),
    isPartnerInstitution: z.boolean().exactOptional(),
  })
  .describe('a person around the claim');

export const HeirsBody = z.strictObject({
  ...intention,
  people: z.array(PersonBody).max(100),
  powerOfAttorneyTo: Id.exactOptional(),
  guardianOf: z.record(Id, z.strictObject({ id: Id, courtAppointed: z.boolean() })).exactOptional(),
  dispute: z.boolean().exactOptional(),
  arrangedFuneral: Id.exactOptional(),
});

export const PayeeBody = z.strictObject({
  ...intention,
  payeeClass: z.enum(['heirs', 'funeralArranger', 'fund']),
  personId: Id,
  personName: z.string().trim().min(1).max(200).refine(plain, PLAIN).describe('name of the payee, held against the bank’s holder name'),
  bankCode: z.string().regex(/^\d{3}$/, 'Harus 3 angka.'),
  accountNumber: z.string().regex(/^\d{6,20}$/, 'Harus 6 sampai 20 angka.'),
});

export const RecommendBody = z.discriminatedUnion('outcome', [
  z.strictObject({ ...intention, outcome: z.literal('pay') }),
  z.strictObject({ ...intention, outcome: z.literal('reject'), reason: z.enum(REJECTION_REASONS), text: Text }),
]);

export const DecideBody = z.strictObject({
  ...intention,
  decisions: z
    .array(
      z.discriminatedUnion('verdict', [
        z.strictObject({ point: z.enum(POINTS), verdict: z.literal('approve') }),
        z.strictObject({ point: z.enum(POINTS), verdict: z.literal('return'), reason: z.enum(RETURN_REASONS), text: Text.exactOptional() }),
      ]),
    )
    .min(1)
    .max(POINTS.length),
});

export const AcknowledgeBody = z.strictObject({ ...intention, rungKey: Id, reason: Text });
