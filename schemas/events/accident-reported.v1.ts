import { z } from 'zod';
import { PaperWithReport } from './papers.ts';
import { FamilyContact, Reporter } from './reporter.ts';
import { Id, label, Name, Nik, RupiahAmount, story, UtcInstant } from './shared.ts';

const accident = {
  reportId: Id.describe('id of the report; the same report sent twice has the same id'),
  institutionId: Id.describe('partner institution'),
  branchId: Id.describe('branch of the institution'),
  reporter: Reporter,
  participantNik: Nik.describe('national identity number of the participant'),
  participantName: Name.describe('name of the participant'),
  happenedAt: UtcInstant.describe('when the accident happened, or the disease was diagnosed, UTC'),
  place: label(200).describe('where it happened').exactOptional(),
  whatIsKnown: story(4000).describe('what is known, for the officer').exactOptional(),
  wageBase: RupiahAmount.describe('monthly wage base, where it is not on file, whole rupiah').exactOptional(),
  familyContact: FamilyContact.exactOptional(),
  papers: z.array(PaperWithReport).max(200).describe('papers handed in with the report; may be empty'),
  reportedAt: UtcInstant.describe('when it was reported to the partner, UTC'),
};

export const AccidentReportedV1 = z
  .object({
    ...accident,
    stageOneAt: UtcInstant.describe('when the stage I report came in; absent while only the news is there').exactOptional(),
  })
  .describe('A work accident is reported. Registers a claim; the stage I report has 2 x 24 hours.');

export const AccidentSuspectedV1 = z
  .object({ ...accident, stageOneAt: UtcInstant.describe('when the stage I report came in').exactOptional() })
  .describe(
    'A work accident is suspected: care is given while it is examined. Registers a claim to be concluded within 30 days of stage I.',
  );

export type AccidentReportedV1 = z.infer<typeof AccidentReportedV1>;
export type AccidentSuspectedV1 = z.infer<typeof AccidentSuspectedV1>;
