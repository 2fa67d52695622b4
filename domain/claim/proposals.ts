import type { Role } from '../actor.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { FactBody } from './facts.ts';
import type { ActorRef, Proposal } from './parts.ts';
import type { ClaimState } from './state.ts';

/** One of the two is somebody who decides. */
const SENIOR: readonly Role[] = ['approver', 'supervisor'];

export const FOUR_EYES = 'design.md section 3: four eyes';

/** The same subject and the same answer. Who sees it otherwise makes another proposal, which needs its own second person. */
export function proposalKey(proposal: Proposal): string {
  switch (proposal.type) {
    case 'pause':
      return `pause:${proposal.ground}`;
    case 'revocation':
      return 'revocation';
    case 'release':
      return `release:${proposal.payoutId}:${proposal.verdict}`;
    case 'exemption':
      return `exemption:${proposal.payoutId}:${proposal.issue}`;
    case 'finding': {
      const { payoutId, issue, finding } = proposal;
      return `finding:${payoutId}:${issue}:${finding.outcome}${finding.outcome === 'paid' ? `:${finding.bankReference}` : ''}`;
    }
  }
}

/** The facts of the first person; the refusal of a person who would be both; what the first proposed, for the second. */
export function withSecondPerson(
  claim: ClaimState,
  actor: ActorRef,
  proposal: Proposal,
): { readonly proposed: FactBody[] } | { readonly seconded: Proposal; readonly first: ActorRef } | Refusal {
  const key = proposalKey(proposal);
  const first = claim.proposals[key];
  if (!first) return { proposed: [{ type: 'claim.proposed', key, proposal }] };
  if (first.by.id === actor.id) {
    return refuse('maker-is-checker', 'Anda yang mengusulkannya. Orang kedua memutuskan.', FOUR_EYES);
  }
  if (![first.by.role, actor.role].some((role) => SENIOR.includes(role))) {
    return refuse('not-your-role', 'Salah satu dari keduanya harus pemeriksa kedua atau penyelia.', FOUR_EYES);
  }
  return { seconded: first.proposal, first: first.by };
}
