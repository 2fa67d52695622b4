import { createTransfersReader, type OrderedTransfer } from '#adapters/mongo/reconciliation-transfers.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { formatDate } from '#domain/format/date.ts';
import { bankDayOf, spanOf } from '#domain/money/reconciliation/bank-day.ts';
import { type BankProof, bankProof } from '#domain/money/reports/bank-proof.ts';
import { type Movement, movementsOf, type PaymentsReport, paymentsReport } from '#domain/money/reports/payments.ts';
import { branchKey } from '#domain/people/branches/branch-file.ts';
import { addDays, addMonths, day } from '#domain/time/calendar/day.ts';
import { text } from '#locales/text.ts';
import type { Needs } from '#services/deps.ts';
import type { CsvCell } from './csv-file.ts';
import { countedBy, groupText, partsOf, type ReportGroup } from './report-groups.ts';

export type ProvenReport = PaymentsReport & { readonly bank: BankProof };

export function monthOfNow(now: number): string {
  return bankDayOf(now).slice(0, 7);
}

/** What was paid in a month or a year, beside the bank's own book of that time. */
export async function readPaymentsReport(
  period: string,
  by: ReportGroup,
  { stores }: Needs<'reconciliations' | 'branches' | 'claims' | 'payoutRecords' | 'journal'>,
): Promise<ProvenReport> {
  const isYear = period.length === 4;
  const first = day(isYear ? `${period}-01-01` : `${period}-01`);
  const next = addMonths(first, isYear ? 12 : 1);
  const ofPeriod = await stores.reconciliations.entriesBetween(first, addDays(next, -1));
  const transfers = await createTransfersReader(stores)(spanOf(first).from, spanOf(next).from, ofPeriod);
  const under = await stores.reconciliations.entriesUnder(transfers.map(({ reference }) => reference));
  const movements = movementsOf(transfers, under);
  const claims = await claimsOf(transfers, stores);
  const branches = new Map((await stores.branches.all()).map((branch) => [branchKey(branch), branch]));
  const orders = new Map(transfers.map((transfer) => [transfer.reference, transfer]));
  const groupsOf = ({ transfer, day: movedOn }: Movement) => {
    const ordered = orders.get(transfer.reference);
    const known = { claim: claims.get(transfer.claimId), branches, month: movedOn.slice(0, 7) };
    return ordered ? partsOf({ ...ordered, amount: transfer.amount }, by, known) : [];
  };
  const report = paymentsReport(period, movements, groupsOf, countedBy(by));
  // The bank's charges are no payments; they stand in the proof of their day.
  const strangers = ofPeriod
    .filter(({ kind }) => kind !== 'fee')
    .filter(({ reference }) => reference === undefined || !orders.has(reference));
  return {
    ...report,
    bank: bankProof(
      report,
      movements,
      [...under, ...strangers].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      await stores.reconciliations.daysAsked(first, addDays(next, -1)),
    ),
  };
}

async function claimsOf(
  transfers: readonly OrderedTransfer[],
  { claims }: Needs<'claims'>['stores'],
): Promise<ReadonlyMap<string, ClaimState>> {
  const claimIds = [...new Set(transfers.map(({ claimId }) => claimId as ClaimId))];
  const found = await Promise.all(claimIds.map((claimId) => claims.find(claimId)));
  return new Map(found.flatMap((document) => (document ? [[document._id as string, document.state] as const] : [])));
}

/** One of three, in words: only a difference is an alarm. */
export function proofText({ state, statementsUntil }: Pick<BankProof, 'state' | 'statementsUntil'>): string {
  const until = statementsUntil === undefined ? '' : ` (sampai ${formatDate(statementsUntil)})`;
  return text(`desk.payments.${state}`, { until });
}

/** What the counts of the rows are of. */
export function countLabels({ counted }: Pick<PaymentsReport, 'counted'>): readonly [paid: string, returned: string] {
  return counted === 'payments'
    ? [text('desk.payments.count'), text('desk.payments.countReturned')]
    : [text('desk.payments.lines'), text('desk.payments.linesReturned')];
}

export function toReportView(report: ProvenReport, by: ReportGroup) {
  const { rows, total, bank } = report;
  return {
    by,
    ...report,
    rows: rows.map((row) => ({ ...row, text: groupText(row.group, by) })),
    total,
    bank: { ...bank, text: proofText(bank) },
  };
}

export function toReportRows(report: ProvenReport, by: ReportGroup): readonly (readonly CsvCell[])[] {
  const { month, rows, total, bank, counted } = report;
  const [countOfPaid, countOfReturned] = countLabels(report);
  const columns = [
    text(`report.${by}`),
    'Dibayar (Rp)',
    countOfPaid,
    'Kembali (Rp)',
    countOfReturned,
    'Bersih (Rp)',
    'Di antaranya kompensasi keterlambatan (Rp)',
  ];
  const lines = [...rows, total].map(({ group, paid, returned, net, late }): CsvCell[] => [
    groupText(group, by),
    paid.amount,
    paid.count,
    returned.amount,
    returned.count,
    net,
    late,
  ]);
  // The bank books payments; it knows no benefit lines.
  const [paidByBank, returnedByBank] = counted === 'payments' ? [bank.paid.count, bank.returned.count] : ['', ''];
  const proof: CsvCell[] = ['Rekening koran', bank.paid.amount, paidByBank, bank.returned.amount, returnedByBank, bank.net, ''];
  return [[month.length === 4 ? 'Tahun' : 'Bulan', month], columns, ...lines, proof, ['Pencocokan', proofText(bank)]];
}
