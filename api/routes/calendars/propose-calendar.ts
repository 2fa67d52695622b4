import { endpoint } from '#api/endpoint.ts';
import { ProposeBody } from '#schemas/http/calendars.ts';
import { CalendarReply } from '#schemas/http/replies/calendars.ts';
import { proposeCalendar, stepActor } from '#services/calendars/calendar-steps.ts';
import { toCalendarView } from '#services/calendars/calendar-view.ts';

export const proposeCalendarVersion = endpoint({
  method: 'POST',
  url: '/calendars',
  action: 'change-calendars',
  about: 'A supervisor proposes a version of the working calendar.',
  body: ProposeBody,
  reply: CalendarReply,
  async handle({ actor, body: { commandId, reason, calendar } }, { stores: { calendars }, now }) {
    const kept = await proposeCalendar(calendars, calendar, { actor: stepActor(actor), at: now(), reason, commandId });
    return toCalendarView(kept, (await calendars.latestActivation())?.pack);
  },
});
