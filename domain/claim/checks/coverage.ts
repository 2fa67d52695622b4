import type { Membership } from '#domain/claim/parts.ts';
import { reasonFor } from '#domain/law/benefit/payable.ts';
import type { CoverageStatus } from '#domain/law/coverage/coverage-types.ts';
import { asksForEmployer } from '#domain/law/coverage/employer-arrears.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { employerLikeness } from '#domain/people/names/employer.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import { asks, CLAIM_FILE, conclude, type Finding, fails, MEMBERSHIP_REGISTRY, passes, silence } from './findings.ts';
import type { MembershipAnswer } from './registry-answer.ts';

/** `told` is what the claim is calculated from; the registry says what is true. */
export type MembershipInput = {
  readonly eventOn: Day;
  readonly told: readonly Membership[];
  readonly registry: MembershipAnswer;
  readonly switches: Partial<Switches>;
};

const STATUS_TERMS: Readonly<Record<CoverageStatus, string>> = {
  active: 'aktif',
  arrears: 'menunggak',
  lapsed: 'gugur',
  notYet: 'belum peserta',
};

/** Was the participant covered on the day of the event? */
export function checkCoverage({ eventOn, told, registry, switches }: MembershipInput): CheckResult {
  if (registry.state === 'no-answer') {
    const unproven = asks({ what: `Kepesertaan ${eventOn} menurut klaim`, found: standing(eventOn, told, switches), source: CLAIM_FILE });
    return conclude('coverage', [silence(MEMBERSHIP_REGISTRY, registry.why), unproven, ...employers(told, CLAIM_FILE)]);
  }
  if (registry.state === 'not-found') {
    const evidence = { what: 'Kepesertaan', found: 'tidak terdaftar', source: MEMBERSHIP_REGISTRY };
    return conclude('coverage', [fails(evidence, 'not-a-participant')]);
  }
  const { found } = registry;
  // Benefits are calculated from what the claim was told: its spellings count too.
  const spellings = [...employers(found, MEMBERSHIP_REGISTRY), ...employers(told, CLAIM_FILE)];
  return conclude('coverage', [covered(eventOn, found, switches), sameMemberships(told, found), ...spellings]);
}

function covered(eventOn: Day, found: readonly Membership[], switches: Partial<Switches>): Finding {
  const { memberships } = membershipsOn(eventOn, found, switches);
  const evidence = {
    what: `Kepesertaan pada ${eventOn}`,
    found: standing(eventOn, found, switches),
    expected: 'aktif',
    source: MEMBERSHIP_REGISTRY,
  };
  const isCovered = memberships.some(({ status }) => status === 'active' || status === 'arrears');
  if (isCovered) return passes(evidence);
  const reading = withSwitches(switches);
  const isAsked = memberships.some(({ segment, status }, index) => asksForEmployer({ ...found[index], segment }, status, reading));
  // The employer did not pay: whether the wage earner loses the right with it is for the legal desk, no machine proposes it.
  return isAsked
    ? asks({ ...evidence, found: `${evidence.found}; iuran terutang pemberi kerja` })
    : fails(evidence, reasonFor(memberships));
}

/** The same employer written twice, or two? One answer is worth a whole benefit more than the other. */
function employers(found: readonly Membership[], source: string): readonly Finding[] {
  const waged = found.filter(({ segment }) => segment === 'PU');
  return waged.flatMap((one, index) =>
    waged.slice(index + 1).flatMap((other): Finding[] => {
      const [left, right] = [one.employer ?? '', other.employer ?? ''];
      if (left === right) return [];
      const evidence = { what: 'Pemberi kerja dua kepesertaan', found: `${named(left)} dan ${named(right)}`, source };
      const likeness = employerLikeness(left, right);
      if (likeness === 'alike') return [asks({ ...evidence, expected: 'jelas sama atau jelas berbeda' })];
      return likeness === 'same' ? [passes({ ...evidence, found: `${evidence.found}: sama` })] : [];
    }),
  );
}

function named(employer: string): string {
  return employer.trim() === '' ? '(tidak disebut)' : `"${employer}"`;
}

/** Benefits are calculated from what the claim was told, so a difference is somebody's to settle before. */
function sameMemberships(told: readonly Membership[], found: readonly Membership[]): Finding {
  const evidence = {
    what: 'Kepesertaan di klaim',
    found: listed(told),
    expected: listed(found),
    source: `${CLAIM_FILE} dan ${MEMBERSHIP_REGISTRY}`,
  };
  return evidence.found === evidence.expected ? passes(evidence) : asks(evidence);
}

/** Without the membership's number: it leads to a person. */
function listed(memberships: readonly Membership[]): string {
  const rows = memberships.map(({ segment, memberSince, lapsedUntilRejoined }) => {
    const again = lapsedUntilRejoined === undefined ? '' : `, kembali ${lapsedUntilRejoined}`;
    return `${segment} sejak ${memberSince}${again}`;
  });
  return rows.length === 0 ? 'tidak ada' : rows.sort().join('; ');
}

function standing(eventOn: Day, memberships: readonly Membership[], switches: Partial<Switches>): string {
  const statuses = membershipsOn(eventOn, memberships, switches).memberships;
  return statuses.map(({ segment, status }) => `${segment} ${STATUS_TERMS[status]}`).join(', ') || 'tidak ada';
}
