import type { RegistryKind } from '#sandbox/registry/desk.ts';
import { type RegistryOptions, type RunningRegistry, startRegistry } from '#sandbox/registry/start.ts';
import { MembershipsOfPerson } from '#schemas/registry/membership.ts';
import { REGISTRY_PATHS } from '#schemas/registry/parts.ts';
import type { RegistryFault } from '#schemas/registry/sandbox.ts';
import { SEED_MEMBERSHIPS } from './seed-memberships.ts';

const MEMBERSHIPS: RegistryKind<MembershipsOfPerson> = {
  path: REGISTRY_PATHS.membership,
  entry: MembershipsOfPerson,
  seed: SEED_MEMBERSHIPS,
  distort,
};

/** A membership registry with its own records. Two of them on one data file would write into each other's lines. */
export function startMembershipRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  return startRegistry(MEMBERSHIPS, options);
}

const MONTHS_LOST = 2;

function distort(person: MembershipsOfPerson, fault: RegistryFault): MembershipsOfPerson {
  const memberships = person.memberships.map((membership) => {
    switch (fault) {
      case 'months-missing':
        return { ...membership, paidMonths: membership.paidMonths.slice(0, -MONTHS_LOST) };
      case 'other-beginning':
        return { ...membership, memberSince: nextYear(membership.memberSince) };
      case 'payer-unpaid':
        return { ...membership, payerUnpaid: true };
      default:
        return membership;
    }
  });
  return { ...person, memberships };
}

/** The 28th, so that every year has the day. */
function nextYear<D extends string>(on: D): D {
  return `${Number(on.slice(0, 4)) + 1}${on.slice(4, 8)}28` as D;
}
