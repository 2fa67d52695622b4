import { deskRoute } from '#api/pages/desk-page.ts';
import { riskPage } from '#api/pages/risk-page.ts';
import { RiskQuery } from '#schemas/http/reconciliations.ts';
import { CsvFile } from '#services/reports/csv-file.ts';
import { readRiskReport, toRiskRows } from '#services/reports/risk-report.ts';

export const rupiahAtRiskNow = deskRoute({
  method: 'GET',
  url: '/laporan/risiko',
  action: 'read-reports',
  query: RiskQuery,
  async handle({ visitor, now, query: { by, format } }, deps) {
    const report = await readRiskReport(by, deps);
    return format === 'csv' ? new CsvFile(`rupiah-berisiko-${by}.csv`, toRiskRows(report, by)) : riskPage({ report, by, now, visitor });
  },
});
