import { ReconciliationPath, ReconciliationQuery } from '#schemas/http/reconciliations.ts';
import { CsvFile } from '../../csv-file.ts';
import { notFound } from '../../http-error.ts';
import { toRunRows } from '../../reconciliation-csv.ts';
import { toRunView } from '../../reconciliation-view.ts';
import { dayPage } from '../day-page.ts';
import { deskRoute } from '../desk-page.ts';

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
