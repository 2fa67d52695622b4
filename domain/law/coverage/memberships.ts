import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { coverageOn } from './coverage.ts';
import { COVERAGE_CONDITIONS, type Coverage, type CoverageCondition, type Membership, type MembershipRecord } from './coverage-types.ts';

export type RecordedMembership = MembershipRecord & { readonly employer?: string };

export type MembershipsOnDay = {
  /** In the order of the records, as `calculateBenefits` takes them. */
  readonly memberships: readonly Membership[];
  readonly coverages: readonly Coverage[];
  readonly conditions: readonly CoverageCondition[];
  /** More than one membership covers the day. */
  readonly double: boolean;
};

/** Every membership of one person on one day. */
export function membershipsOn(
  on: Day,
  records: readonly RecordedMembership[],
  switches: Partial<Switches> = {},
  packs: readonly RulePack[] = ALL_PACKS,
): MembershipsOnDay {
  const coverages = records.map((record) => coverageOn({ ...record, on, switches }, packs));
  const memberships = records.map(({ segment, employer }, index): Membership => {
    const { status, membershipMonths, contributionMonths } = coverages[index] as Coverage;
    return { segment, ...(employer === undefined ? {} : { employer }), status, membershipMonths, contributionMonths };
  });
  return {
    memberships,
    coverages,
    conditions: COVERAGE_CONDITIONS.filter((condition) => coverages.some((coverage) => coverage.conditions.includes(condition))),
    double: memberships.filter(({ status }) => status === 'active' || status === 'arrears').length > 1,
  };
}
