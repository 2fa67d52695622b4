import type { OrderedTransfer } from '#adapters/mongo/reconciliation-transfers.ts';
import { type Branch, branchKey } from '#domain/branches/branch-file.ts';
import { isRegencyCode, regencyName } from '#domain/branches/regencies.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { formatMonth } from '#domain/format/date.ts';
import { payersOf } from '#domain/reports/payer.ts';
import { type Part, UNKNOWN_GROUP } from '#domain/reports/payments.ts';
import { isTextId, text } from '#locales/text.ts';
import type { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';

export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** Of a branch that nobody registered: a line of its own, so that the sums still add up. */
export const UNREGISTERED = 'unregistered';

type Known = { readonly claim: ClaimState | undefined; readonly branches: ReadonlyMap<string, Branch>; readonly month: string };

/** What a transfer counts under; its lines stay together unless it is the lines that are asked about. */
export function partsOf({ order, amount }: OrderedTransfer, by: ReportGroup, known: Known): readonly Part[] {
  const isByLine = by === 'programme' || by === 'benefit';
  const lines = order.lines.map(({ benefit, amount: ofLine }) => ({ benefit, amount: ofLine as number }));
  const parts = lines.length > 0 && isByLine ? lines : [{ benefit: lines[0]?.benefit ?? 'jkm.lump', amount }];
  return parts.map(({ benefit, amount: ofPart }) => ({
    group: isByLine ? lineGroup(benefit, by, order.programme) : claimGroup(by, known),
    amount: ofPart,
    isLate: benefit === 'late.compensation',
  }));
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
