import { z } from 'zod';
import { BENEFIT_EVENTS, type BenefitInput, DISABILITY_KINDS } from '#domain/law/benefit/benefit-input.ts';
import { COVERAGE_STATUSES, SEGMENTS } from '#domain/law/coverage/coverage-types.ts';
import { PROGRAMMES, TRANSPORT_MODES } from '#domain/law/rules/pack.ts';
import { BasisPoints, DayText, listOf, OpaqueId, RupiahAmount, WholeNumber } from '#schemas/primitives.ts';
import { SwitchOverrides } from './switches.ts';

const MembershipShape = z.strictObject({
  segment: z.enum(SEGMENTS),
  employer: z.exactOptional(OpaqueId),
  status: z.enum(COVERAGE_STATUSES),
  membershipMonths: WholeNumber,
  contributionMonths: WholeNumber,
});

const DisabilityShape = z.strictObject({
  kind: z.enum(DISABILITY_KINDS),
  tableBasisPoints: z.exactOptional(BasisPoints),
  lostBasisPoints: z.exactOptional(BasisPoints),
});

export const BenefitsShape: z.ZodType<BenefitInput> = z
  .strictObject({
    programme: z.enum(PROGRAMMES),
    event: z.enum(BENEFIT_EVENTS),
    on: DayText,
    memberships: listOf(MembershipShape, 100),
    wageBase: z.exactOptional(RupiahAmount),
    hasHeir: z.exactOptional(z.boolean()),
    disability: z.exactOptional(DisabilityShape),
    stmbDays: z.exactOptional(WholeNumber),
    transport: z.exactOptional(listOf(z.strictObject({ mode: z.enum(TRANSPORT_MODES), receipts: RupiahAmount }), 1_000)),
    medicalReceipts: z.exactOptional(RupiahAmount),
    homeCareReceipts: z.exactOptional(RupiahAmount),
    lateDays: z.exactOptional(WholeNumber),
    switches: z.exactOptional(SwitchOverrides),
  })
  .describe('what one event is worth');
