import { endpoint } from '#api/endpoint.ts';
import { missingYearWarning } from '#domain/time/calendar/coming-year.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { CalendarsReply } from '#schemas/http/replies/calendars.ts';
import { toCalendarView } from '#services/calendars/calendar-view.ts';

/** Every version, and above them what is about to be missing: a year without calendar is read here months before it starts. */
export const listCalendars = endpoint({
  method: 'GET',
  url: '/calendars',
  action: 'read-calendars',
  about: 'Every version of the working calendar, and what is asked for next.',
  reply: CalendarsReply,
  async handle(_request, { stores: { calendars }, now }) {
    const asOf = now();
    const active = (await calendars.latestActivation())?.pack;
    const warning = active && missingYearWarning(active, asOf);
    return {
      now: toIso(asOf),
      warnings: warning === undefined ? [] : [warning],
      calendars: (await calendars.list()).map((kept) => toCalendarView(kept, active)),
    };
  },
});
