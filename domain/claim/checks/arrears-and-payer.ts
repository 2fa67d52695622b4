import type { Membership } from '#domain/claim/parts.ts';
import { CONDITION_TERMS } from '#domain/claim/terms.ts';
import { asksForEmployer } from '#domain/law/coverage/employer-arrears.ts';
import { type MembershipsOnDay, membershipsOn } from '#domain/law/coverage/memberships.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import type { MembershipInput } from './coverage.ts';
import { asks, CLAIM_FILE, conclude, type Finding, fails, MEMBERSHIP_REGISTRY, passes, silence } from './findings.ts';

const PAYER_TERMS = { self: 'peserta sendiri', employer: 'pemberi kerja', government: 'pemerintah' } as const;

/** What is owed before money may leave, and by whom. It holds a claim and rejects none. */
export function checkArrearsAndPayer({ eventOn, told, registry, switches }: MembershipInput): CheckResult {
  if (registry.state === 'no-answer') {
    return conclude('arrears-and-payer', [silence(MEMBERSHIP_REGISTRY, registry.why), owedByClaim(eventOn, told, switches)]);
  }
  if (registry.state === 'not-found') {
    return conclude('arrears-and-payer', [asks({ what: 'Iuran', found: 'tidak terdaftar', source: MEMBERSHIP_REGISTRY })]);
  }
  const { found } = registry;
  const covered = membershipsOn(eventOn, found, switches);
  return conclude('arrears-and-payer', [...conditions(covered), unpaidMonths(covered, found, switches), payers(told, found)]);
}

function owedByClaim(eventOn: Day, told: readonly Membership[], switches: Partial<Switches>): Finding {
  return asks({ what: 'Tunggakan menurut klaim', found: owed(membershipsOn(eventOn, told, switches)), source: CLAIM_FILE });
}

function conditions({ conditions: unmet }: MembershipsOnDay): readonly Finding[] {
  return unmet.map((condition) =>
    fails({ what: 'Syarat sebelum pembayaran', found: CONDITION_TERMS[condition], source: MEMBERSHIP_REGISTRY }),
  );
}

/** Arrears of a membership that lapsed are the coverage check's; here they are only shown. */
function unpaidMonths(covered: MembershipsOnDay, found: readonly Membership[], switches: Partial<Switches>): Finding {
  const evidence = { what: 'Bulan belum dibayar', found: owed(covered), expected: '0', source: MEMBERSHIP_REGISTRY };
  const lapsed = covered.memberships.length > 0 && covered.memberships.every(({ status }) => status === 'lapsed');
  const reading = withSwitches(switches);
  const isAsked = covered.memberships.some(({ segment, status }, index) => asksForEmployer({ ...found[index], segment }, status, reading));
  if (lapsed && isAsked) return asks({ ...evidence, what: 'Bulan belum dibayar oleh pemberi kerja' });
  return lapsed ? fails(evidence) : passes({ ...evidence, found: found.length === 0 ? 'tidak ada kepesertaan' : evidence.found });
}

function payers(told: readonly Membership[], found: readonly Membership[]): Finding {
  const evidence = {
    what: 'Pembayar iuran',
    found: payersOf(told),
    expected: payersOf(found),
    source: `${CLAIM_FILE} dan ${MEMBERSHIP_REGISTRY}`,
  };
  return evidence.found === evidence.expected ? passes(evidence) : asks(evidence);
}

function payersOf(memberships: readonly Membership[]): string {
  const rows = memberships.map(
    ({ segment, payer, payerUnpaid }) => `${segment}: ${PAYER_TERMS[payer]}${payerUnpaid === true ? ', belum melunasi' : ''}`,
  );
  return rows.length === 0 ? 'tidak ada' : rows.sort().join('; ');
}

function owed({ memberships, coverages }: MembershipsOnDay): string {
  return memberships.map(({ segment }, index) => `${segment}: ${coverages[index]?.unpaidMonths ?? 0}`).join('; ') || 'tidak ada';
}
