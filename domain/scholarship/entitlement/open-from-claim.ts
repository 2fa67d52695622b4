import type { Fact } from '#domain/claim/facts.ts';
import { keeperOf } from '#domain/claim/parties.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { ALL_PACKS, choosePack, packsRead } from '#domain/law/rules/choose-pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { isSamePerson } from '#domain/people/four-eyes.ts';
import { selectChildren } from '#domain/scholarship/entitled-children.ts';
import type { ScholarshipChild, ScholarshipRight } from '#domain/scholarship/scholarship-input.ts';
import { openTerms } from '#domain/scholarship/terms.ts';
import type { Opening } from './facts.ts';
import type { ScholarshipPayee } from './parts.ts';

export type NoScholarship = 'event-does-not-qualify' | 'contributions-under-3-years' | 'no-child';
export type Openings = {
  readonly openings: readonly Opening[];
  /** Why there is none. */
  readonly why?: NoScholarship;
  /** Children nobody can judge, because no birth date is on record; an officer has to add it. */
  readonly withoutBirthDate: readonly string[];
};

/** Which children of an approved claim have a scholarship: at most two, in legal order, chosen on the day of the event, once. */
export function openingsOf(claim: ClaimState, switches: Partial<Switches> = {}): Openings {
  const children = claim.people.filter(({ relation, alive }) => relation === 'child' && alive);
  const withoutBirthDate = children.filter(({ birthDate }) => birthDate === undefined).map(({ id }) => id);
  const none = (why: NoScholarship): Openings => ({ openings: [], why, withoutBirthDate });
  const programme = programmeOf(claim);
  if (!programme) return none('event-does-not-qualify');
  const right: ScholarshipRight = {
    programme,
    eventOn: claim.eventOn,
    contributionMonths: contributionsOf(claim, switches),
    children: children.flatMap(({ id, birthDate }, index): ScholarshipChild[] =>
      birthDate === undefined ? [] : [{ id, birthDate, declaredOrder: index + 1, schooling: [] }],
    ),
    switches,
  };
  const terms = openTerms(right, ALL_PACKS);
  const needed = terms.rules.jkmMinimumContributionMonths.count;
  if (programme === 'jkm' && right.contributionMonths < needed) return none('contributions-under-3-years');
  const { covered } = selectChildren(terms);
  const openings = right.children.filter(({ id }) => covered.includes(id)).map((child) => openingOf(claim, right, child));
  return openings.length === 0 ? none('no-child') : { openings, withoutBirthDate };
}

/** A death, or an accident that left the participant totally disabled. */
function programmeOf({ kind, programme, injury }: ClaimState): 'jkm' | 'jkk' | undefined {
  if (kind === 'death') return programme ?? 'jkm';
  return injury?.disability?.kind === 'total' ? 'jkk' : undefined;
}

/** Of several memberships the longest: the months of one employer are not those of another. */
function contributionsOf({ eventOn, memberships }: ClaimState, switches: Partial<Switches>): number {
  const told = membershipsOn(eventOn, memberships, switches).memberships;
  return Math.max(0, ...told.map(({ contributionMonths }) => contributionMonths));
}

function openingOf(
  claim: ClaimState,
  { programme, contributionMonths, switches = {} }: ScholarshipRight,
  child: ScholarshipChild,
): Opening {
  const { claimId, eventOn, submitters } = claim;
  const { pack } = choosePack(eventOn, packsRead(switches));
  const payee = payeeOf(claim);
  return {
    claimId,
    childId: child.id,
    birthDate: child.birthDate,
    programme,
    eventOn,
    contributionMonths,
    pack: { id: pack.id, version: pack.version },
    switches,
    // Not whoever happened to report: who prepared for the family knows the children.
    ...keeperOf(claim),
    submitters,
    ...(payee ? { payee } : {}),
  };
}

/** A parent whose account the claim has confirmed under four eyes has the care of the child until somebody says otherwise. */
function payeeOf({ kind, payees, points, people }: ClaimState): ScholarshipPayee | undefined {
  const confirmed = kind === 'death' ? payees.heirs : payees.participant;
  const checker = points.payee?.verdict === 'approved' ? points.payee.checker : undefined;
  const isParent = kind === 'accident' || people.some(({ id, relation }) => id === confirmed?.personId && relation === 'spouse');
  if (!confirmed || !checker || !isParent || isSamePerson(checker.id, confirmed.maker)) return undefined;
  const { personId, accountRef, maker, shared } = confirmed;
  return { guardianId: personId, accountRef, maker, checker: checker.id, ...(shared === undefined ? {} : { shared }) };
}

/** The approval is the cause: approved again after an appeal it finds them open. */
export function approvalCause({ claimId, generation }: Pick<ClaimState, 'claimId' | 'generation'>): Fact['cause'] {
  return `approved:${claimId}:${generation}`;
}
