import { ProposeBody } from '#schemas/http/calendars.ts';
import { proposeCalendar, stepActor } from '../../calendar-steps.ts';
import { toCalendarView } from '../../calendar-view.ts';
import { endpoint } from '../../endpoint.ts';

export const proposeCalendarVersion = endpoint({
  method: 'POST',
  url: '/calendars',
  action: 'change-calendars',
  body: ProposeBody,
  async handle({ actor, body: { commandId, reason, calendar } }, { stores: { calendars }, now }) {
    const kept = await proposeCalendar(calendars, calendar, { actor: stepActor(actor), at: now(), reason, commandId });
    return toCalendarView(kept, (await calendars.latestActivation())?.pack);
  },
});
