import { toIso } from '#domain/time/calendar/instant.ts';
import { headerBytes, type RawHeaders, type RawMessage, utf8Text } from './raw-message.ts';

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes in `ce_` headers, the data alone in the value. */
export type CloudEvent = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** UTC with Z. */
  readonly time: string;
  readonly partitionkey?: string;
  readonly data: unknown;
};

export type EncodedEvent = { readonly headers: Readonly<Record<string, string>>; readonly value: Buffer };

export type Refused = { readonly ok: false; readonly code: string; readonly reason: string };
export type DecodedEvent = { readonly ok: true; readonly event: CloudEvent } | Refused;

const CONTENT_TYPE = 'application/json';

export function encodeCloudEvent(event: CloudEvent): EncodedEvent {
  const json = JSON.stringify(event.data);
  if (json === undefined) throw new TypeError(`the data of ${event.type} has no JSON form`);
  return {
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: event.source,
      ce_type: event.type,
      ce_time: event.time,
      ...(event.partitionkey === undefined ? {} : { ce_partitionkey: event.partitionkey }),
      'content-type': CONTENT_TYPE,
    },
    value: Buffer.from(json),
  };
}

export function decodeCloudEvent({ headers, value }: Pick<RawMessage, 'headers' | 'value'>): DecodedEvent {
  if (isStructured(headers, value)) return refused('structured-mode', STRUCTURED);
  const attributes = readAttributes(headers);
  if (!attributes.ok) return attributes;
  if (value === null) return refused('value-missing', 'Isi pesan kosong; penghapusan (tombstone) tidak dikenal di topik ini.');
  const text = utf8Text(value);
  if (text === undefined) return refused('not-utf8', 'Isi pesan bukan teks UTF-8.');
  try {
    return { ok: true, event: { ...attributes.event, data: JSON.parse(withoutMark(text)) as unknown } };
  } catch {
    return refused('not-json', 'Isi pesan bukan JSON yang utuh.');
  }
}

const STRUCTURED =
  'Pesan dikirim dalam mode terstruktur CloudEvents. Kirim dalam mode biner: atribut di header ce_id, ce_source, ce_type, ce_time dan ' +
  'ce_specversion, isi peristiwa saja di nilai pesan, content-type application/json.';
const STRUCTURED_TYPES = ['application/cloudevents', 'application/cloudevents-batch'];

/** By its content type; or, where a sender left that out too, by an envelope in the value and no attribute in any header. */
function isStructured(headers: RawHeaders, value: Buffer | null): boolean {
  const [given] = headerBytes(headers, 'content-type');
  const mediaType = mediaTypeOf((given && utf8Text(given)) ?? '');
  if (STRUCTURED_TYPES.some((type) => mediaType === type || mediaType.startsWith(`${type}+`))) return true;
  if (REQUIRED.some((name) => headerBytes(headers, name).length > 0)) return false;
  const text = value && utf8Text(value);
  return text !== null && text !== undefined && isEnvelope(text);
}

function isEnvelope(text: string): boolean {
  try {
    const read = JSON.parse(withoutMark(text)) as unknown;
    return typeof read === 'object' && read !== null && 'specversion' in read && 'type' in read;
  } catch {
    return false;
  }
}

/** Some systems put a byte order mark before UTF-8; it is not part of the JSON. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function mediaTypeOf(contentType: string): string {
  return contentType.split(';')[0]?.trim().toLowerCase() ?? '';
}

type Attributes = { readonly ok: true; readonly event: Omit<CloudEvent, 'data'> } | Refused;

const REQUIRED = ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'] as const;
const READ = [...REQUIRED, 'ce_partitionkey', 'content-type'] as const;
const LONGEST_ATTRIBUTE = 1024;

function readAttributes(headers: RawHeaders): Attributes {
  const found: Partial<Record<(typeof READ)[number], string>> = {};
  for (const name of READ) {
    const values = headerBytes(headers, name);
    if (values.length > 1) return refused('header-repeated', `Header ${name} dikirim lebih dari sekali.`);
    if (values[0] === undefined) continue;
    const text = utf8Text(values[0]);
    if (text === undefined || text === '' || text.length > LONGEST_ATTRIBUTE)
      return refused('header-invalid', `Header ${name} harus teks UTF-8 sepanjang 1 sampai ${LONGEST_ATTRIBUTE} huruf.`);
    found[name] = text;
  }
  const missing = REQUIRED.filter((name) => found[name] === undefined);
  if (missing.length > 0) return refused('header-missing', `Header ${missing.join(', ')} tidak ada.`);
  return checkAttributes(found);
}

function checkAttributes(found: Partial<Record<(typeof READ)[number], string>>): Attributes {
  const { ce_id: id = '', ce_source: source = '', ce_type: type = '', ce_partitionkey: partitionkey } = found;
  if (found.ce_specversion !== '1.0') return refused('specversion-unsupported', 'Header ce_specversion harus 1.0.');
  if (mediaTypeOf(found['content-type'] ?? CONTENT_TYPE) !== CONTENT_TYPE)
    return refused('content-type-unsupported', `Header content-type harus ${CONTENT_TYPE}; hanya mode biner CloudEvents yang diterima.`);
  const time = utcTime(found.ce_time ?? '');
  if (time === undefined) return refused('header-invalid', 'Header ce_time harus waktu RFC 3339, misalnya 2026-03-27T08:00:00Z.');
  return { ok: true, event: { id, source, type, time, ...(partitionkey === undefined ? {} : { partitionkey }) } };
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** The binding lets a source use any offset and any fraction, and the usual libraries do. */
function utcTime(text: string): string | undefined {
  if (!RFC_3339.test(text)) return undefined;
  const instant = Date.parse(text.toUpperCase());
  return Number.isNaN(instant) ? undefined : toIso(instant);
}

function refused(code: string, reason: string): Refused {
  return { ok: false, code, reason };
}
