import { endpoint } from '#api/endpoint.ts';
import { CalendarPath, StepBody } from '#schemas/http/calendars.ts';
import { CalendarReply } from '#schemas/http/replies/calendars.ts';
import { activateCalendar, readCalendar, stepActor } from '#services/calendars/calendar-steps.ts';
import { toCalendarView } from '#services/calendars/calendar-view.ts';

/** The second person's word, and the start of telling every open claim. */
export const activateCalendarVersion = endpoint({
  method: 'POST',
  url: '/calendars/:id/:version/activate',
  action: 'change-calendars',
  about: 'The second supervisor makes a proposed calendar the one claims compute with.',
  params: CalendarPath,
  body: StepBody,
  reply: CalendarReply,
  async handle({ actor, params, body: { commandId, reason } }, { stores: { calendars }, rollouts, now }) {
    // Whoever presses again, accepted or not, also starts a rollout that could not be started the first time.
    if ((await readCalendar(calendars, params)).state === 'activated') await rollouts.start(params);
    const kept = await activateCalendar(calendars, params, { actor: stepActor(actor), at: now(), reason, commandId });
    await rollouts.start(params);
    return toCalendarView(kept, (await calendars.latestActivation())?.pack);
  },
});
