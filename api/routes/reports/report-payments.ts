import { PaymentsQuery } from '#schemas/http/reconciliations.ts';
import { CsvFile } from '../../csv-file.ts';
import { endpoint } from '../../endpoint.ts';
import { monthOfNow, readPaymentsReport, toReportRows } from '../../payments-report.ts';

export const reportPayments = endpoint({
  method: 'GET',
  url: '/reports/payments',
  action: 'read-reports',
  query: PaymentsQuery,
  async handle({ query: { month: asked, by, format }, wantsCsv }, deps) {
    const month = asked ?? monthOfNow(deps.now());
    const report = await readPaymentsReport(month, by, deps);
    const asCsv = format === undefined ? wantsCsv : format === 'csv';
    return asCsv ? new CsvFile(`pembayaran-${month}-${by}.csv`, toReportRows(report, by)) : { by, ...report };
  },
});
