import type { Connection } from 'mongoose';
import type { ClaimState } from '#domain/claim/state.ts';
import { FAMILY_PAYEES } from '#domain/money/payout/account-use.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { type ClaimDocument, claimsModel } from './claims.model.ts';

/** What two claims are compared by. */
export type RelatedClaim = Pick<ClaimState, (typeof RELATED_FIELDS)[number]>;
const RELATED_FIELDS = [
  'claimId',
  'status',
  'kind',
  'eventOn',
  'institutionId',
  'participantId',
  'readinessFileId',
  'memberships',
] as const satisfies readonly (keyof ClaimState)[];
const PROJECTION = Object.fromEntries(RELATED_FIELDS.map((field) => [`state.${field}`, 1]));

export type RelatedClaimsStore = ReturnType<typeof createRelatedClaimsStore>;

/** Claims that have something to do with a claim. Every question is bounded: beyond a few, the answer is the same. */
export function createRelatedClaimsStore(connection: Connection) {
  const model = claimsModel(connection);

  async function related(query: object, limit: number): Promise<readonly RelatedClaim[]> {
    const found = await model.find(query, PROJECTION).sort({ _id: 1 }).limit(limit).lean<Pick<ClaimDocument, 'state'>[]>();
    return found.map(({ state }) => state);
  }

  return {
    async ofParticipants(participantIds: readonly string[], limit: number): Promise<readonly RelatedClaim[]> {
      return related({ 'state.participantId': { $in: participantIds } }, limit);
    },

    async withMembership(kpjs: readonly string[], limit: number): Promise<readonly RelatedClaim[]> {
      return related({ 'state.memberships.kpj': { $in: kpjs } }, limit);
    },

    /** Deaths among one branch's participants, both days included. */
    async deathsAt(
      { institutionId, branchId }: { readonly institutionId: string; readonly branchId: string },
      from: Day,
      to: Day,
      limit: number,
    ): Promise<readonly RelatedClaim[]> {
      return related({ institutionId, branchId, 'state.kind': 'death', 'state.eventOn': { $gte: from, $lte: to } }, limit);
    },

    /** Claims whose family is paid on one of these accounts. */
    async paidOn(accountRefs: readonly string[], limit: number): Promise<readonly RelatedClaim[]> {
      return related({ $or: FAMILY_PAYEES.map((payee) => ({ [`state.payees.${payee}.accountRef`]: { $in: accountRefs } })) }, limit);
    },
  };
}
