import type { Membership } from '#domain/claim/parts.ts';
import { countedMemberships } from '#domain/law/benefit/jkm-memberships.ts';
import { isPayable } from '#domain/law/benefit/payable.ts';
import type { Membership as CountedMembership } from '#domain/law/coverage/coverage-types.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { choosePack, packsRead, switchesOf } from '#domain/law/rules/choose-pack.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import type { MembershipInput } from './coverage.ts';
import { asks, CLAIM_FILE, conclude, type Finding, fails, MEMBERSHIP_REGISTRY, passes, silence } from './findings.ts';

/** Months of membership and of contributions, and whether they are enough for the full JKM. Failing is no reason to reject: less is paid. */
export function checkContributions({ eventOn, told, registry, switches, programme }: MembershipInput & ProgrammeOf): CheckResult {
  if (registry.state !== 'found') {
    const why = registry.state === 'no-answer' ? silence(MEMBERSHIP_REGISTRY, registry.why) : notRegistered();
    const unproven = asks({ what: 'Masa kepesertaan menurut klaim', found: monthsOf(eventOn, told, switches), source: CLAIM_FILE });
    return conclude('contributions', [why, unproven]);
  }
  const months = {
    what: 'Masa kepesertaan dan iuran',
    found: monthsOf(eventOn, told, switches),
    expected: monthsOf(eventOn, registry.found, switches),
    source: `${CLAIM_FILE} dan ${MEMBERSHIP_REGISTRY}`,
  };
  const sameMonths = months.found === months.expected ? passes(months) : asks(months);
  return conclude('contributions', [sameMonths, ...threeMonthTest(eventOn, registry.found, switches, programme)]);
}

export type ProgrammeOf = { readonly programme: 'jkm' | 'jkk' | undefined };

function notRegistered(): Finding {
  return asks({ what: 'Kepesertaan', found: 'tidak terdaftar', source: MEMBERSHIP_REGISTRY });
}

function threeMonthTest(
  eventOn: Day,
  found: readonly Membership[],
  overrides: Partial<Switches>,
  programme: ProgrammeOf['programme'],
): readonly Finding[] {
  const { pack } = choosePack(eventOn, packsRead(overrides));
  const rule = pack.jkm.threeMonthRule;
  if (programme === 'jkk' || rule === undefined) return [];
  const switches = switchesOf(pack, overrides);
  const payable = membershipsOn(eventOn, found, overrides).memberships.filter((membership) => isPayable(membership, 'death', switches));
  if (payable.length === 0) return [];
  const { counted, full } = countedMemberships(payable, rule, switches);
  const evidence = {
    what: 'Syarat manfaat JKM penuh',
    found: counted.map(monthsText).join('; '),
    expected: `${rule.months} bulan`,
    source: cite(rule),
  };
  return [full ? passes(evidence) : fails({ ...evidence, what: 'Syarat manfaat JKM penuh belum terpenuhi, manfaat berkurang' })];
}

function monthsOf(eventOn: Day, memberships: readonly Membership[], switches: Partial<Switches>): string {
  const rows = membershipsOn(eventOn, memberships, switches).memberships.map((membership) => monthsText(membership));
  return rows.length === 0 ? 'tidak ada' : rows.sort().join('; ');
}

function monthsText({ segment, membershipMonths, contributionMonths }: CountedMembership): string {
  return `${segment}: ${membershipMonths} bulan peserta, ${contributionMonths} bulan iuran`;
}
