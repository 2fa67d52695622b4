import type { PayeeAccountDocument } from '#adapters/mongo/accounts-store.ts';
import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { Needs } from '#services/deps.ts';

/** More than anybody would look through. */
const MOST_CLAIMS = 50;

/**
 * Other families' claims on the same account, as far as anybody has named or paid it. A reason counts only beside what it is about: written
 * for no claim, or for those of today, it allows nothing that comes later.
 */
export async function sharingOf(
  participantId: string,
  account: Pick<PayeeAccountDocument, '_id' | 'bankCode' | 'accountNumber'>,
  reason: string | undefined,
  { stores }: Needs<'accounts' | 'relatedClaims' | 'accountUses'>,
): Promise<SharedAccount | undefined> {
  const refs = await stores.accounts.sharing(account._id, MOST_CLAIMS);
  const named = (await stores.relatedClaims.paidOn(refs, MOST_CLAIMS)).filter((claim) => claim.participantId !== participantId);
  const paid = (await stores.accountUses.of(account)).filter(({ familyId }) => familyId !== participantId);
  const claims = [...new Set([...named, ...paid].map(({ claimId }) => claimId as string))].sort();
  return claims.length === 0 ? undefined : { claims, ...(reason === undefined ? {} : { reason }) };
}
