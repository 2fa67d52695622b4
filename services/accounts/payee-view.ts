import type { AccountsStore, PayeeAccountDocument } from '#adapters/mongo/accounts-store.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { matchHolder } from '#domain/money/payout/holder-name.ts';
import { text } from '#locales/text.ts';

/**
 * Whom the money goes to, side by side with what the bank says: how alike the names are is what the second person looks at. Of the account
 * only its bank and last four digits.
 */
export async function payeesOf({ payees }: ClaimState, accounts: Pick<AccountsStore, 'find'>) {
  const views = Object.entries(payees).map(async ([payeeClass, { personId, accountRef, holderMatch, shared }]) => {
    const account = await accounts.find(accountRef);
    const others =
      shared === undefined ? {} : { shared: { ...shared, text: text(shared.reason ? 'shared-account.allowed' : 'shared-account.held') } };
    if (!account) return { payeeClass, personId, holderMatch, ...others };
    const { bankCode, accountNumber, personName, inquiry } = account;
    return {
      payeeClass,
      personId,
      holderMatch,
      ...others,
      account: { bankCode, lastDigits: accountNumber.slice(-4), personName, ...namesIn(personName, inquiry) },
    };
  });
  return Promise.all(views);
}

/** How alike: of the name the officer typed and the one in the readiness file, the one that is less so. */
function namesIn(personName: string, inquiry: PayeeAccountDocument['inquiry']) {
  if (!inquiry) return {};
  const { holderName, declaredName } = inquiry;
  const names = declaredName === undefined ? [personName] : [personName, declaredName];
  const similarityBasisPoints = Math.min(...names.map((name) => matchHolder(name, holderName).similarityBasisPoints));
  return { holderName, ...(declaredName === undefined ? {} : { declaredName }), similarityBasisPoints };
}
