import { endpoint } from '#api/endpoint.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { ProposeReadings } from '#schemas/http/readings.ts';
import { ReadingsVersionReply } from '#schemas/http/replies/readings.ts';
import { stepActor } from '#services/calendars/calendar-steps.ts';
import { proposeReadings, toReadingsView } from '#services/readings/readings-steps.ts';

export const proposeReadingsVersion = endpoint({
  method: 'POST',
  url: '/readings',
  action: 'change-readings',
  about: 'A supervisor proposes how doubts of the law are read from a day on.',
  body: ProposeReadings,
  reply: ReadingsVersionReply,
  async handle({ actor, body: { commandId, reason, ...told } }, { stores: { readings, calendars }, now }) {
    const kept = await proposeReadings(readings, told, { actor: stepActor(actor), at: now(), reason, commandId });
    const today = toLocal(now(), (await calendars.active()).zone).day;
    return toReadingsView(kept, await readings.list(), today);
  },
});
