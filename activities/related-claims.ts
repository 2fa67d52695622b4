import type { AccountsStore } from '#adapters/mongo/accounts-store.ts';
import type { RelatedClaim, RelatedClaimsStore } from '#adapters/mongo/related-claims-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { SYSTEM_ACTOR } from '#domain/actor.ts';
import { systemCause } from '#domain/cause.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { RelationFound } from '#domain/claim/parts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { FAMILY_PAYEES } from '#domain/payout/account-use.ts';

export type RelatedDeps = {
  readonly relatedClaims: Pick<RelatedClaimsStore, 'ofParticipants' | 'withMembership' | 'paidOn'>;
  readonly accounts: Pick<AccountsStore, 'sharing'>;
  readonly running: Pick<ClaimGateway, 'tell'>;
};

/** More than anybody looks at; what is checked counts them all. */
const MOST_TOLD = 20;

/**
 * What this claim changes for others: their checks ran before it was there, or before it named this account, and found nothing. Each is told
 * once and looks again. Repeatable; a claim that has ended has nothing left to judge.
 */
export async function tellRelated({ running, ...deps }: RelatedDeps, { claim }: { readonly claim: ClaimState }): Promise<void> {
  if (isFinal(claim.status)) return;
  for (const { what, claimId } of await relatedTo(claim, deps)) {
    const relation: RelationFound = { what, claimId: claim.claimId };
    const { id, role } = SYSTEM_ACTOR;
    const eventId = systemCause(`related/${what}/${claim.claimId}`);
    try {
      await running.tell(claimId as ClaimId, { type: 'relationFound', eventId, actor: { id, role }, relation });
    } catch (error) {
      if (!isNotRunning(error)) throw error;
    }
  }
}

async function relatedTo(claim: ClaimState, deps: Omit<RelatedDeps, 'running'>): Promise<readonly RelationFound[]> {
  const { relatedClaims } = deps;
  const kpjs = claim.memberships.map(({ kpj }) => kpj);
  const onAccount = (await claimsOnAccounts(claim, deps)).filter(({ participantId }) => participantId !== claim.participantId);
  const found = [
    ...named('same-account', onAccount),
    ...named('same-participant', await relatedClaims.ofParticipants([claim.participantId], MOST_TOLD)),
    ...named('same-membership', await relatedClaims.withMembership(kpjs, MOST_TOLD)),
  ];
  return found.filter(({ claimId }) => claimId !== claim.claimId).slice(0, MOST_TOLD);
}

async function claimsOnAccounts({ payees }: ClaimState, { relatedClaims, accounts }: Omit<RelatedDeps, 'running'>) {
  const refs = FAMILY_PAYEES.flatMap((payeeClass) => payees[payeeClass]?.accountRef ?? []);
  const kept = await Promise.all(refs.map((ref) => accounts.sharing(ref, MOST_TOLD)));
  return relatedClaims.paidOn(kept.flat(), MOST_TOLD);
}

function named(what: RelationFound['what'], claims: readonly RelatedClaim[]): readonly RelationFound[] {
  return claims.filter(({ status }) => !isFinal(status)).map(({ claimId }) => ({ what, claimId }));
}
