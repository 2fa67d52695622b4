import type { Fact, FactType } from './facts.ts';
import type { ClaimState } from './state.ts';
import type { ClaimStatus } from './statuses.ts';

/** Of a claim's facts, those a partner acts on: what is asked, where it stands, how it ended. No amount, account, reason or person. */
const TOLD: ReadonlySet<FactType> = new Set([
  'claim.registered',
  'claim.report-repeated',
  'claim.completeness-requested',
  'claim.completed',
  'claim.completeness-revoked',
  'claim.approved',
  'claim.rejected',
  'claim.lapsed',
  'claim.withdrawn',
  'claim.appealed',
  'claim.reopened',
  'claim.paid',
  'claim.closed',
]);

export type ToldPartners = {
  readonly claimId: string;
  readonly seq: number;
  readonly type: FactType;
  readonly status: ClaimStatus;
  /** Who may know of it. */
  readonly institutions: readonly string[];
};

/** What of these facts partners are told, with the claim as all of them together left it. */
export function toldPartners(claim: ClaimState, firstSeq: number, facts: readonly Fact[]): readonly ToldPartners[] {
  const { claimId, status, institutionId, parties = [] } = claim;
  const everybody = [...new Set([institutionId, ...parties.map((party) => party.institutionId)])];
  return facts.flatMap((fact, index) => {
    if (!TOLD.has(fact.type)) return [];
    // That somebody else reported too is nobody else's business.
    const institutions = fact.type === 'claim.report-repeated' ? [fact.institutionId] : everybody;
    return [{ claimId, seq: firstSeq + index, type: fact.type, status, institutions }];
  });
}
