import { cancellationSignal, heartbeat } from '@temporalio/activity';
import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import type { ScholarshipGateway } from '#adapters/temporal/scholarship-gateway.ts';
import { fromLocal } from '#domain/calendar/zone.ts';
import { AMOUNT_CHANGES } from '#domain/entitlement/amount-changes.ts';
import { yearsToOpen } from '#domain/entitlement/course.ts';
import { yearStart } from '#domain/entitlement/judge.ts';
import { isSettled } from '#domain/entitlement/state.ts';
import { firstDayOf } from '#domain/scholarship/school-year.ts';

export type ScholarshipYearsDeps = {
  readonly entitlements: Pick<EntitlementsStore, 'all'>;
  readonly calendars: Pick<CalendarsStore, 'active'>;
  readonly scholarships: Pick<ScholarshipGateway, 'start' | 'wake' | 'resolve'>;
  readonly now: () => number;
};

export function createScholarshipYearsActivities({ entitlements, calendars, scholarships, now }: ScholarshipYearsDeps) {
  return {
    /**
     * Starts every school year that has begun and that nobody has taken up, and makes sure those under way still run. Answers how many it
     * started. May run any number of times, by any number of processes.
     */
    async startSchoolYears(): Promise<number> {
      const context = { at: now(), calendar: await calendars.active(), changes: AMOUNT_CHANGES };
      let started = 0;
      for await (const one of entitlements.all()) {
        cancellationSignal().throwIfAborted();
        heartbeat();
        for (const schoolYear of yearsToOpen(one, context)) {
          const begins = fromLocal({ day: firstDayOf(schoolYear, yearStart(one)), minuteOfDay: 0 }, context.calendar.zone);
          // A year that is late opens today: what is asked for has its thirty days from now.
          const opensAt = Math.max(begins, context.at);
          if ((await scholarships.start(one.id, { schoolYear, round: 1 }, opensAt)) === 'started') started += 1;
        }
        for (const line of one.years.filter((candidate) => !isSettled(candidate))) {
          // An order whose payment nobody started; of the rest only that they run.
          if (line.state === 'ordered') await scholarships.wake(one.id, line);
          // What two people settled, and nobody told the payment.
          else if (line.resolution && line.payout) await scholarships.resolve(line.payout, line.resolution);
          else if ((await scholarships.start(one.id, line, context.at)) === 'started') started += 1;
        }
      }
      return started;
    },
  };
}
