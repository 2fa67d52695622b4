import type { ClaimState } from './state.ts';

/** Where a claim waits, and for whom. Each claim is in exactly one of these at any time; saved views and filters come on top. */
export const WORKLISTS = [
  'new',
  'papers-to-check',
  'papers-awaited',
  'in-treatment',
  'held',
  'to-recommend',
  'second-eyes',
  'in-payment',
  'payment-unknown',
  'late-release',
  'ended',
] as const;
export type Worklist = (typeof WORKLISTS)[number];

/** A function of the claim alone, so no transition can leave a claim in two lists or in none. */
export function primaryWorklist(claim: ClaimState): Worklist {
  switch (claim.status) {
    case 'registered':
      return 'new';
    case 'collecting':
      return whileCollecting(claim);
    case 'verifying':
      return claim.holds.length > 0 ? 'held' : 'to-recommend';
    case 'recommended':
      return 'second-eyes';
    case 'approved':
    case 'paying':
      return claim.payouts.some(({ state }) => state === 'unknown') ? 'payment-unknown' : 'in-payment';
    case 'paid':
      return 'late-release';
    case 'rejected':
    case 'withdrawn':
    case 'closed':
    case 'lapsed':
      return 'ended';
  }
}

/** Ours first: a paper somebody brought is looked at before anybody is asked for another. */
function whileCollecting({ papers, kind, treatment }: ClaimState): Worklist {
  if (papers.some(({ verdict }) => verdict === 'unseen')) return 'papers-to-check';
  return kind === 'accident' && treatment === undefined ? 'in-treatment' : 'papers-awaited';
}
