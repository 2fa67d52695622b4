import { addMonths, type Day } from '../calendar/day.ts';
import { type Completeness, completeness, type MissingPaper } from '../papers/completeness.ts';
import { isPaperId } from '../papers/paper-ids.ts';
import { requiredPapers } from '../papers/required-papers.ts';
import { type Switches, withSwitches } from '../rules/switches.ts';
import type { ClaimState } from './state.ts';

const ADULT_MONTHS = 18 * 12;

export type Checklist = Omit<Completeness, 'missing'> & { readonly missing: readonly (MissingPaper & { readonly label: string })[] };

/** Which papers this claim needs, which of them it has, and whose turn it is. Declared family decides until the heirs are resolved. */
export function checklistOf(claim: ClaimState, on: Day, switches: Partial<Switches>): Checklist {
  const living = claim.people.filter((person) => person.alive);
  const isHeir = (id: string): boolean => claim.heirs === undefined || claim.heirs.heirs.includes(id);
  const heirs = living.filter((person) => isHeir(person.id) && (person.relation === 'spouse' || person.relation === 'child'));
  const isMinor = (birthDate: Day | undefined): boolean => birthDate !== undefined && addMonths(birthDate, ADULT_MONTHS) > claim.eventOn;
  const rows = requiredPapers(
    claim.programme === 'jkk' ? 'jkk-death' : 'jkm-death',
    {
      eventOn: claim.eventOn,
      spouseClaims: heirs.some((person) => person.relation === 'spouse' && person.divorced !== true),
      childClaims: heirs.some((person) => person.relation === 'child'),
      minorHeir: heirs.some((person) => isMinor(person.birthDate)),
      adultHeirs: heirs.filter((person) => person.divorced !== true && !isMinor(person.birthDate)).length,
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
