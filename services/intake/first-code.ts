import type { FamilyCodesStore } from '#adapters/mongo/family-codes-store.ts';
import { CONTACT, issueFamilyCode } from '#adapters/mongo/issue-family-code.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { familyCodeMessage } from '#locales/family-code-message.ts';

export type FamilyCodeDeps = {
  readonly familyCodes: Pick<FamilyCodesStore, 'issueFirst' | 'ofClaim'>;
  /** Where the family opens its page. */
  readonly publicUrl: string;
  readonly now: () => Instant;
};

/**
 * At the first report, whoever repeats it: the contact whose telephone is known hears of the claim without having to ask. A claim that is not
 * on record has no code yet but this one, whose id makes it one.
 */
export async function issueFirstCode(
  { familyCodes, publicUrl, now }: FamilyCodeDeps,
  claimId: string,
  contact: { readonly name: string; readonly phone?: string },
  isOnRecord: boolean,
): Promise<void> {
  if (contact.phone === undefined || (isOnRecord && (await familyCodes.ofClaim(claimId)).length > 0)) return;
  const { id, role } = SYSTEM_ACTOR;
  const person = { personId: CONTACT, personName: contact.name, phone: contact.phone };
  const toText = (claim: string, code: string): string => familyCodeMessage(claim, code, publicUrl);
  await issueFamilyCode(familyCodes.issueFirst, { id: `${claimId}:first`, claimId, person, by: { id, role }, at: now(), toText });
}
