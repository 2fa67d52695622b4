import fc from 'fast-check';
import type { Message } from 'kafkajs';
import { deathReported } from '../../schemas/events/samples.ts';
import { report } from './report.ts';

/** One way to get an event wrong, and the code its dead letter must carry. */
export type Malformed = { readonly kind: string; readonly code: string; readonly message: Message };

type Headers = Record<string, string | Buffer | (string | Buffer)[]>;
const good = report('good', 'key');
const malformed = (kind: string, code: string, changes: Partial<Message>): Malformed => ({ kind, code, message: { ...good, ...changes } });
const withHeaders = (changes: Headers): Headers => ({ ...good.headers, ...changes });
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const REQUIRED = ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'];
const FIELDS = Object.keys(deathReported());
/** Neither JSON nor UTF-8 in the end, whatever the bytes before it. */
const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([bytes, Buffer.from([0xff])]));
const notUtf8 = fc.constantFrom([0xff], [0xc3, 0x28], [0xe2, 0x82], [0xed, 0xa0, 0x80]).map((bytes) => Buffer.from(bytes));

const wrongRoot = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string(), fc.array(fc.integer(), { maxLength: 3 }));
const wrongField = fc.record({
  field: fc.constantFrom(...FIELDS),
  value: fc.oneof(fc.constant(null), fc.double({ noNaN: true }), fc.boolean(), fc.constant('\u0000')),
});

export const malformedEvent: fc.Arbitrary<Malformed> = fc.oneof(
  noise.map((value) => malformed('random bytes', 'not-utf8', { value })),
  fc
    .integer({ min: 1, max: good.value.length - 1 })
    .map((cut) => malformed('truncated JSON', 'not-json', { value: good.value.subarray(0, cut) })),
  fc.constant(malformed('no bytes at all', 'not-json', { value: Buffer.alloc(0) })),
  fc
    .integer({ min: 100, max: 20_000 })
    .map((depth) => malformed('JSON nested deeply and never closed', 'not-json', { value: '['.repeat(depth) })),
  fc
    .integer({ min: 100, max: 20_000 })
    .map((depth) => malformed('JSON nested deeply', 'schema', { value: '['.repeat(depth) + ']'.repeat(depth) })),
  wrongRoot.map((root) => malformed('JSON that is no object', 'schema', { value: json(root) })),
  wrongField.map(({ field, value }) => malformed('a field of another type', 'schema', { value: json(deathReported({ [field]: value })) })),
  fc.constantFrom(...FIELDS).map((field) => malformed('a field missing', 'schema', { value: json(deathReported({ [field]: undefined })) })),
  fc.constant(malformed('tombstone', 'value-missing', { value: null })),
  fc.nat({ max: 5 }).map((partition) => malformed('no key', 'key-missing', { key: null, partition })),
  fc.nat({ max: 5 }).map((partition) => malformed('empty key', 'key-missing', { key: '', partition })),
  notUtf8.map((key) => malformed('key that is not text', 'key-invalid', { key })),
  fc.constant(malformed('no headers', 'header-missing', { headers: {} })),
  fc.constantFrom(...REQUIRED).map((name) => {
    const { [name]: _, ...headers } = good.headers;
    return malformed('a header missing', 'header-missing', { headers });
  }),
  fc.constantFrom(...REQUIRED).map((name) => malformed('an empty header', 'header-invalid', { headers: withHeaders({ [name]: '' }) })),
  fc
    .constantFrom(...REQUIRED)
    .map((name) => malformed('a header twice', 'header-repeated', { headers: withHeaders({ [name]: ['a', 'b'] }) })),
  notUtf8.map((id) => malformed('a header that is not text', 'header-invalid', { headers: withHeaders({ ce_id: id }) })),
  fc
    .constantFrom('0.3', '1.1', 'x')
    .map((version) =>
      malformed('another CloudEvents version', 'specversion-unsupported', { headers: withHeaders({ ce_specversion: version }) }),
    ),
  fc
    .constantFrom('yesterday', '2026-03-16', '2026-13-45T99:00:00Z')
    .map((time) => malformed('no time', 'header-invalid', { headers: withHeaders({ ce_time: time }) })),
  fc
    .constantFrom('text/plain', 'application/xml')
    .map((type) => malformed('another content type', 'content-type-unsupported', { headers: withHeaders({ 'content-type': type }) })),
  fc
    .constantFrom('application/cloudevents+json', 'Application/CloudEvents+JSON; charset=utf-8', 'application/cloudevents-batch+json')
    .map((type) => malformed('structured mode', 'structured-mode', { headers: withHeaders({ 'content-type': type }) })),
  fc
    .constantFrom('credit.signed.v1', 'death.reported.v2', 'death.reported', 'constructor', '__proto__', 'x'.repeat(1024))
    .map((type) => malformed('a type this topic does not have', 'type-unknown', { headers: withHeaders({ ce_type: type }) })),
  fc
    .constantFrom('constructor', 'toString', 'hasOwnProperty', '__proto__', 'dl_reason', 'dl_first_seen')
    .map((name) =>
      malformed('a header with a treacherous name', 'not-json', { value: '{', headers: withHeaders(Object.fromEntries([[name, 'x']])) }),
    ),
);

/** Close to the largest message the topic takes: with its reason it no longer fits under the same limit. */
export function hugeEvent(fill: number): Malformed {
  return malformed('huge', 'not-json', { value: Buffer.alloc(1_040_000, fill % 128) });
}
