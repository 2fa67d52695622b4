import { endpoint } from '#api/endpoint.ts';
import { ReconciliationPath, ReconciliationQuery } from '#schemas/http/reconciliations.ts';
import { ReconciliationReply } from '#schemas/http/replies/reconciliations.ts';
import { notFound } from '#services/errors.ts';
import { toRunRows } from '#services/reconciliation/reconciliation-csv.ts';
import { toRunView } from '#services/reconciliation/reconciliation-view.ts';
import { CsvFile } from '#services/reports/csv-file.ts';

export const readReconciliation = endpoint({
  method: 'GET',
  url: '/reconciliations/:date',
  action: 'read-reconciliations',
  about: 'One banking day: our orders, the bank’s answers and its statement.',
  params: ReconciliationPath,
  query: ReconciliationQuery,
  reply: ReconciliationReply,
  async handle({ params: { date }, query: { format }, wantsCsv }, { stores: { reconciliations, reconciliationCases } }) {
    const run = await reconciliations.find(date);
    if (!run) throw notFound();
    const view = await toRunView(run, reconciliationCases);
    const asCsv = format === undefined ? wantsCsv : format === 'csv';
    return asCsv ? new CsvFile(`pencocokan-${date}.csv`, toRunRows(view)) : view;
  },
});
