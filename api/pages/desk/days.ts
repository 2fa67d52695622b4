import { daysPage } from '#api/pages/days-page.ts';
import { deskRoute } from '#api/pages/desk-page.ts';
import { addDays, addMonths, day } from '#domain/time/calendar/day.ts';
import { DaysPageQuery } from '#schemas/http/reconciliations.ts';
import { monthOfNow } from '#services/reports/payments-report.ts';

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
