import { InputError } from '#domain/input-error.ts';
import type { HeirsInput } from './people.ts';

type Mention = readonly [field: string, id: string | undefined];

/** Throws an InputError: a partner institution is refused before anything else is looked at. */
export function checkHeirsInput(input: HeirsInput): void {
  refusePartners(input);
  refuseRepeatedIds(input);
  refuseUnknownIds(input);
}

function refusePartners(input: HeirsInput): void {
  const partners = new Set(input.people.filter((person) => person.isPartnerInstitution).map((person) => person.id));
  const mentions: Mention[] = [
    ['powerOfAttorneyTo', input.powerOfAttorneyTo],
    ...guardians(input).map(([minor, guardian]): Mention => [`guardianOf.${minor}.id`, guardian.id]),
    ['arrangedFuneral', input.arrangedFuneral],
    ...input.people.map((person, index): Mention => [`people.${index}`, person.id]),
  ];
  const found = mentions.find(([, id]) => id !== undefined && partners.has(id));
  if (found) throw new InputError('payee-is-partner', found[0], 'Lembaga mitra tidak boleh menerima santunan.');
}

function refuseRepeatedIds({ people }: HeirsInput): void {
  const seen = new Set<string>();
  people.forEach((person, index) => {
    if (seen.has(person.id)) throw new InputError('invalid-input', `people.${index}.id`, `Id ${person.id} dipakai dua kali.`);
    seen.add(person.id);
  });
}

function refuseUnknownIds(input: HeirsInput): void {
  const known = new Set(input.people.map((person) => person.id));
  const listed = guardians(input);
  const unknownMinor = listed.find(([minor]) => !known.has(minor));
  if (unknownMinor) {
    throw new InputError('invalid-input', `guardianOf.${unknownMinor[0]}`, `Tidak ada orang dengan id ${unknownMinor[0]} dalam people.`);
  }
  const attorney = input.powerOfAttorneyTo;
  if (attorney !== undefined && !known.has(attorney) && !listed.some(([, guardian]) => guardian.id === attorney)) {
    throw new InputError('invalid-input', 'powerOfAttorneyTo', `Tidak ada orang dengan id ${attorney} dalam people.`);
  }
}

function guardians({ guardianOf = {} }: HeirsInput) {
  return Object.entries(guardianOf);
}
