import { deskRoute } from '#api/pages/desk-page.ts';
import { paymentsPage } from '#api/pages/payments-page.ts';
import { PaymentsPageQuery } from '#schemas/http/reconciliations.ts';
import { CsvFile } from '#services/reports/csv-file.ts';
import { monthOfNow, readPaymentsReport, toReportRows } from '#services/reports/payments-report.ts';

export const paymentsOfPeriod = deskRoute({
  method: 'GET',
  url: '/laporan/pembayaran',
  action: 'read-reports',
  query: PaymentsPageQuery,
  async handle({ visitor, now, query: { month, year, by, format } }, deps) {
    const period = year || month || monthOfNow(now);
    const report = await readPaymentsReport(period, by, deps);
    return format === 'csv'
      ? new CsvFile(`pembayaran-${period}-${by}.csv`, toReportRows(report, by))
      : paymentsPage({ report, by, visitor });
  },
});
