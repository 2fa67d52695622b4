import { addDays, addMonths, day } from '#domain/calendar/day.ts';
import { DaysPageQuery } from '#schemas/http/reconciliations.ts';
import { monthOfNow } from '../../payments-report.ts';
import { daysPage } from '../days-page.ts';
import { deskRoute } from '../desk-page.ts';

const MOST_CASES = 100;

export const listOfDays = deskRoute({
  method: 'GET',
  url: '/pencocokan',
  action: 'read-reconciliations',
  query: DaysPageQuery,
  async handle({ visitor, now, query: { month = monthOfNow(now) } }, { stores: { reconciliations, reconciliationCases } }) {
    const first = day(`${month}-01`);
    const last = addDays(addMonths(first, 1), -1);
    const [runs, firstDay, liveByDay, live] = await Promise.all([
      reconciliations.runsBetween(first, last),
      reconciliations.firstDay(),
      reconciliationCases.liveByDay(first, last),
      reconciliationCases.list({ isLive: true }, MOST_CASES + 1),
    ]);
    return daysPage({ month, runs, firstDay, liveByDay, live: live.slice(0, MOST_CASES), isCut: live.length > MOST_CASES, now, visitor });
  },
});
