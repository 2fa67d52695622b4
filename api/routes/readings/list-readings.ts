import { endpoint } from '#api/endpoint.ts';
import { SWITCH_DEFAULTS } from '#domain/law/rules/switches.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { ReadingsReply } from '#schemas/http/replies/readings.ts';
import { toReadingsView } from '#services/readings/readings-steps.ts';

/** Every version, the latest first, each with what it reads otherwise than the one in force today. */
export const listReadings = endpoint({
  method: 'GET',
  url: '/readings',
  action: 'read-readings',
  about: 'How the doubts of the law are read, by version.',
  reply: ReadingsReply,
  async handle(_request, { stores: { readings, calendars }, now }) {
    const all = await readings.list();
    const today = toLocal(now(), (await calendars.active()).zone).day;
    return { defaults: SWITCH_DEFAULTS, readings: all.map((one) => toReadingsView(one, all, today)) };
  },
});
