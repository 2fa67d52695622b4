import { encodeCloudEvent } from '#adapters/kafka/cloud-events.ts';
import { deathReported } from '../../schemas/events/samples.ts';

export type ReportMessage = { readonly key: string; readonly headers: Record<string, string>; readonly value: Buffer };

/** A death report Santun accepts, as a message. `id` is the event's and the report's. */
export function report(id: string, key: string): ReportMessage {
  const event = { id, source: '/test', type: 'death.reported.v1', time: '2026-03-16T02:00:00Z', partitionkey: key };
  const { headers, value } = encodeCloudEvent({ ...event, data: deathReported({ reportId: id }) });
  return { key, headers: { ...headers }, value };
}
