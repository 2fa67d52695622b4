import { endpoint } from '#api/endpoint.ts';
import { PaymentsQuery } from '#schemas/http/reconciliations.ts';
import { PaymentsReply } from '#schemas/http/replies/reports.ts';
import { CsvFile } from '#services/reports/csv-file.ts';
import { monthOfNow, readPaymentsReport, toReportRows, toReportView } from '#services/reports/payments-report.ts';

export const reportPayments = endpoint({
  method: 'GET',
  url: '/reports/payments',
  action: 'read-reports',
  about: 'What was paid in a month or a year, beside the bank’s own book.',
  query: PaymentsQuery,
  reply: PaymentsReply,
  async handle({ query: { month, year, by, format }, wantsCsv }, deps) {
    const period = month ?? year ?? monthOfNow(deps.now());
    const report = await readPaymentsReport(period, by, deps);
    const asCsv = format === undefined ? wantsCsv : format === 'csv';
    return asCsv ? new CsvFile(`pembayaran-${period}-${by}.csv`, toReportRows(report, by)) : toReportView(report, by);
  },
});
