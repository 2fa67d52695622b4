import { endpoint } from '#api/endpoint.ts';
import { CalendarPath, StepBody } from '#schemas/http/calendars.ts';
import { CalendarReply } from '#schemas/http/replies/calendars.ts';
import { stepActor, withdrawCalendar } from '#services/calendars/calendar-steps.ts';
import { toCalendarView } from '#services/calendars/calendar-view.ts';

export const withdrawCalendarVersion = endpoint({
  method: 'POST',
  url: '/calendars/:id/:version/withdraw',
  action: 'change-calendars',
  about: 'Takes a proposed calendar back.',
  params: CalendarPath,
  body: StepBody,
  reply: CalendarReply,
  async handle({ actor, params, body: { commandId, reason } }, { stores: { calendars }, now }) {
    const kept = await withdrawCalendar(calendars, params, { actor: stepActor(actor), at: now(), reason, commandId });
    return toCalendarView(kept, (await calendars.latestActivation())?.pack);
  },
});
