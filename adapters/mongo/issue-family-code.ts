import { newFamilyCode, shownCode } from '#adapters/identity/family-code.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { FamilyCodesStore } from './family-codes-store.ts';

/** Whom the report names for the family; not a person of any file. */
export const CONTACT = 'kontak';

type Person = { readonly personId: string; readonly personName: string; readonly phone?: string };
type Wish = {
  readonly id: string;
  readonly claimId: string;
  readonly person: Person;
  readonly by: ActorRef;
  readonly at: Instant;
  /** The message for the telephone, where there is one. */
  readonly toText: (claimId: string, shown: string) => string;
};

/** As it is shown; undefined when it was issued before under this id. With a telephone its message waits to be sent, in the same document. */
export async function issueFamilyCode(issue: FamilyCodesStore['issue'], wish: Wish): Promise<string | undefined> {
  const { id, claimId, by, at, person, toText } = wish;
  const { personId, personName, phone } = person;
  const code = newFamilyCode();
  const shown = shownCode(code);
  const message = phone && { state: 'pending' as const, to: phone, text: toText(claimId, shown), tries: 0, at };
  const row = { _id: id, claimId, personId, personName, code, issuedAt: at, issuedBy: by, ...(message ? { message } : {}) };
  return (await issue(row)) ? shown : undefined;
}
