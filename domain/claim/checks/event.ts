import { InputError } from '#domain/input-error.ts';
import { choosePack } from '#domain/law/rules/choose-pack.ts';
import { type Day, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import {
  asks,
  CIVIL_REGISTRY,
  CLAIM_FILE,
  conclude,
  type Finding,
  fails,
  MEMBERSHIP_REGISTRY,
  passes,
  READINESS_FILE,
} from './findings.ts';
import type { CivilAnswer, MembershipAnswer } from './registry-answer.ts';

/** What one report says, with the day it came in where the claim is handled. */
export type ReportedDay = {
  readonly institutionId: string;
  readonly kind: 'death' | 'accident';
  readonly eventOn: Day;
  readonly reportedOn: Day;
  readonly agrees: boolean;
};

export type EventInput = {
  readonly kind: 'death' | 'accident';
  readonly eventOn: Day;
  /** Absent for an accident nobody died of. */
  readonly diedOn: Day | undefined;
  readonly today: Day;
  readonly reports: readonly ReportedDay[];
  /** As corrected by people, else of the file. */
  readonly birthDate: Day | undefined;
  readonly registry: MembershipAnswer;
  readonly civil: CivilAnswer;
};

const OLDEST_YEARS = 130;
const WHAT = { death: 'Hari meninggal', accident: 'Hari kecelakaan' } as const;

/** Can the event have been on that day, and do all who speak of it name the same? An impossible day is a finding, never a broken check. */
export function checkEvent(input: EventInput): CheckResult {
  return conclude('event', [
    ...notYet(input),
    ...inOrder(input),
    ...withinLife(input),
    ...withinMembership(input),
    ...differences(input),
    ...withinRules(input),
  ]);
}

/** Of a report before the event even the reporter cannot have known. */
function notYet({ kind, eventOn, diedOn, today, reports }: EventInput): readonly Finding[] {
  const last = diedOn ?? eventOn;
  const evidence = { what: WHAT[kind], found: last, expected: `tidak sesudah ${today}`, source: CLAIM_FILE };
  const early = reports
    .filter((report) => report.eventOn > report.reportedOn)
    .map((report) =>
      fails({
        what: `${WHAT[report.kind]} menurut laporan`,
        found: report.eventOn,
        expected: `tidak sesudah ${report.reportedOn}`,
        source: report.institutionId,
      }),
    );
  return [last > today ? fails(evidence) : passes(evidence), ...early];
}

function inOrder({ eventOn, diedOn }: EventInput): readonly Finding[] {
  if (diedOn === undefined || diedOn >= eventOn) return [];
  return [fails({ what: 'Hari meninggal', found: diedOn, expected: `tidak sebelum kecelakaan ${eventOn}`, source: CLAIM_FILE })];
}

function withinLife({ eventOn, birthDate, civil }: EventInput): readonly Finding[] {
  const stated = birthDate === undefined ? [] : [{ born: birthDate, source: READINESS_FILE }];
  const registered = civil.state === 'found' ? [{ born: civil.found.birthDate, source: CIVIL_REGISTRY }] : [];
  return [...stated, ...registered].map(({ born, source }) => {
    const evidence = { what: 'Lahir sebelum kejadian', found: `lahir ${born}, kejadian ${eventOn}`, source };
    if (born > eventOn) return fails(evidence);
    return fullMonthsBetween(born, eventOn) > OLDEST_YEARS * 12
      ? fails({ ...evidence, expected: `umur paling tinggi ${OLDEST_YEARS} tahun` })
      : passes(evidence);
  });
}

/** Whoever had died or been hurt before the first day of any membership was enrolled afterwards. */
function withinMembership({ eventOn, registry }: EventInput): readonly Finding[] {
  const [first] = registry.state === 'found' ? registry.found.map(({ memberSince }) => memberSince).sort() : [];
  if (first === undefined) return [];
  const evidence = { what: 'Peserta sebelum kejadian', found: `peserta sejak ${first}, kejadian ${eventOn}`, source: MEMBERSHIP_REGISTRY };
  return [first > eventOn ? fails(evidence, 'not-a-participant') : passes(evidence)];
}

/** Side by side; which of them is right two people settle with `correctEvent`. */
function differences({ kind, eventOn, diedOn, reports, civil }: EventInput): readonly Finding[] {
  const goesBy = diedOn ?? eventOn;
  const others = reports
    .filter(({ agrees }) => !agrees)
    .map((report) =>
      asks({
        what: `${WHAT[report.kind]} menurut laporan lain`,
        found: report.eventOn,
        expected: kind === report.kind ? goesBy : eventOn,
        source: report.institutionId,
      }),
    );
  const life = civil.state === 'found' ? civil.found.life : undefined;
  const differs = life !== undefined && !life.alive && diedOn !== undefined && life.diedOn !== diedOn;
  return differs ? [...others, asks({ what: 'Hari meninggal', found: goesBy, expected: life.diedOn, source: CIVIL_REGISTRY })] : others;
}

function withinRules({ eventOn }: EventInput): readonly Finding[] {
  try {
    choosePack(eventOn);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [asks({ what: 'Aturan pada hari kejadian', found: error.message, source: 'rules.md section 1' })];
  }
}
