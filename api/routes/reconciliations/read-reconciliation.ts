import { ReconciliationPath, ReconciliationQuery } from '#schemas/http/reconciliations.ts';
import { CsvFile } from '../../csv-file.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../http-error.ts';
import { toRunRows } from '../../reconciliation-csv.ts';
import { toRunView } from '../../reconciliation-view.ts';

export const readReconciliation = endpoint({
  method: 'GET',
  url: '/reconciliations/:date',
  action: 'read-reconciliations',
  params: ReconciliationPath,
  query: ReconciliationQuery,
  async handle({ params: { date }, query: { format }, wantsCsv }, { stores: { reconciliations, reconciliationCases } }) {
    const run = await reconciliations.find(date);
    if (!run) throw notFound();
    const view = await toRunView(run, reconciliationCases);
    const asCsv = format === undefined ? wantsCsv : format === 'csv';
    return asCsv ? new CsvFile(`pencocokan-${date}.csv`, toRunRows(view)) : view;
  },
});
