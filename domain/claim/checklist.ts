import { isAdult, isDivorcedSpouse } from '#domain/law/heirs/people.ts';
import { type Completeness, completeness, type MissingPaper } from '#domain/law/papers/completeness.ts';
import { isPaperId } from '#domain/law/papers/paper-ids.ts';
import { PAPERS_AFTER_ACCIDENT } from '#domain/law/papers/papers-after-accident.ts';
import { type RequiredPaper, requiredPapers } from '#domain/law/papers/required-papers.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { ClockContext } from './clocks.ts';
import type { ClaimPerson } from './parts.ts';
import type { ClaimState } from './state.ts';
import { MISSING_TERMS } from './terms.ts';

export type Checklist = Omit<Completeness, 'missing'> & { readonly missing: readonly (MissingPaper & { readonly label: string })[] };

/** Which papers this claim needs, which of them it has, and whose turn it is. Declared family decides until the heirs are resolved. */
export function checklistOf(claim: ClaimState, on: Day, switches: Partial<Switches>): Checklist {
  const rows = checklistRows(claim, switches).filter((row) => !claim.waived.some(({ paper }) => paper === row.paper));
  const present = claim.papers.flatMap(({ paper, obtainedOn, verdict }) =>
    isPaperId(paper) ? [{ id: paper, obtainedOn, verified: verdict }] : [],
  );
  const result = completeness(rows, present, on);
  const labels = new Map(rows.map((row) => [row.paper, row.label]));
  return { ...result, missing: result.missing.map((missing) => ({ ...missing, label: labels.get(missing.paper) ?? missing.paper })) };
}

/** Every row that applies to this claim, waived or not. */
export function checklistRows(claim: ClaimState, switches: Partial<Switches>): readonly RequiredPaper[] {
  const heirs = heirsOf(claim);
  const diedOn = deathDayOf(claim);
  const adults = heirs.filter((person) => isAdult(person, diedOn));
  const rows = requiredPapers(
    claimTypeOf(claim),
    {
      eventOn: diedOn,
      spouseClaims: heirs.some((person) => person.relation === 'spouse'),
      childClaims: heirs.some((person) => person.relation === 'child'),
      minorHeir: adults.length < heirs.length,
      minorNeedsCourtGuardian: heirs.length > 0 && adults.length === 0,
      adultHeirs: adults.length,
      heirByWill: heirs.some((person) => person.relation === 'willBeneficiary'),
      heirOutsideLegalOrder: heirs.some((person) => person.relation === 'other'),
      employed: claim.memberships.some((membership) => membership.segment === 'PU'),
      transportClaimed: (claim.injury?.transport ?? []).length > 0,
    },
    withSwitches(switches),
  );
  // Who died of an accident has papers of two days: those of the accident are older than the death, and rightly so.
  return claim.diedOn === undefined
    ? rows
    : rows.map((row) => (row.paper in PAPERS_AFTER_ACCIDENT ? { ...row, eventOn: claim.eventOn } : row));
}

/** Of the types the law knows; until triage a death is taken for JKM. */
export function claimTypeOf({ kind, programme }: Pick<ClaimState, 'kind' | 'programme'>): 'jkm-death' | 'jkk-death' | 'jkk-accident' {
  if (kind === 'accident') return 'jkk-accident';
  return programme === 'jkk' ? 'jkk-death' : 'jkm-death';
}

/** The day heirs and papers are judged on: of the death, and of an accident the accident's. */
export function deathDayOf({ diedOn, eventOn }: Pick<ClaimState, 'diedOn' | 'eventOn'>): Day {
  return diedOn ?? eventOn;
}

/** Named paper by paper, so that the sentence is already the list for the family. */
export function refuseIncomplete(claim: ClaimState, { at, calendar, switches }: ClockContext): Refusal | undefined {
  const { missing } = checklistOf(claim, toLocal(at, calendar.zone).day, switches);
  if (missing.length === 0) return undefined;
  const list = missing.map(({ label, reason }) => `${label} (${MISSING_TERMS[reason]})`).join(', ');
  return refuse('point-open', `Berkas belum lengkap: ${list}.`, 'Permenaker 1/2025 art. 79; rules.md section 6');
}

function heirsOf({ kind, people, heirs }: ClaimState): readonly ClaimPerson[] {
  if (kind === 'accident') return [];
  if (heirs) return people.filter((person) => heirs.heirs.includes(person.id));
  const closest = people.filter((person) => person.relation === 'spouse' || person.relation === 'child');
  return closest.filter((person) => person.alive && !isDivorcedSpouse(person));
}
