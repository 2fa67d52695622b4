import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { MissingPaper } from '#domain/law/papers/completeness.ts';

export type Ball = ClaimStatus | 'family';

/** Who acts next: while papers are missing, whoever owes one; else the status says it. One answer for officer, partner and family. */
export function whoActs(status: ClaimStatus, missing: readonly Pick<MissingPaper, 'owes'>[]): Ball {
  const isGathering = status === 'registered' || status === 'collecting';
  return isGathering && missing.some(({ owes }) => owes !== 'officer') ? 'family' : status;
}
