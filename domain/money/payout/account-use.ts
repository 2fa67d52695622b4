import type { PayeeClass } from '#domain/law/benefit/lines.ts';

/** Of a line that was stopped before the bank, because another family is paid on the same account and no two people allowed it. */
export const ACCOUNT_SHARED = 'account-shared';

/** Payees who are a family; the fund and hospitals share their accounts with everybody by right. */
export const FAMILY_PAYEES = ['heirs', 'participant', 'funeralArranger'] as const satisfies readonly PayeeClass[];

/** A family whose money went, or is going, to an account. `familyId`: the participant it is paid for. */
export type AccountUse = { readonly familyId: string; readonly claimId: string; readonly payoutId: string };

/** What was found when somebody confirmed an account: other families' claims on it, and, where it is right all the same, why. */
export type SharedAccount = { readonly claims: readonly string[]; readonly reason?: string };

export function isFamily(payeeClass: PayeeClass): boolean {
  return (FAMILY_PAYEES as readonly PayeeClass[]).includes(payeeClass);
}

/** Other families on the account that nobody allowed beside this one: while there is any, nothing is sent. */
export function foreignUses(uses: readonly AccountUse[], familyId: string, allowed: readonly string[]): readonly AccountUse[] {
  return uses.filter((use) => use.familyId !== familyId && !allowed.includes(use.claimId));
}

/** For the order: the claims whose families two people allowed on the same account, one by the reason he wrote, one by his approval. */
export function sharingAllowed(shared: SharedAccount | undefined): { readonly mayShareWith?: readonly string[] } {
  return shared?.reason === undefined ? {} : { mayShareWith: shared.claims };
}
