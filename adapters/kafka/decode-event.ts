import { type ReceivedBody, type ReceivedTopic, schemaFor, typesOf } from '#schemas/events/index.ts';
import { read } from '#schemas/events/read.ts';
import { decodeCloudEvent, type Refused } from './cloud-events.ts';
import type { ReceivedEvent } from './port.ts';
import { type Place, type RawMessage, utf8Text } from './raw-message.ts';

export type Decoded = { readonly ok: true; readonly event: ReceivedEvent } | Refused;

/** From bytes to an event our handlers may trust, or the reason a person needs to correct it. Never throws. */
export function decodeEvent(message: RawMessage, place: Place<ReceivedTopic>): Decoded {
  const key = message.key === null ? '' : utf8Text(message.key);
  if (key === undefined) return { ok: false, code: 'key-invalid', reason: 'Kunci pesan bukan teks UTF-8.' };
  const decoded = decodeCloudEvent(message);
  if (!decoded.ok) return decoded;
  // Without a key the events of one participant land in any partition, and their order is lost.
  if (key === '') return { ok: false, code: 'key-missing', reason: 'Pesan tidak berkunci, sehingga urutannya tidak terjaga.' };
  const { id, source, type, time, data } = decoded.event;
  const schema = schemaFor(place.topic, type);
  if (schema === undefined) return unknownType(place.topic);
  const reading = read(schema, data);
  if (!reading.ok) return { ok: false, code: 'schema', reason: `Isi tidak sesuai ${type}. ${reading.reason}` };
  // The registry pairs each type with its schema; the compiler cannot follow a look-up by string.
  const body = { type, data: reading.data } as ReceivedBody;
  return { ok: true, event: { ...body, id, source, time, key, ...place } };
}

function unknownType(topic: ReceivedTopic): Refused {
  const expected = `yang diterima: ${typesOf(topic).join(', ')}`;
  // The type itself is not quoted: it is the sender's text and may hold anything.
  return { ok: false, code: 'type-unknown', reason: `Header ce_type tidak dikenal di topik ${topic}; ${expected}.` };
}
