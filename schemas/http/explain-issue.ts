import type { z } from 'zod';
import { explainIssue as explainCommon } from '#schemas/calculate/explain-issue.ts';

/** What would be right, in Indonesian; never the value that was sent, which may be personal. */
export function explainIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return 'Tidak dikenal di sini. Hapus, atau periksa ejaannya.';
  if (issue.code === 'invalid_union' && Array.isArray(issue.options))
    return `Harus salah satu dari: ${issue.options.map(String).join(', ')}.`;
  return explainCommon(issue) ?? 'Tidak dapat dibaca. Periksa bentuknya.';
}
