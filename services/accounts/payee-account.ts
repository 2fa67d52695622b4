import type { CommandBody } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFamily } from '#domain/money/payout/account-use.ts';
import { type HolderVerdict, matchHolder } from '#domain/money/payout/holder-name.ts';
import { refuse } from '#domain/refusal.ts';
import type { TypedAccount } from '#schemas/http/claim-decisions.ts';
import type { House, Needs } from '#services/deps.ts';
import { RefusedError, Unavailable } from '#services/errors.ts';
import { deceasedSignOf } from './deceased-account.ts';
import { sharingOf } from './shared-account.ts';

/** What asking the bank about a payee's account touches. */
export type AccountNeeds = Needs<'readiness' | 'participants' | 'accounts' | 'relatedClaims' | 'accountUses', 'bank' | 'now'>;
type Confirmation = Extract<CommandBody, { type: 'confirmPayeeAccount' }>;

/** The bank names the holder before anybody relies on the account; the number itself stays in the accounts store. */
export async function inquire(
  claim: ClaimState,
  { payeeClass, sharedReason, ...account }: TypedAccount,
  deps: AccountNeeds,
): Promise<Confirmation> {
  const holderName = await holderAtBank(account, deps);
  const { name: declaredName, nikHash } = await personInFile(claim, account.personId, deps);
  const person = nikHash === undefined ? {} : { nikHash };
  const kept = await deps.stores.accounts.keep(claim.readinessFileId ?? claim.claimId, { ...account, ...person });
  const holder = judgeHolder(account.personName, declaredName, holderName);
  const told = { at: deps.now(), holderName, verdict: holder, ...(declaredName === undefined ? {} : { declaredName }) };
  await deps.stores.accounts.noteInquiry(kept._id, told);
  const ofDeceased = await deceasedSignOf(claim, { ...account, holderName }, deps);
  const { ownedByPartner, ofPartner } = kept;
  const signs = { ...(ofPartner === undefined ? {} : { ofPartner }), ...(ofDeceased === undefined ? {} : { ofDeceased }) };
  const shared = isFamily(payeeClass) ? await sharingOf(claim.participantId, kept, sharedReason, deps) : undefined;
  const inquiry = { holder, ownedByPartner, ...signs, ...(shared === undefined ? {} : { shared }) };
  return { type: 'confirmPayeeAccount', payeeClass, personId: account.personId, accountRef: kept._id, inquiry };
}

/** What the person sent, without the number itself: one press is told from another by it. */
export function sentOf(claim: ClaimState, { payeeClass, sharedReason, ...account }: TypedAccount, { stores }: Needs<'accounts'>): object {
  const typed = stores.accounts.fingerprintOf(claim.readinessFileId ?? claim.claimId, account);
  return { type: 'confirmPayeeAccount', payeeClass, typed, ...(sharedReason === undefined ? {} : { sharedReason }) };
}

async function holderAtBank(
  account: { readonly bankCode: string; readonly accountNumber: string },
  { bank }: Pick<House, 'bank'>,
): Promise<string> {
  const answer = await bank.inquireAccount(account);
  if (answer.state === 'unknown') throw new Unavailable('bank');
  if (answer.state === 'found') return answer.holderName;
  throw new RefusedError(
    refuse(
      'point-open',
      'Bank tidak menerima rekening ini. Periksa nomornya, atau minta rekening lain dari penerima.',
      'design.md section 5',
    ),
  );
}

type PersonInFile = { readonly name?: string; readonly nikHash?: string };

/** As the partner wrote it down when credit was signed; the participant is known by the hash of the NIK in any case. */
async function personInFile(claim: ClaimState, personId: string, { stores }: Needs<'readiness' | 'accounts'>): Promise<PersonInFile> {
  if (personId === claim.participantId) return { nikHash: personId };
  const [prepared] = claim.readinessFileId === undefined ? [] : await stores.readiness.findByIds([claim.readinessFileId]);
  const found = prepared?.file.family.find((person) => person.id === personId);
  if (!found) return {};
  return { name: found.name, ...(found.nik === undefined ? {} : { nikHash: stores.accounts.nikHashOf(found.nik) }) };
}

/** A name typed to fit the bank's is not enough: where the readiness file names the payee otherwise, a second look is asked for. */
function judgeHolder(personName: string, declaredName: string | undefined, holderName: string): HolderVerdict {
  const { verdict } = matchHolder(personName, holderName);
  const isOtherName = declaredName !== undefined && matchHolder(declaredName, holderName).verdict !== 'match';
  return verdict === 'match' && isOtherName ? 'ask' : verdict;
}
