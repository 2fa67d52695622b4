import type { Holder } from '#domain/claim/parts.ts';
import type { PreparedFile } from '#domain/claim/readiness-found.ts';
import type { ReadinessDocument } from './readiness-store.ts';

/** Of a file what a claim of its participant begins with: no names, numbers or telephones. */
export function preparedOf({ _id, institutionId, branchId, file }: ReadinessDocument): PreparedFile {
  return {
    readinessFileId: _id,
    institutionId,
    branchId,
    memberships: file.memberships,
    people: file.family.map(({ name: _name, nik: _nik, phone: _phone, ...person }) => person),
    papers: file.papers.map(({ validUntil: _until, ...paper }) => paper),
    ...(file.wageBase === undefined ? {} : { wageBase: file.wageBase }),
  };
}

/** The reporter's own file before the earliest of another institution: whoever reports, the claim begins with what is known of the family. */
export function chooseFile(
  found: readonly ReadinessDocument[],
  reporter: string,
): { readonly file?: PreparedFile; readonly holders: readonly Holder[] } {
  const chosen = found.find(({ institutionId }) => institutionId === reporter) ?? found[0];
  if (!chosen) return { holders: [] };
  const holders = [chosen, ...found.filter((one) => one !== chosen)].map(({ institutionId, branchId }) => ({ institutionId, branchId }));
  const file = preparedOf(chosen);
  if (chosen.institutionId === reporter) return { file, holders };
  return { file: { ...file, papers: file.papers.map((paper) => ({ ...paper, from: chosen.institutionId })) }, holders };
}
