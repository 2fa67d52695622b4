import type { Membership } from '#domain/law/coverage/coverage-types.ts';
import type { JkmRules } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type EmployerLikeness, employerLikeness } from '#domain/people/names/employer.ts';

/**
 * The three-month test. `days90` needs no arithmetic here: coverage then counts membership in months of 30 days, and three of them are
 * 90 days. Told calendar months are taken as told.
 */
export function isPaidInFull(membership: Membership, rule: JkmRules['threeMonthRule'], switches: Switches): boolean {
  if (!rule) return true;
  if (switches['jkm.threeMonthSegments'] === 'bpuOnly' && membership.segment !== 'BPU') return true;
  const needed = monthsNeeded(rule.months, switches);
  const byContribution = membership.contributionMonths >= needed;
  const byMembership = switches['jkm.monthCounting'] === 'contributionMonths' ? byContribution : membership.membershipMonths >= needed;
  switch (switches['jkm.threeMonthTest']) {
    case 'bothMonths':
      return byMembership && byContribution;
    case 'membershipOnly':
      return byMembership;
    case 'contributionsOnly':
      return byContribution;
    default:
      return switches['jkm.threeMonthTest'] satisfies never;
  }
}

/** Inside the third month two are full: enough where that month itself counts. */
export function monthsNeeded(months: number, switches: Switches): number {
  return switches['jkm.insideThirdMonth'] === 'full' ? months - 1 : months;
}

/** Two employers of one segment that may be one: counted once until a person has looked. */
export type DoubtfulEmployers = { readonly one: string; readonly other: string };
export type JkmMemberships = {
  readonly counted: readonly Membership[];
  readonly full: boolean;
  readonly doubtful: readonly DoubtfulEmployers[];
};

/** `asTold`: letter by letter, as claims of the first edition were decided. */
export type EmployerReading = 'folded' | 'asTold';

/** The memberships JKM is paid for: several only where each qualifies in full, otherwise the best one. */
export function countedMemberships(
  payable: readonly Membership[],
  rule: JkmRules['threeMonthRule'],
  switches: Switches,
  employers: EmployerReading = 'folded',
): JkmMemberships {
  const rankOf = (membership: Membership): number =>
    (isPaidInFull(membership, rule, switches) ? 0 : 2) + (membership.status === 'active' ? 0 : 1);
  const ranked = [...payable].sort((left, right) => rankOf(left) - rankOf(right));
  const { kept, doubtful } = distinct(
    severalOf(
      ranked.filter((membership) => rankOf(membership) < 2),
      switches['jkm.doubleMembership'],
    ),
    employers,
  );
  const full = ranked.some((membership) => rankOf(membership) < 2);
  return { counted: kept.length > 1 ? kept : ranked.slice(0, 1), full, doubtful };
}

function severalOf(full: readonly Membership[], reading: Switches['jkm.doubleMembership']): readonly Membership[] {
  switch (reading) {
    case 'perEmployer':
      return full.filter(({ segment }) => segment === 'PU');
    case 'perMembership':
      return full;
    case 'once':
      return [];
    default:
      return reading satisfies never;
  }
}

/**
 * The same employment told twice is one membership; of two the better is kept. One that may be the same is not paid a second time on the
 * strength of a spelling.
 */
function distinct(
  ranked: readonly Membership[],
  reading: EmployerReading,
): { readonly kept: readonly Membership[]; readonly doubtful: readonly DoubtfulEmployers[] } {
  const kept: Membership[] = [];
  const doubtful: DoubtfulEmployers[] = [];
  for (const membership of ranked) {
    const others = kept.filter(({ segment }) => segment === membership.segment);
    const likenesses = others.map((other) => likenessOf(other, membership, reading));
    if (likenesses.includes('same')) continue;
    const alike = others[likenesses.indexOf('alike')];
    if (alike) doubtful.push({ one: alike.employer ?? '', other: membership.employer ?? '' });
    // Somebody without a named employer beside a named one: told apart as before, and asked about.
    if (!alike || isUnnamed(alike) || isUnnamed(membership)) kept.push(membership);
  }
  return { kept, doubtful };
}

function likenessOf(one: Membership, other: Membership, reading: EmployerReading): EmployerLikeness {
  const [left, right] = [one.employer ?? '', other.employer ?? ''];
  if (reading === 'folded') return employerLikeness(left, right);
  return left === right ? 'same' : 'different';
}

function isUnnamed({ employer = '' }: Membership): boolean {
  return employer.trim() === '';
}
