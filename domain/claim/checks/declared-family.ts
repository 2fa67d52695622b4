import type { ClaimPerson } from '#domain/claim/parts.ts';
import { isDivorcedSpouse } from '#domain/law/heirs/people.ts';
import { nameSimilarity } from '#domain/people/names/person-name.ts';
import type { StatedRelative } from './collected.ts';
import { asks, CIVIL_REGISTRY, type Finding, fails, passes } from './findings.ts';
import type { CivilRelative } from './registry-answer.ts';
import { dayAgreement } from './similarity.ts';

type Declared = { readonly id: string; readonly person: ClaimPerson; readonly stated: StatedRelative | undefined };

/** Written differently by a clerk, still the same relative of the same relation. */
const SAME_RELATIVE = 8_000;

/** Husband, wife and children, as declared and as on record. A difference is a question: records of marriages and births lag in villages. */
export function declaredAgainstRegistry(
  people: readonly ClaimPerson[],
  family: readonly StatedRelative[],
  relatives: readonly CivilRelative[],
): readonly Finding[] {
  const declared = people
    .filter((person) => person.relation === 'spouse' || person.relation === 'child')
    .map((person): Declared => ({ id: person.id, person, stated: family.find(({ id }) => id === person.id) }));
  const unclaimed = new Set(relatives);
  const findings: Finding[] = [];
  for (const one of declared) {
    const record = [...unclaimed].find((candidate) => isSame(one, candidate));
    if (record) unclaimed.delete(record);
    const finding = judge(one, record);
    if (finding) findings.push(finding);
  }
  const living = [...unclaimed].filter(({ alive }) => alive);
  return [...findings, ...undeclared(living), ...(findings.length + living.length === 0 ? [agreement(declared.length)] : [])];
}

function judge({ id, person }: Declared, record: CivilRelative | undefined): Finding | undefined {
  if (!person.alive || isDivorcedSpouse(person)) return undefined;
  if (!record) return asks({ what: `${id} di catatan sipil`, found: 'tidak tercatat', source: CIVIL_REGISTRY });
  return record.alive
    ? undefined
    : fails({ what: `${id} di catatan sipil`, found: 'meninggal', expected: 'hidup', source: CIVIL_REGISTRY });
}

function undeclared(living: readonly CivilRelative[]): readonly Finding[] {
  return (['spouse', 'child'] as const).flatMap((relation) => {
    const count = living.filter((relative) => relative.relation === relation).length;
    if (count === 0) return [];
    const what = relation === 'spouse' ? 'Pasangan tercatat yang tidak dinyatakan' : 'Anak tercatat yang tidak dinyatakan';
    return [asks({ what, found: `${count} orang`, expected: '0 orang', source: CIVIL_REGISTRY })];
  });
}

function agreement(count: number): Finding {
  return passes({ what: 'Pasangan dan anak di catatan sipil', found: `${count} orang, sesuai`, source: CIVIL_REGISTRY });
}

function isSame({ person, stated }: Declared, record: CivilRelative): boolean {
  if (person.relation !== record.relation) return false;
  if (stated?.nik !== undefined) return stated.nik === record.nik;
  const born = dayAgreement(person.birthDate, record.birthDate);
  // Somebody named only after the file was made is known by birth date alone.
  if (!stated) return born === 'same';
  return born !== 'differs' && nameSimilarity(stated.name, record.name) >= SAME_RELATIVE;
}
