import { refusalFor } from '#domain/claim/actions.ts';
import { matchHolder } from '#domain/payout/holder-name.ts';
import { PayeeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give, readFor } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';
import { HttpError, RefusedError } from '../../http-error.ts';

/** The bank names the holder before anybody relies on the account; the number itself stays in the accounts store. */
export const confirmPayeeAccount = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payee-account',
  action: 'confirmPayeeAccount',
  params: ClaimPath,
  body: PayeeBody,
  async handle({ actor, params, body }, deps) {
    const claim = await readFor(actor, params.claimId, deps);
    // Asked before the bank is: an account is not to be inquired about by somebody who may not decide on it.
    const refusal = refusalFor(claim, actor, 'confirmPayeeAccount');
    if (refusal && !claim.causes.includes(body.commandId)) throw new RefusedError(refusal);
    const { commandId, payeeClass, ...account } = body;
    const kept = await deps.stores.accounts.keep(claim.readinessFileId ?? claim.claimId, account);
    const answer = await deps.bank.inquireAccount(account);
    if (answer.state === 'unknown') throw new HttpError(503, 'unavailable', 'error.unavailable', { what: 'bank' }, { what: 'bank' });
    const verdict = answer.state === 'found' ? matchHolder(account.personName, answer.holderName).verdict : 'differs';
    const holderName = answer.state === 'found' ? answer.holderName : '';
    await deps.stores.accounts.noteInquiry(kept._id, { at: deps.now(), holderName, verdict });
    const inquiry = { holder: verdict, ownedByPartner: kept.ownedByPartner };
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
