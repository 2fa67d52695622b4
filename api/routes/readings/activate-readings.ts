import { endpoint } from '#api/endpoint.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { ReadingsPath, ReadingsStepBody } from '#schemas/http/readings.ts';
import { ReadingsVersionReply } from '#schemas/http/replies/readings.ts';
import { stepActor } from '#services/calendars/calendar-steps.ts';
import { activateReadings, toReadingsView } from '#services/readings/readings-steps.ts';

export const activateReadingsVersion = endpoint({
  method: 'POST',
  url: '/readings/:version/activate',
  action: 'change-readings',
  about: 'The second supervisor puts a version of the readings of the law in force.',
  params: ReadingsPath,
  body: ReadingsStepBody,
  reply: ReadingsVersionReply,
  async handle({ actor, params: { version }, body: { commandId, reason } }, { stores: { readings, calendars }, now }) {
    const kept = await activateReadings(readings, version, { actor: stepActor(actor), at: now(), reason, commandId });
    const today = toLocal(now(), (await calendars.active()).zone).day;
    return toReadingsView(kept, await readings.list(), today);
  },
});
