import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import { matchHolder } from '#domain/money/payout/holder-name.ts';
import { refuse } from '#domain/refusal.ts';
import type { EntitlementCommandBody } from '#domain/scholarship/entitlement/commands.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';
import type { ChangeBody } from '#schemas/http/entitlements.ts';
import type { Needs } from '#services/deps.ts';
import { RefusedError, Unavailable } from '#services/errors.ts';
import { deceasedSignOf } from './deceased-account.ts';
import { sharingOf } from './shared-account.ts';

type Typed = Extract<ChangeBody, { type: 'account' }>;

/** The bank names the holder before anybody relies on the account; the number itself stays in the accounts store. */
export async function proposeAccount(
  id: EntitlementId,
  { claimId }: Pick<Entitlement, 'claimId'>,
  typed: Typed,
  deps: Needs<'claims' | 'readiness' | 'participants' | 'accounts' | 'relatedClaims' | 'accountUses', 'bank' | 'now'>,
): Promise<EntitlementCommandBody> {
  const { bank, stores, now } = deps;
  const { guardianId, personName, bankCode, accountNumber, sharedReason } = typed;
  const answer = await bank.inquireAccount({ bankCode, accountNumber });
  if (answer.state === 'unknown') throw new Unavailable('bank');
  if (answer.state !== 'found') {
    throw new RefusedError(refuse('point-open', 'Bank tidak menerima rekening ini. Minta rekening lain.', 'design.md section 5'));
  }
  const { holderName } = answer;
  const claim = (await stores.claims.find(claimId as ClaimId))?.state;
  const nik = claim && (await nikInFile(claim, guardianId, deps));
  if (claim && (await deceasedSignOf(claim, { bankCode, accountNumber, holderName }, deps))) {
    const text = 'Ini rekening peserta yang meninggal. Pakai rekening atas nama wali anak.';
    throw new RefusedError(refuse('point-open', text, 'design.md section 5'));
  }
  const kept = await stores.accounts.keep(id, {
    personId: guardianId,
    personName,
    bankCode,
    accountNumber,
    ...(nik === undefined ? {} : { nikHash: stores.accounts.nikHashOf(nik) }),
  });
  const { verdict } = matchHolder(personName, holderName);
  await stores.accounts.noteInquiry(kept._id, { at: now(), holderName, verdict });
  const shared = claim && (await sharingOf(claim.participantId, kept, sharedReason, deps));
  return {
    type: 'proposePayee',
    guardianId,
    accountRef: kept._id,
    holderMatches: verdict !== 'differs',
    ownedByPartner: kept.ownedByPartner,
    ...(shared === undefined ? {} : { shared }),
  };
}

async function nikInFile({ readinessFileId }: ClaimState, personId: string, { stores }: Needs<'readiness'>): Promise<string | undefined> {
  const [prepared] = readinessFileId === undefined ? [] : await stores.readiness.findByIds([readinessFileId]);
  return prepared?.file.family.find(({ id }) => id === personId)?.nik;
}
