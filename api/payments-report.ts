import { addMonths, day } from '#domain/calendar/day.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { bankDayOf, spanOf } from '#domain/reconciliation/bank-day.ts';
import { type Transfer, transfersOf } from '#domain/reconciliation/transfers.ts';
import { movementsOf, type PaymentsReport, paymentsReport } from '#domain/reports/payments.ts';
import { text } from '#locales/text.ts';
import type { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';
import type { CsvCell } from './csv-file.ts';
import type { ApiDeps } from './endpoint.ts';

export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** The bank may book a payment a few days before or after our books know of it. */
const NEAR_MS = 3 * 86_400_000;

export function monthOfNow(now: number): string {
  return bankDayOf(now).slice(0, 7);
}

export async function readPaymentsReport(
  month: string,
  by: ReportGroup,
  { stores: { payoutRecords, reconciliations, claims } }: Pick<ApiDeps, 'stores'>,
): Promise<PaymentsReport> {
  const first = day(`${month}-01`);
  const [from, until] = [spanOf(first).from, spanOf(addMonths(first, 1)).from];
  const documents = await payoutRecords.around(from - NEAR_MS, until + NEAR_MS);
  const programmes = new Map(documents.map(({ _id, order }) => [_id, order.programme]));
  const transfers = documents.flatMap(({ claimId, order, payout, log }) => transfersOf({ claimId, amount: order.amount, payout, log }));
  const entries = await reconciliations.entriesUnder(transfers.map(({ reference }) => reference));
  const claimIds = [...new Set(documents.map(({ claimId }) => claimId as ClaimId))];
  const found = await Promise.all(claimIds.map(async (claimId) => [claimId as string, (await claims.find(claimId))?.state] as const));
  const states = new Map(found);
  const groupOf = ({ payoutId, claimId }: Transfer): string =>
    by === 'programme' ? (programmes.get(payoutId) ?? UNKNOWN) : ofClaim(by, states.get(claimId));
  return paymentsReport(month, movementsOf(transfers, entries), groupOf);
}

const UNKNOWN = '-';

function ofClaim(by: Exclude<ReportGroup, 'programme'>, claim: ClaimState | undefined): string {
  if (!claim) return UNKNOWN;
  if (by === 'institution') return claim.institutionId;
  if (by === 'branch') return `${claim.institutionId}/${claim.branchId}`;
  return [...new Set(claim.memberships.map(({ payer }) => payer))].toSorted().join('+') || UNKNOWN;
}

export function toReportRows({ month, rows, total }: PaymentsReport, by: ReportGroup): readonly (readonly CsvCell[])[] {
  const columns = [text(`report.${by}`), 'Dibayar (Rp)', 'Pembayaran', 'Kembali (Rp)', 'Pengembalian', 'Bersih (Rp)'];
  const lines = [...rows, total].map(({ group, paid, returned, net }): CsvCell[] => [
    group,
    paid.amount,
    paid.count,
    returned.amount,
    returned.count,
    net,
  ]);
  return [['Bulan', month], columns, ...lines];
}
