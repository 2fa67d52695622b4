import { z } from 'zod';
import { PLAIN, plain } from './claim-decisions.ts';
import { ClaimPath } from './claims.ts';

const CommandId = z.string().min(8).max(100).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again');

export const IssueCodeBody = z.strictObject({
  commandId: CommandId,
  personId: z.string().trim().min(1).max(100).exactOptional().describe('person of the family; the contact of the report when absent'),
  personName: z.string().trim().min(1).max(200).describe('as it is printed on the letter'),
  phone: z.string().trim().min(6).max(30).exactOptional().describe('where to send it; printed for the counter when absent'),
});

export const CodePath = ClaimPath.extend({ codeId: z.string().regex(/^[\w:-]{1,80}$/) });
export const RevokeCodeBody = z.strictObject({ commandId: CommandId });
