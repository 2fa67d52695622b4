import { isSameName } from '#domain/people/names/person-name.ts';

/** Why an account is the deceased's own: in that name at the bank, or registered as the participant's. */
export const DECEASED_SIGNS = ['name', 'number'] as const;
export type DeceasedSign = (typeof DECEASED_SIGNS)[number];

type Deceased = { readonly participantId: string; readonly name: string | undefined };
type Account = {
  readonly holderName: string | undefined;
  /** Under whom this number is, or was, registered with us. */
  readonly registeredFor: readonly string[];
};

/** Whose hands an account of the dead is in nobody knows: it receives nothing, whoever asks for it. */
export function signOfDeceased({ participantId, name }: Deceased, { holderName, registeredFor }: Account): DeceasedSign | undefined {
  if (registeredFor.includes(participantId)) return 'number';
  return name !== undefined && holderName !== undefined && isSameName(name, holderName) ? 'name' : undefined;
}
