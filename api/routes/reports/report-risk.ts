import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { RiskQuery } from '#schemas/http/reconciliations.ts';
import { RiskReply } from '#schemas/http/replies/reports.ts';
import { CsvFile } from '#services/reports/csv-file.ts';
import { groupText } from '#services/reports/report-groups.ts';
import { readRiskReport, toRiskRows } from '#services/reports/risk-report.ts';

export const reportRisk = endpoint({
  method: 'GET',
  url: '/reports/risk',
  action: 'read-reports',
  about: 'Rupiah at risk of being late, by programme or institution.',
  query: RiskQuery,
  reply: RiskReply,
  async handle({ query: { by, format }, wantsCsv }, deps) {
    const report = await readRiskReport(by, deps);
    const asCsv = format === undefined ? wantsCsv : format === 'csv';
    if (asCsv) return new CsvFile(`rupiah-berisiko-${by}.csv`, toRiskRows(report, by));
    const rows = report.rows.map((row) => ({ ...row, text: groupText(row.group, by) }));
    return { by, now: toIso(deps.now()), rows, total: report.total };
  },
});
