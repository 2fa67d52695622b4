import type { Fact } from './facts.ts';
import { withHolders } from './parties.ts';
import type { ClaimState, PaperState } from './state.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

export function heardNews(state: ClaimState, { memberships, reach }: FactOf<'claim.membership-changed'>): ClaimState {
  return { ...state, memberships, ...(reach === undefined ? {} : { membershipReach: { ...state.membershipReach, ...reach } }) };
}

/** As if the file had been there first: its papers stand before those of the report. */
export function prepared(state: ClaimState, fact: FactOf<'claim.readiness-found'>): ClaimState {
  const { readinessFileId, memberships, people, papers, wageBase, holder } = fact;
  const known = new Map(state.papers.map((paper) => [paper.documentId, paper]));
  const first = papers.map((paper): PaperState => known.get(paper.documentId) ?? { ...paper, verdict: 'unseen' });
  const ofFile = new Set(papers.map(({ documentId }) => documentId));
  const later = state.papers.filter(({ documentId }) => !ofFile.has(documentId));
  const joined: ClaimState = {
    ...state,
    readinessFileId,
    memberships,
    people,
    papers: [...first, ...later],
    ...(wageBase === undefined ? {} : { wageBase }),
  };
  return holder ? withHolders(joined, [], holder) : joined;
}
