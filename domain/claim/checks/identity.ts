import { NIK_WARNINGS, type NikWarning, parseNik } from '#domain/people/identity/nik.ts';
import { regencyCodeOf } from '#domain/people/identity/regions.ts';
import { asPercent, nameSimilarity } from '#domain/people/names/person-name.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import type { StatedPerson } from './collected.ts';
import { asks, CIVIL_REGISTRY, conclude, type Finding, fails, passes, READINESS_FILE, silence } from './findings.ts';
import type { CivilAnswer, CivilRecord } from './registry-answer.ts';
import { dayAgreement } from './similarity.ts';
import { thresholdsOn } from './thresholds.ts';

const SHAPE = 'rules.md section 8';
const WARNING_TERMS: Readonly<Record<NikWarning, string>> = {
  'unknown-province': 'kode provinsi tidak dikenal',
  'region-mismatch': 'kode wilayah lain dari alamat',
  'impossible-birth-date': 'tanggal lahir dalam NIK tidak mungkin',
  'birth-date-mismatch': 'tanggal lahir dalam NIK lain dari berkas',
  'sex-mismatch': 'jenis kelamin dalam NIK lain dari berkas',
  'zero-serial': 'nomor urut 0000',
};
/** What the registry's own record of name and birth date settles: NIK outlive corrections of both. */
const NOTHING_SETTLED: readonly NikWarning[] = ['zero-serial'];

export type IdentityInput = { readonly eventOn: Day; readonly participant: StatedPerson | undefined; readonly civil: CivilAnswer };

/** Is there such a person, and is it this one? */
export function checkIdentity({ eventOn, participant, civil }: IdentityInput): CheckResult {
  if (!participant) {
    const nothing = { what: 'Identitas peserta', found: 'NIK, nama dan tanggal lahir belum tersimpan', source: READINESS_FILE };
    return conclude('identity', [asks(nothing)]);
  }
  const { birthDate, sex, regency } = participant;
  const regencyCode = regency === undefined ? undefined : regencyCodeOf(regency);
  const parsed = parseNik(participant.nik, {
    birthDate,
    ...(sex === undefined ? {} : { sex }),
    ...(regencyCode === undefined ? {} : { regencyCode }),
  });
  if ('error' in parsed) {
    return conclude('identity', [fails({ what: 'Bentuk NIK', found: 'bukan 16 angka', expected: '16 angka', source: SHAPE })]);
  }
  const registered = civil.state === 'found' ? againstRegistry(participant, civil.found, eventOn) : [withoutRegistry(civil)];
  const settled = civil.state === 'found' && registered.every(({ verdict }) => verdict === 'pass');
  return conclude('identity', [...digitFindings(parsed.warnings, settled), ...registered]);
}

function digitFindings(warnings: readonly NikWarning[], settled: boolean): readonly Finding[] {
  if (warnings.length === 0) return [passes({ what: 'Susunan NIK', found: 'wajar', source: SHAPE })];
  return NIK_WARNINGS.filter((warning) => warnings.includes(warning)).map((warning) => {
    const evidence = { what: 'Susunan NIK', found: WARNING_TERMS[warning], source: SHAPE };
    return settled && !NOTHING_SETTLED.includes(warning) ? passes(evidence) : asks(evidence);
  });
}

function againstRegistry(stated: StatedPerson, record: CivilRecord, eventOn: Day): readonly Finding[] {
  return [nameFinding(stated.name, record.name, eventOn), birthFinding(stated.birthDate, record.birthDate)];
}

function nameFinding(stated: string, onRecord: string, eventOn: Day): Finding {
  const { otherName } = thresholdsOn(eventOn);
  const similarity = nameSimilarity(stated, onRecord);
  const evidence = {
    what: 'Nama dibanding catatan sipil',
    found: `${asPercent(similarity)} sama`,
    expected: '100%',
    source: CIVIL_REGISTRY,
  };
  if (similarity === 10_000) return passes(evidence);
  return similarity < otherName.basisPoints ? fails(evidence) : asks(evidence);
}

function birthFinding(stated: Day, onRecord: Day): Finding {
  const evidence = { what: 'Tanggal lahir', found: stated, expected: onRecord, source: CIVIL_REGISTRY };
  const agreement = dayAgreement(stated, onRecord);
  if (agreement === 'same') return passes(evidence);
  return agreement === 'near' ? asks(evidence) : fails(evidence);
}

function withoutRegistry(civil: Exclude<CivilAnswer, { state: 'found' }>): Finding {
  if (civil.state === 'no-answer') return silence(CIVIL_REGISTRY, civil.why);
  return asks({ what: 'NIK dalam catatan sipil', found: 'tidak tercatat', source: CIVIL_REGISTRY });
}
