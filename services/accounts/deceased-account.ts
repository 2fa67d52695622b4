import type { ClaimState } from '#domain/claim/state.ts';
import { type DeceasedSign, signOfDeceased } from '#domain/money/payout/deceased-account.ts';
import type { Needs } from '#services/deps.ts';

type Account = { readonly bankCode: string; readonly accountNumber: string; readonly holderName: string };

/** Whether the account is the own of the participant who died; of a living one it is the right account. */
export async function deceasedSignOf(
  claim: ClaimState,
  account: Account,
  { stores }: Needs<'readiness' | 'participants' | 'accounts'>,
): Promise<DeceasedSign | undefined> {
  if (claim.kind !== 'death') return undefined;
  const { participantId, readinessFileId } = claim;
  const [prepared] = readinessFileId === undefined ? [] : await stores.readiness.findByIds([readinessFileId]);
  const name = prepared?.file.participant.name ?? (await stores.participants.find(participantId))?.name;
  const registeredFor = await stores.accounts.registeredFor(account);
  return signOfDeceased({ participantId, name }, { holderName: account.holderName, registeredFor });
}
