import { cancellationSignal, heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import type { ScholarshipGateway } from '#adapters/temporal/scholarship-gateway.ts';
import { AMOUNT_CHANGES } from '#domain/scholarship/entitlement/amount-changes.ts';
import type { EntitlementContext } from '#domain/scholarship/entitlement/context.ts';
import { yearsToOpen } from '#domain/scholarship/entitlement/course.ts';
import { yearStart } from '#domain/scholarship/entitlement/judge.ts';
import { type Entitlement, isSettled, type YearLine } from '#domain/scholarship/entitlement/state.ts';
import { firstDayOf } from '#domain/scholarship/school-year.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { fromLocal } from '#domain/time/calendar/zone.ts';

export type ScholarshipYearsDeps = {
  readonly entitlements: Pick<EntitlementsStore, 'all'>;
  readonly calendars: Pick<CalendarsStore, 'active'>;
  readonly scholarships: Pick<ScholarshipGateway, 'start' | 'wake' | 'resolve'>;
  readonly now: () => number;
};

type Due = {
  readonly fresh: readonly { readonly schoolYear: number; readonly round: 1; readonly opensAt: Instant }[];
  readonly open: readonly YearLine[];
};

const MOST_NAMED = 20;

export function createScholarshipYearsActivities({ entitlements, calendars, scholarships, now }: ScholarshipYearsDeps) {
  async function carryOn({ id }: Entitlement, { fresh, open }: Due, at: Instant): Promise<number> {
    let started = 0;
    for (const { opensAt, ...year } of fresh) {
      if ((await scholarships.start(id, year, opensAt)) === 'started') started += 1;
    }
    for (const line of open) {
      // An order whose payment nobody started; what two people settled, and nobody told the payment; of the rest only that they run.
      if (line.state === 'ordered') await scholarships.wake(id, line);
      else if (line.resolution && line.payout) await scholarships.resolve(line.payout, line.resolution);
      else if ((await scholarships.start(id, line, at)) === 'started') started += 1;
    }
    return started;
  }

  return {
    /**
     * Starts every school year that has begun and that nobody has taken up, and makes sure those under way still run. Answers how many it
     * started. May run any number of times, by any number of processes. A child nobody can judge stops no other: it is named in the end.
     */
    async startSchoolYears(): Promise<number> {
      const context = { at: now(), calendar: await calendars.active(), changes: AMOUNT_CHANGES };
      const unreadable: string[] = [];
      let started = 0;
      for await (const one of entitlements.all()) {
        cancellationSignal().throwIfAborted();
        heartbeat();
        const due = dueOf(one, context);
        if (due) started += await carryOn(one, due, context.at);
        else unreadable.push(one.id);
      }
      if (unreadable.length === 0) return started;
      const named = unreadable.slice(0, MOST_NAMED).join(', ');
      throw ApplicationFailure.nonRetryable(`${unreadable.length} scholarships cannot be judged: ${named}`, 'record-unreadable');
    },
  };
}

/** Undefined for a record the rules cannot answer. */
function dueOf(one: Entitlement, context: EntitlementContext): Due | undefined {
  try {
    const fresh = yearsToOpen(one, context).map((schoolYear) => {
      const begins = fromLocal({ day: firstDayOf(schoolYear, yearStart(one)), minuteOfDay: 0 }, context.calendar.zone);
      // A year that is late opens today: what is asked for has its thirty days from now.
      return { schoolYear, round: 1 as const, opensAt: Math.max(begins, context.at) };
    });
    return { fresh, open: one.years.filter((line) => !isSettled(line)) };
  } catch {
    return undefined;
  }
}
