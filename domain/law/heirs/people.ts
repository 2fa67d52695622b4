import { type Day, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import { ADULT_AT_YEARS, HEIR_CLASSES, type HeirClass, type HeirNeed, type Programme, type Relation } from './classes.ts';

export type HeirPerson = {
  readonly id: string;
  /** To the deceased. */
  readonly relation: Relation;
  readonly alive: boolean;
  readonly birthDate?: Day;
  readonly divorced?: boolean;
  readonly willByNotary?: boolean;
  readonly courtDetermination?: boolean;
  readonly isPartnerInstitution?: boolean;
};

export type Guardian = { readonly id: string; readonly courtAppointed: boolean };

export type HeirsInput = {
  readonly programme: Programme;
  readonly on: Day;
  readonly people: readonly HeirPerson[];
  readonly powerOfAttorneyTo?: string;
  /** By the minor's id. A guardian need not be one of `people`. */
  readonly guardianOf?: Readonly<Record<string, Guardian>>;
  readonly dispute?: boolean;
  /** Need not be one of `people`. */
  readonly arrangedFuneral?: string;
};

/** `stranger`: a divorced parent does not act for the child, as claims of the first edition were decided. */
export type HeirsReading = { readonly divorcedParent?: 'acts' | 'stranger' };

export type Settlement = { readonly class: HeirClass; readonly heirs: readonly HeirPerson[] };
export type PayeeChoice = { readonly payee: string | null; readonly needs: readonly HeirNeed[] };

/** Without a birth date on record a person counts as adult: spouses, parents and siblings are rarely asked for one. */
export function isAdult(person: HeirPerson, on: Day): boolean {
  return person.birthDate === undefined || fullMonthsBetween(person.birthDate, on) >= ADULT_AT_YEARS * 12;
}

/** Living adults. Whoever is not among `people` is taken as such: nothing is known against them. */
export function canReceive(id: string, { people, on }: HeirsInput): boolean {
  const person = people.find((candidate) => candidate.id === id);
  return person === undefined || (person.alive && isAdult(person, on));
}

export function isDivorcedSpouse(person: HeirPerson): boolean {
  return person.relation === 'spouse' && person.divorced === true;
}

/** Somebody from outside who only arranged the funeral claims its cost, not an inheritance. */
function claimsOnlyFuneral(person: HeirPerson, arrangedFuneral: string | undefined): boolean {
  return person.relation === 'other' && person.courtDetermination !== true && person.id === arrangedFuneral;
}

export function membersOf(heirClass: keyof typeof HEIR_CLASSES, { people, arrangedFuneral }: HeirsInput): HeirPerson[] {
  const { relations } = HEIR_CLASSES[heirClass];
  return people.filter(
    (person) =>
      person.alive && relations.includes(person.relation) && !isDivorcedSpouse(person) && !claimsOnlyFuneral(person, arrangedFuneral),
  );
}
