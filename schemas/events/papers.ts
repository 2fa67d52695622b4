import { z } from 'zod';
import type { PaperId } from '#domain/law/papers/paper-ids.ts';
import { CalendarDay, Id, Sha256 } from './shared.ts';

/** rules.md section 6, phase A: what can be collected when the credit is signed. */
export const PAPERS_AT_SIGNING = [
  'participant-card',
  'participant-id-card',
  'heir-id-card',
  'family-card',
  'marriage-certificate',
  'child-birth-certificate',
  'work-activity-proof',
  'payee-account-proof',
  'data-consent',
  'will-deed',
  'court-determination',
] as const satisfies readonly PaperId[];

/** rules.md section 6: what a report of a death or an accident may bring along. */
export const PAPERS_WITH_REPORT = [
  ...PAPERS_AT_SIGNING,
  'death-certificate',
  'heir-statement',
  'power-of-attorney',
  'claim-form-jkm',
  'accident-report-1',
  'accident-report-2',
  'doctor-certificate',
  'chronology',
  'witness-id-cards',
  'police-report',
  'attendance-list',
  'transport-receipts',
  'medical-receipts',
  'tax-number',
] as const satisfies readonly PaperId[];

const reference = {
  documentId: Id.describe('id of the document in the document store; the bytes never travel in an event'),
  sha256: Sha256,
  obtainedOn: CalendarDay.describe('day the partner received the paper'),
};

export const PaperAtSigning = z
  .object({
    paper: z.enum(PAPERS_AT_SIGNING).describe('which paper'),
    ...reference,
    validUntil: CalendarDay.describe('last day the paper is valid, when it has one').exactOptional(),
  })
  .describe('a paper collected at signing, by reference');

export const PaperWithReport = z
  .object({ paper: z.enum(PAPERS_WITH_REPORT).describe('which paper'), ...reference })
  .describe('a paper handed in with a report, by reference');
