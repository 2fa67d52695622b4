import { CalendarPath } from '#schemas/http/calendars.ts';
import { readCalendar } from '../../calendar-steps.ts';
import { toRolloutView } from '../../calendar-view.ts';
import { endpoint } from '../../endpoint.ts';

export const readRollout = endpoint({
  method: 'GET',
  url: '/calendars/:id/:version/rollout',
  action: 'read-calendars',
  params: CalendarPath,
  async handle({ params }, { stores: { calendars, calendarRollouts } }) {
    await readCalendar(calendars, params);
    return toRolloutView(params, await calendarRollouts.find(params));
  },
});
