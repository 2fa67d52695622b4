import { formatMonth } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { text } from '#locales/text.ts';
import { countLabels, type ProvenReport, proofText } from '#services/reports/payments-report.ts';
import { groupText, type ReportGroup } from '#services/reports/report-groups.ts';

/** The report as somebody reads it in a terminal: words on the left, figures on the right. */
export function toPaymentsLines(report: ProvenReport, by: ReportGroup): readonly string[] {
  const { month, rows, total, bank } = report;
  const period = month.length === 4 ? `tahun ${month}` : formatMonth(month);
  const title = text('desk.payments.caption', { period, by: text(`report.${by}`).toLowerCase() });
  if (rows.length === 0) return [title, text('desk.payments.none'), proofText(bank)];
  const [countOfPaid, countOfReturned] = countLabels(report);
  const head = [text(`report.${by}`), 'Dibayar', countOfPaid, 'Kembali', countOfReturned, 'Bersih', 'Kompensasi keterlambatan'];
  const table = [
    head,
    ...[...rows, total].map(({ group, paid, returned, net, late }) => [
      groupText(group, by),
      formatRupiah(paid.amount),
      String(paid.count),
      formatRupiah(returned.amount),
      String(returned.count),
      formatRupiah(net),
      formatRupiah(late),
    ]),
  ];
  const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const lines = table.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  return [title, ...lines, `${text('desk.payments.bank')}: ${formatRupiah(bank.net)}`, proofText(bank)];
}
