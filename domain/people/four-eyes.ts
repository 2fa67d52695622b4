import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Role } from './actor.ts';

export const FOUR_EYES = 'design.md section 3: four eyes';

type Person = { readonly id: string; readonly role: Role };

/** One of the two is somebody who decides. */
const SENIOR: readonly Role[] = ['approver', 'supervisor'];

/** Issuers tell the same person in capitals, or with a space: that makes no second one. */
export function isSamePerson(first: string, second: string): boolean {
  return first === second || personIdOf(first) === personIdOf(second);
}

/** An issuer's name for a person, as everything that compares people takes it. */
export function personIdOf(subject: string): string {
  return subject.trim().toLowerCase();
}

/** Undefined when somebody else than the one who proposed it says the same. */
export function refuseSamePerson(first: Pick<Person, 'id'>, second: Pick<Person, 'id'>, rule = FOUR_EYES): Refusal | undefined {
  return isSamePerson(first.id, second.id)
    ? refuse('maker-is-checker', 'Anda yang mengusulkannya. Orang kedua memutuskan.', rule)
    : undefined;
}

/** Undefined when the two together may decide: two people, one of whom decides by role. */
export function refuseSecondPerson(first: Person, second: Person): Refusal | undefined {
  const same = refuseSamePerson(first, second);
  if (same || [first.role, second.role].some((role) => SENIOR.includes(role))) return same;
  return refuse('not-your-role', 'Salah satu dari keduanya harus pemeriksa kedua atau penyelia.', FOUR_EYES);
}
