import { z } from 'zod';
import { PaperWithReport } from './papers.ts';
import { Id, text } from './shared.ts';

export const DocumentsAddedV1 = z
  .object({
    claimId: text(/^STN-[A-Z2-9]{5}-[A-Z2-9]{5}$/, 'harus nomor klaim, bentuk STN-ABCDE-FGHJK').describe('number of the claim'),
    institutionId: Id.describe('partner institution that reported the claim'),
    branchId: Id.describe('branch of the institution'),
    staffId: Id.describe('staff member who took the papers in'),
    papers: z.array(PaperWithReport).min(1).max(200).describe('the papers, by reference'),
  })
  .describe(
    'A partner adds papers to a claim of its own; they wait where it has not been reported yet. Papers known already change nothing.',
  );

export type DocumentsAddedV1 = z.infer<typeof DocumentsAddedV1>;
