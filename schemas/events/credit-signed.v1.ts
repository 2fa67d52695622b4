import { z } from 'zod';
import { Membership } from './membership.ts';
import { PaperAtSigning } from './papers.ts';
import { AccountNumber, BankCode, CalendarDay, Id, label, Name, Nik, Phone, Relation, RupiahAmount } from './shared.ts';

const Participant = z
  .object({
    nik: Nik,
    name: Name,
    birthDate: CalendarDay.describe('birth date as on the identity card'),
    sex: z.enum(['female', 'male']).describe('as on the identity card').exactOptional(),
    phone: Phone.exactOptional(),
    regency: label(100).describe('regency or city of residence').exactOptional(),
    occupation: label(200).describe('what the participant does for a living'),
  })
  .describe('the borrower, who is the participant');

const FamilyMember = z
  .object({
    id: Id.describe('id of this person inside the file, chosen by the partner'),
    name: Name,
    relation: Relation,
    alive: z.boolean().describe('false for a person who has died'),
    birthDate: CalendarDay.describe('birth date, needed for children').exactOptional(),
    nik: Nik.exactOptional(),
    phone: Phone.exactOptional(),
    divorced: z.boolean().describe('true for a divorced spouse, who is not an heir').exactOptional(),
  })
  .describe('a declared member of the family');

const DeclaredPayee = z
  .object({
    personId: Id.describe('id of a person in `family`'),
    bankCode: BankCode,
    accountNumber: AccountNumber,
    holderName: Name.describe('name of the account holder'),
  })
  .describe('account the family wishes to be paid to, proven later by inquiry');

const Consent = z
  .object({
    personId: Id.describe('id of a person in `family`, or `participant`'),
    purpose: label(100).describe('what the data may be used for'),
    givenOn: CalendarDay.describe('day the consent was given'),
  })
  .describe('consent of one person to one purpose');

export const CreditSignedV1 = z
  .object({
    institutionId: Id.describe('partner institution'),
    branchId: Id.describe('branch of the institution'),
    staffId: Id.describe('staff member who collected the papers'),
    creditNumber: label(64).describe('number of the credit, as the institution writes it'),
    signedOn: CalendarDay.describe('day the credit was signed'),
    participant: Participant,
    memberships: z.array(Membership).min(1).max(20).describe('memberships of the participant; at least one'),
    wageBase: RupiahAmount.describe('monthly wage base reported to BPJS Ketenagakerjaan, whole rupiah').exactOptional(),
    family: z.array(FamilyMember).max(100).describe('declared family; may be empty'),
    declaredPayee: DeclaredPayee.exactOptional(),
    papers: z.array(PaperAtSigning).max(200).describe('papers collected at signing; may be empty'),
    consents: z.array(Consent).max(200).describe('consents given at signing; may be empty'),
  })
  .superRefine(({ family, declaredPayee }, context) => {
    const ids = family.map((person) => person.id);
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (repeated >= 0) context.addIssue({ code: 'custom', path: ['family', repeated, 'id'], message: 'dipakai oleh dua orang' });
    if (declaredPayee !== undefined && !ids.includes(declaredPayee.personId))
      context.addIssue({ code: 'custom', path: ['declaredPayee', 'personId'], message: 'tidak ada di family' });
  })
  .describe('A credit was signed and the papers of phase A were collected. Opens or renews the readiness file of the participant.');

export type CreditSignedV1 = z.infer<typeof CreditSignedV1>;
