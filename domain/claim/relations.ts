import { MOST_RELATIONS } from './bounds.ts';
import type { FactBody } from './facts.ts';
import type { RelationFound } from './parts.ts';
import type { ClaimState } from './state.ts';
import { isFinal } from './statuses.ts';

/** Once for each other claim and kind: two claims that tell each other must come to an end of it. */
export function relationFound({ status, relations = [] }: ClaimState, relation: RelationFound): readonly FactBody[] {
  const isKnown = relations.some(({ what, claimId }) => what === relation.what && claimId === relation.claimId);
  return isKnown || isFinal(status) || relations.length >= MOST_RELATIONS ? [] : [{ type: 'claim.relation-found', relation }];
}
