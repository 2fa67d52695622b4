import { endpoint } from '#api/endpoint.ts';
import { CalendarPath } from '#schemas/http/calendars.ts';
import { CalendarPreviewReply } from '#schemas/http/replies/calendars.ts';
import { previewOpenClaims, toPreviewView } from '#services/calendars/calendar-preview.ts';
import { readCalendar } from '#services/calendars/calendar-steps.ts';

export const previewCalendarVersion = endpoint({
  method: 'GET',
  url: '/calendars/:id/:version/preview',
  action: 'read-calendars',
  about: 'Which open claims a calendar would move, and by how much, before anybody activates it.',
  params: CalendarPath,
  reply: CalendarPreviewReply,
  async handle({ params }, { stores, now }) {
    const { pack } = await readCalendar(stores.calendars, params);
    const asOf = now();
    return toPreviewView(await previewOpenClaims(stores, pack, asOf), pack, asOf);
  },
});
