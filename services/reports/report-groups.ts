import type { OrderedTransfer } from '#adapters/mongo/reconciliation-transfers.ts';
import { payersOf } from '#domain/claim/reports/payer.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { formatMonth } from '#domain/format/date.ts';
import { type Counted, type Part, UNKNOWN_GROUP } from '#domain/money/reports/payments.ts';
import { type Branch, branchKey } from '#domain/people/branches/branch-file.ts';
import { isRegencyCode, regencyName } from '#domain/people/branches/regencies.ts';
import { isTextId, text } from '#locales/text.ts';
import type { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';

export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** Of a branch that nobody registered: a line of its own, so that the sums still add up. */
export const UNREGISTERED = 'unregistered';

type Known = { readonly claim: ClaimState | undefined; readonly branches: ReadonlyMap<string, Branch>; readonly month: string };

/** What a transfer counts under. Its lines stay apart in every grouping, so that compensation for lateness is seen in each of them. */
export function partsOf({ order, amount }: OrderedTransfer, by: ReportGroup, known: Known): readonly Part[] {
  const lines = order.lines.map(({ benefit, amount: ofLine }) => ({ benefit, amount: ofLine as number }));
  const gap = amount - lines.reduce((sum, line) => sum + line.amount, 0);
  const isByLine = by === 'programme' || by === 'benefit';
  const parts = lines.map(({ benefit, amount: ofLine }) => ({
    group: isByLine ? lineGroup(benefit, by, order.programme) : claimGroup(by, known),
    amount: ofLine,
    isLate: benefit === 'late.compensation',
  }));
  // What no line names is still this claim's; what it was for, nobody knows.
  return gap === 0 || isByLine ? parts : [...parts, { group: claimGroup(by, known), amount: gap }];
}

/** One payment carries several benefits: by benefit its lines are counted. */
export function countedBy(by: ReportGroup): Counted {
  return by === 'benefit' ? 'benefit-lines' : 'payments';
}

/** A scholarship is a programme to those who report, whichever insurance it came from. */
function lineGroup(benefit: string, by: 'programme' | 'benefit', programme: string): string {
  if (by === 'benefit') return benefit;
  return benefit === 'scholarship' ? benefit : programme;
}

function claimGroup(by: Exclude<ReportGroup, 'programme' | 'benefit'>, { claim, branches, month }: Known): string {
  if (by === 'month') return month;
  if (!claim) return UNKNOWN_GROUP;
  switch (by) {
    case 'institution':
      return claim.institutionId;
    case 'branch':
      return branchKey(claim);
    case 'regency':
      return branches.get(branchKey(claim))?.regencyCode ?? UNREGISTERED;
    case 'payer':
      return payersOf(claim).join('+') || UNKNOWN_GROUP;
    default:
      return by satisfies never;
  }
}

/** As people read it; institutions and branches are read by their ids. */
export function groupText(group: string, by: ReportGroup): string {
  if (group === 'total') return text('report.total');
  if (group === UNKNOWN_GROUP) return text('report.unknown');
  if (group === UNREGISTERED) return text('report.unregistered');
  if (by === 'regency') return isRegencyCode(group) ? `${group} ${regencyName(group)}` : group;
  if (by === 'month') return formatMonth(group);
  if (by === 'institution' || by === 'branch') return group;
  return group
    .split('+')
    .map((one) => (isTextId(`${by}.${one}`) ? text(`${by}.${one}` as 'programme.jkm') : one))
    .join(' + ');
}
