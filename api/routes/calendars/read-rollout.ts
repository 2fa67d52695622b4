import { endpoint } from '#api/endpoint.ts';
import { CalendarPath } from '#schemas/http/calendars.ts';
import { RolloutReply } from '#schemas/http/replies/calendars.ts';
import { readCalendar } from '#services/calendars/calendar-steps.ts';
import { toRolloutView } from '#services/calendars/calendar-view.ts';

export const readRollout = endpoint({
  method: 'GET',
  url: '/calendars/:id/:version/rollout',
  action: 'read-calendars',
  about: 'How far an activated calendar has reached the open claims.',
  params: CalendarPath,
  reply: RolloutReply,
  async handle({ params }, { stores: { calendars, calendarRollouts } }) {
    await readCalendar(calendars, params);
    return toRolloutView(params, await calendarRollouts.find(params));
  },
});
