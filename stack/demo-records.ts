import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import type { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';
import type { CivilPerson } from '#schemas/registry/civil.ts';
import type { MembershipsOfPerson } from '#schemas/registry/membership.ts';

export type DemoRecords = { readonly civil: CivilPerson; readonly membership: MembershipsOfPerson };

/** A family as the sandbox registries know it: what it told the partner is true, and the death is on record. */
export function onRecord({ credit, death }: { readonly credit: CreditSignedV1; readonly death: DeathReportedV1 }): DemoRecords {
  const { participant, memberships, family } = credit;
  const { nik, name, birthDate } = participant;
  const relatives = family.flatMap((person, index) => {
    const { relation, birthDate: born } = person;
    if (born === undefined || (relation !== 'spouse' && relation !== 'child')) return [];
    return [
      { nik: person.nik ?? invented(nik, index + 1), relation, name: person.name.toUpperCase(), birthDate: born, alive: person.alive },
    ];
  });
  const life = { alive: false, diedOn: death.diedOn, certificateNumber: `AKTA-${death.reportId}` } as const;
  return {
    civil: { nik, name: name.toUpperCase(), birthDate, familyCardNumber: invented(nik, 99), life, relatives },
    membership: { nik, memberships: [...memberships] },
  };
}

/** Of province 00 like the participant's, so it is nobody's. */
function invented(nik: string, index: number): string {
  return `00${String(index).padStart(2, '0')}00${nik.slice(6)}`;
}
