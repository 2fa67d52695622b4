import type { PreparedFile } from '#domain/claim/readiness-found.ts';
import type { ReadinessDocument } from './readiness-store.ts';

/** Of a file what a claim of its institution begins with: no names, numbers or telephones. */
export function preparedOf({ _id, institutionId, file }: ReadinessDocument): PreparedFile {
  return {
    readinessFileId: _id,
    institutionId,
    memberships: file.memberships,
    people: file.family.map(({ name: _name, nik: _nik, phone: _phone, ...person }) => person),
    papers: file.papers.map(({ validUntil: _until, ...paper }) => paper),
    ...(file.wageBase === undefined ? {} : { wageBase: file.wageBase }),
  };
}
