import { z } from 'zod';
import { PaperWithReport } from './papers.ts';
import { FamilyContact, Reporter } from './reporter.ts';
import { CalendarDay, Id, label, Name, Nik, story, UtcInstant } from './shared.ts';

export const DeathReportedV1 = z
  .object({
    reportId: Id.describe('id of the report; the same report sent twice has the same id'),
    institutionId: Id.describe('partner institution'),
    branchId: Id.describe('branch of the institution'),
    reporter: Reporter,
    participantNik: Nik.describe('national identity number of the participant who died'),
    participantName: Name.describe('name of the participant who died'),
    diedOn: CalendarDay.describe('day of death'),
    place: label(200).describe('where the participant died').exactOptional(),
    whatIsKnown: story(4000).describe('what is known about the cause, for the officer who triages it').exactOptional(),
    familyContact: FamilyContact,
    papers: z.array(PaperWithReport).max(200).describe('papers handed in with the report; may be empty'),
    reportedAt: UtcInstant.describe('when the family reported to the partner, UTC'),
  })
  .describe('A partner reports the death of a participant. Registers a claim.');

export type DeathReportedV1 = z.infer<typeof DeathReportedV1>;
