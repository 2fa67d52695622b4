import type { Membership } from '../coverage/coverage-types.ts';
import type { JkmRules } from '../rules/pack.ts';
import type { Switches } from '../rules/switches.ts';

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

export type JkmMemberships = { readonly counted: readonly Membership[]; readonly full: boolean };

/** The memberships JKM is paid for: several only where each qualifies in full, otherwise the best one. */
export function countedMemberships(payable: readonly Membership[], rule: JkmRules['threeMonthRule'], switches: Switches): JkmMemberships {
  const rankOf = (membership: Membership): number =>
    (isPaidInFull(membership, rule, switches) ? 0 : 2) + (membership.status === 'active' ? 0 : 1);
  const ranked = [...payable].sort((left, right) => rankOf(left) - rankOf(right));
  const full = distinct(ranked.filter((membership) => rankOf(membership) < 2));
  const several = severalOf(full, switches['jkm.doubleMembership']);
  return { counted: several.length > 1 ? several : ranked.slice(0, 1), full: full.length > 0 };
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

/** The same employment told twice is one membership; of the two the better is kept. */
function distinct(ranked: readonly Membership[]): readonly Membership[] {
  const seen = new Set<string>();
  return ranked.filter(({ segment, employer = '' }) => {
    const key = `${segment}:${employer}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
