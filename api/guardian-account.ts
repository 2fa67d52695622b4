import type { EntitlementCommandBody } from '#domain/entitlement/commands.ts';
import type { EntitlementId } from '#domain/entitlement/entitlement-id.ts';
import { matchHolder } from '#domain/payout/holder-name.ts';
import { refuse } from '#domain/refusal.ts';
import type { ChangeBody } from '#schemas/http/entitlements.ts';
import type { ApiDeps } from './endpoint.ts';
import { RefusedError, Unavailable } from './http-error.ts';

type Typed = Extract<ChangeBody, { type: 'account' }>;

/** The bank names the holder before anybody relies on the account; the number itself stays in the accounts store. */
export async function proposeAccount(id: EntitlementId, typed: Typed, { bank, stores, now }: ApiDeps): Promise<EntitlementCommandBody> {
  const { guardianId, personName, bankCode, accountNumber } = typed;
  const answer = await bank.inquireAccount({ bankCode, accountNumber });
  if (answer.state === 'unknown') throw new Unavailable('bank');
  if (answer.state !== 'found') {
    throw new RefusedError(refuse('point-open', 'Bank tidak menerima rekening ini. Minta rekening lain.', 'design.md section 5'));
  }
  const kept = await stores.accounts.keep(id, { personId: guardianId, personName, bankCode, accountNumber });
  const { verdict } = matchHolder(personName, answer.holderName);
  await stores.accounts.noteInquiry(kept._id, { at: now(), holderName: answer.holderName, verdict });
  return {
    type: 'proposePayee',
    guardianId,
    accountRef: kept._id,
    holderMatches: verdict !== 'differs',
    ownedByPartner: kept.ownedByPartner,
  };
}
