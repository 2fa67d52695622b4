import type { ActorRef } from '#domain/people/actor.ts';
import { refuseSamePerson, refuseSecondPerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { FactBody } from './facts.ts';
import type { Proposal, UnknownFinding } from './parts.ts';
import type { ClaimState } from './state.ts';

/** The same subject and the same answer. Who sees it otherwise makes another proposal, which needs its own second person. */
export function proposalKey(proposal: Proposal): string {
  switch (proposal.type) {
    case 'pause':
      return `pause:${proposal.ground}`;
    case 'revocation':
    case 'withdrawal':
      return proposal.type;
    case 'release':
      return `release:${proposal.payoutId}:${proposal.verdict}`;
    case 'exemption':
      return `exemption:${proposal.payoutId}:${proposal.issue}`;
    case 'finding': {
      const { payoutId, issue, finding } = proposal;
      return `finding:${payoutId}:${issue}:${finding.outcome}${finding.outcome === 'paid' ? paidAnswer(finding) : ''}`;
    }
  }
}

/** Two persons mean the same payment only if they read the same instant. */
function paidAnswer({ bankReference, paidAt }: Extract<UnknownFinding, { outcome: 'paid' }>): string {
  return paidAt === undefined ? `:${bankReference}` : `:${bankReference}:${paidAt}`;
}

/** Two of one institution do not end what another reported or prepared for as well. */
function refuseSecondWithdrawer({ parties = [] }: ClaimState, first: ActorRef, second: ActorRef): Refusal | undefined {
  const same = refuseSamePerson(first, second);
  if (same || parties.length === 0 || first.institution === undefined || first.institution !== second.institution) return same;
  const sentence =
    'Lembaga lain juga terkait dengan klaim ini. Orang kedua adalah petugas BPJS Ketenagakerjaan atau pimpinan lembaga lain itu.';
  return refuse('not-your-role', sentence, 'design.md section 12, invariant 12');
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
  const refusal = proposal.type === 'withdrawal' ? refuseSecondWithdrawer(claim, first.by, actor) : refuseSecondPerson(first.by, actor);
  return refusal ?? { seconded: first.proposal, first: first.by };
}
