import type { Relation } from '#domain/law/heirs/classes.ts';
import type { HeirPerson, HeirsInput } from '#domain/law/heirs/people.ts';
import { day } from '#domain/time/calendar/day.ts';

export const ON = day('2026-05-11');
/** Eighteen on `ON`, and eighteen only the day after. */
export const ADULT_SINCE_TODAY = day('2008-05-11');
export const ADULT_TOMORROW = day('2008-05-12');

export function person(id: string, relation: Relation, more: Partial<HeirPerson> = {}): HeirPerson {
  return { id, relation, alive: true, ...more };
}

export function minor(id: string, relation: Relation = 'child'): HeirPerson {
  return person(id, relation, { birthDate: ADULT_TOMORROW });
}

export function family(people: readonly HeirPerson[], more: Partial<HeirsInput> = {}): HeirsInput {
  return { programme: 'jkm', on: ON, people, ...more };
}
