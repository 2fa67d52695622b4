import { deskRoute } from '#api/pages/desk-page.ts';
import { ReconciliationPath, ReconciliationQuery } from '#schemas/http/reconciliations.ts';
import { notFound } from '#services/errors.ts';
import { dayPage } from '#services/printouts/day-page.ts';
import { toRunRows } from '#services/reconciliation/reconciliation-csv.ts';
import { toRunView } from '#services/reconciliation/reconciliation-view.ts';
import { CsvFile } from '#services/reports/csv-file.ts';

export const proofOfDay = deskRoute({
  method: 'GET',
  url: '/pencocokan/:date',
  action: 'read-reconciliations',
  params: ReconciliationPath,
  query: ReconciliationQuery,
  async handle({ visitor, now, params: { date }, query: { format } }, { stores: { reconciliations, reconciliationCases } }) {
    const run = await reconciliations.find(date);
    const view = run && (await toRunView(run, reconciliationCases));
    if (format === undefined) return dayPage({ date, view, now, visitor });
    if (!view) throw notFound();
    return format === 'csv' ? new CsvFile(`pencocokan-${date}.csv`, toRunRows(view)) : view;
  },
});
