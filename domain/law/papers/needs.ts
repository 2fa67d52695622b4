import type { PaperCondition } from './conditions.ts';
import type { PaperClaimType } from './paper-ids.ts';
import type { PaperNeed, PaperValidity } from './paper-row.ts';

export const DEATHS = ['jkm-death', 'jkk-death'] as const satisfies readonly PaperClaimType[];
export const ACCIDENTS = ['jkk-death', 'jkk-accident'] as const satisfies readonly PaperClaimType[];
export const EVENTS = ['jkm-death', 'jkk-death', 'jkk-accident'] as const satisfies readonly PaperClaimType[];
export const SCHOLARSHIP = ['scholarship'] as const satisfies readonly PaperClaimType[];

export function required(claimTypes: readonly PaperClaimType[], when: PaperCondition = 'always', validity?: PaperValidity): PaperNeed {
  return { claimTypes, when, strength: 'required', ...(validity === undefined ? {} : { validity }) };
}

export function advised(claimTypes: readonly PaperClaimType[], when: PaperCondition = 'always'): PaperNeed {
  return { claimTypes, when, strength: 'advised' };
}
