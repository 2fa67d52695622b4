import { refusalFor } from '#domain/claim/actions.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type HolderVerdict, matchHolder } from '#domain/payout/holder-name.ts';
import { refuse } from '#domain/refusal.ts';
import { PayeeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give, readFor } from '../../claim-access.ts';
import { toClaimView } from '../../claim-view.ts';
import { type ApiDeps, endpoint } from '../../endpoint.ts';
import { RefusedError, Unavailable } from '../../http-error.ts';

/** The bank names the holder before anybody relies on the account; the number itself stays in the accounts store. */
export const confirmPayeeAccount = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payee-account',
  action: 'confirmPayeeAccount',
  params: ClaimPath,
  body: PayeeBody,
  async handle({ actor, params, body }, deps) {
    const { commandId, payeeClass, ...account } = body;
    const claim = await readFor(actor, params.claimId, deps);
    if (claim.causes.includes(commandId)) return toClaimView(claim, actor, deps);
    // Asked before the bank is: an account is not to be inquired about by somebody who may not decide on it.
    const refusal = refusalFor(claim, actor, 'confirmPayeeAccount');
    if (refusal) throw new RefusedError(refusal);
    const holderName = await holderAtBank(account, deps);
    const kept = await deps.stores.accounts.keep(claim.readinessFileId ?? claim.claimId, account);
    const holder = await judgeHolder(claim, account, holderName, deps);
    await deps.stores.accounts.noteInquiry(kept._id, { at: deps.now(), holderName, verdict: holder });
    const inquiry = { holder, ownedByPartner: kept.ownedByPartner };
    const { personId } = account;
    return give(
      actor,
      params.claimId,
      commandId,
      { type: 'confirmPayeeAccount', payeeClass, personId, accountRef: kept._id, inquiry },
      deps,
    );
  },
});

async function holderAtBank(account: { readonly bankCode: string; readonly accountNumber: string }, { bank }: ApiDeps): Promise<string> {
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

/** A name typed to fit the bank's is not enough: where the readiness file names the payee otherwise, a second look is asked for. */
async function judgeHolder(
  claim: ClaimState,
  { personId, personName }: { readonly personId: string; readonly personName: string },
  holderName: string,
  { stores }: ApiDeps,
): Promise<HolderVerdict> {
  const { verdict } = matchHolder(personName, holderName);
  const [prepared] = claim.readinessFileId === undefined ? [] : await stores.readiness.findByIds([claim.readinessFileId]);
  const declared = prepared?.file.family.find((person) => person.id === personId)?.name;
  const isOtherName = declared !== undefined && matchHolder(declared, holderName).verdict !== 'match';
  return verdict === 'match' && isOtherName ? 'ask' : verdict;
}
