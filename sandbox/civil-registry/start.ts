import type { RegistryKind } from '#sandbox/registry/desk.ts';
import { type RegistryOptions, type RunningRegistry, startRegistry } from '#sandbox/registry/start.ts';
import { CivilPerson } from '#schemas/registry/civil.ts';
import { REGISTRY_PATHS } from '#schemas/registry/parts.ts';
import type { RegistryFault } from '#schemas/registry/sandbox.ts';
import { SEED_PEOPLE } from './seed-people.ts';

const CIVIL: RegistryKind<CivilPerson> = { path: REGISTRY_PATHS.civil, entry: CivilPerson, seed: SEED_PEOPLE, distort };

/** A civil registry with its own people. Two of them on one data file would write into each other's lines. */
export function startCivilRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  return startRegistry(CIVIL, options);
}

function distort(person: CivilPerson, fault: RegistryFault): CivilPerson {
  switch (fault) {
    case 'other-name':
      return { ...person, name: 'YULIANA TEFA CONTOH LAIN' };
    case 'other-birth-date':
      return { ...person, birthDate: oneYearOff(person.birthDate) };
    case 'not-dead':
      return { ...person, life: { alive: true } };
    case 'other-death-day':
      return person.life.alive ? person : { ...person, life: { ...person.life, diedOn: oneYearOff(person.life.diedOn) } };
    case 'no-relatives':
      return { ...person, relatives: [] };
    default:
      return person;
  }
}

/** The 28th, so that every year has the day. */
function oneYearOff<D extends string>(on: D): D {
  return `${Number(on.slice(0, 4)) - 1}${on.slice(4, 8)}28` as D;
}
