import type { AccountsStore } from '#adapters/mongo/accounts-store.ts';
import type { RelatedClaimsStore } from '#adapters/mongo/related-claims-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { systemCause } from '#domain/cause.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { RelationFound } from '#domain/claim/parts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { FAMILY_PAYEES } from '#domain/money/payout/account-use.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';

export type RelatedDeps = {
  readonly relatedClaims: Pick<RelatedClaimsStore, 'paidOn'>;
  readonly accounts: Pick<AccountsStore, 'sharing'>;
  readonly running: Pick<ClaimGateway, 'tell'>;
};

/** More than anybody looks at; what is checked counts them all. */
const MOST_TOLD = 20;

/**
 * What this claim changes for others: their checks ran before it named this account, and found nothing. Each is told once and looks again. Repeatable; a claim that has ended has nothing left to judge.
 */
export async function tellRelated({ running, ...deps }: RelatedDeps, { claim }: { readonly claim: ClaimState }): Promise<void> {
  if (isFinal(claim.status)) return;
  for (const { claimId } of (await otherFamilies(claim, deps)).slice(0, MOST_TOLD)) {
    const relation: RelationFound = { what: 'same-account', claimId: claim.claimId };
    const { id, role } = SYSTEM_ACTOR;
    const eventId = systemCause(`related/${claim.claimId}`);
    try {
      await running.tell(claimId as ClaimId, { type: 'relationFound', eventId, actor: { id, role }, relation });
    } catch (error) {
      if (!isNotRunning(error)) throw error;
    }
  }
}

async function otherFamilies({ claimId, participantId, payees }: ClaimState, { relatedClaims, accounts }: Omit<RelatedDeps, 'running'>) {
  const refs = FAMILY_PAYEES.flatMap((payeeClass) => payees[payeeClass]?.accountRef ?? []);
  if (refs.length === 0) return [];
  const kept = await Promise.all(refs.map((ref) => accounts.sharing(ref, MOST_TOLD)));
  const onAccount = await relatedClaims.paidOn(kept.flat(), MOST_TOLD);
  return onAccount.filter((other) => other.participantId !== participantId && other.claimId !== claimId && !isFinal(other.status));
}
