import type { Day } from '../calendar/day.ts';
import { toLocal } from '../calendar/zone.ts';
import { isAdult, isDivorcedSpouse } from '../heirs/people.ts';
import { type Completeness, completeness, type MissingPaper } from '../papers/completeness.ts';
import { isPaperId } from '../papers/paper-ids.ts';
import { requiredPapers } from '../papers/required-papers.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Switches, withSwitches } from '../rules/switches.ts';
import type { ClockContext } from './clocks.ts';
import type { ClaimPerson } from './parts.ts';
import type { ClaimState } from './state.ts';
import { MISSING_TERMS } from './terms.ts';

export type Checklist = Omit<Completeness, 'missing'> & { readonly missing: readonly (MissingPaper & { readonly label: string })[] };

/** Which papers this claim needs, which of them it has, and whose turn it is. Declared family decides until the heirs are resolved. */
export function checklistOf(claim: ClaimState, on: Day, switches: Partial<Switches>): Checklist {
  const heirs = heirsOf(claim);
  const adults = heirs.filter((person) => isAdult(person, claim.eventOn));
  const rows = requiredPapers(
    claim.programme === 'jkk' ? 'jkk-death' : 'jkm-death',
    {
      eventOn: claim.eventOn,
      spouseClaims: heirs.some((person) => person.relation === 'spouse'),
      childClaims: heirs.some((person) => person.relation === 'child'),
      minorHeir: adults.length < heirs.length,
      minorNeedsCourtGuardian: heirs.length > 0 && adults.length === 0,
      adultHeirs: adults.length,
      heirByWill: heirs.some((person) => person.relation === 'willBeneficiary'),
      heirOutsideLegalOrder: heirs.some((person) => person.relation === 'other'),
      employed: claim.memberships.some((membership) => membership.segment === 'PU'),
    },
    withSwitches(switches),
  );
  const present = claim.papers.flatMap(({ paper, obtainedOn, verdict }) =>
    isPaperId(paper) ? [{ id: paper, obtainedOn, verified: verdict }] : [],
  );
  const result = completeness(rows, present, on);
  const labels = new Map(rows.map((row) => [row.paper, row.label]));
  return { ...result, missing: result.missing.map((missing) => ({ ...missing, label: labels.get(missing.paper) ?? missing.paper })) };
}

/** Named paper by paper, so that the sentence is already the list for the family. */
export function refuseIncomplete(claim: ClaimState, { at, calendar, switches }: ClockContext): Refusal | undefined {
  const { missing } = checklistOf(claim, toLocal(at, calendar.zone).day, switches);
  if (missing.length === 0) return undefined;
  const list = missing.map(({ label, reason }) => `${label} (${MISSING_TERMS[reason]})`).join(', ');
  return refuse('point-open', `Berkas belum lengkap: ${list}.`, 'Permenaker 1/2025 art. 79; rules.md section 6');
}

function heirsOf({ people, heirs }: ClaimState): readonly ClaimPerson[] {
  if (heirs) return people.filter((person) => heirs.heirs.includes(person.id));
  const closest = people.filter((person) => person.relation === 'spouse' || person.relation === 'child');
  return closest.filter((person) => person.alive && !isDivorcedSpouse(person));
}
