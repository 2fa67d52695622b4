import fc from 'fast-check';
import { type CloudEvent, decodeCloudEvent, encodeCloudEvent } from '#adapters/kafka/cloud-events.ts';
import type { RawHeaders } from '#adapters/kafka/raw-message.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const EVENT: CloudEvent = {
  id: 'e-1',
  source: '/bpr-contoh',
  type: 'death.reported.v1',
  time: '2026-03-16T02:00:00Z',
  partitionkey: 'r-1',
  data: { a: 1 },
};

/** As the broker hands them over. */
function onTheWire(event: CloudEvent): { readonly headers: Record<string, Buffer>; readonly value: Buffer } {
  const { headers, value } = encodeCloudEvent(event);
  return { headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])), value };
}

function codeOf(headers: RawHeaders, value: Buffer | null = onTheWire(EVENT).value): string {
  const decoded = decodeCloudEvent({ headers: { ...onTheWire(EVENT).headers, ...headers }, value });
  return decoded.ok ? 'accepted' : decoded.code;
}

test('an event is the same after it was sent and received', () => {
  const text = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' });
  const time = fc
    .date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => toIso(date.getTime()));
  const required = { id: text, source: text, type: text, time, data: fc.jsonValue({ noUnicodeString: false }) };
  const event = fc.record({ ...required, partitionkey: text }, { requiredKeys: ['id', 'source', 'type', 'time', 'data'] });
  fc.assert(
    fc.property(event, (sent) => {
      // JSON knows no negative zero.
      const expected = { ...sent, data: JSON.parse(JSON.stringify(sent.data)) };
      expect(decodeCloudEvent(onTheWire(sent))).toEqual({ ok: true, event: expected });
    }),
    { numRuns: propertyRuns },
  );
});

test('the attributes travel in headers and the data alone in the value', () => {
  const { headers, value } = encodeCloudEvent(EVENT);
  expect(headers).toEqual({
    ce_specversion: '1.0',
    ce_id: 'e-1',
    ce_source: '/bpr-contoh',
    ce_type: 'death.reported.v1',
    ce_time: '2026-03-16T02:00:00Z',
    ce_partitionkey: 'r-1',
    'content-type': 'application/json',
  });
  expect(value.toString()).toBe('{"a":1}');
});

test('data without a JSON form is not sent as nothing', () => {
  expect(() => encodeCloudEvent({ ...EVENT, data: undefined })).toThrow(TypeError);
});

test.each([
  ['2026-03-16T10:00:00+08:00', '2026-03-16T02:00:00Z'],
  ['2026-03-16T02:00:00.123456789Z', '2026-03-16T02:00:00.123Z'],
  ['2026-03-16t02:00:00z', '2026-03-16T02:00:00Z'],
])('the source may write its time as %s', (written, meant) => {
  const decoded = decodeCloudEvent({ ...onTheWire(EVENT), headers: { ...onTheWire(EVENT).headers, ce_time: Buffer.from(written) } });
  expect(decoded).toMatchObject({ ok: true, event: { time: meant } });
});

test('content type with a charset, in capitals, or absent, is still JSON', () => {
  expect(codeOf({ 'content-type': Buffer.from('Application/JSON; charset=utf-8') })).toBe('accepted');
  expect(codeOf({ 'content-type': undefined })).toBe('accepted');
});

test.each<[string, RawHeaders, string]>([
  ['a missing id', { ce_id: undefined }, 'header-missing'],
  ['an empty type', { ce_type: Buffer.alloc(0) }, 'header-invalid'],
  ['an endless source', { ce_source: Buffer.alloc(2000, 'x') }, 'header-invalid'],
  ['an id that is not text', { ce_id: Buffer.from([0xff]) }, 'header-invalid'],
  ['two types', { ce_type: [Buffer.from('a'), Buffer.from('b')] }, 'header-repeated'],
  ['version 0.3', { ce_specversion: Buffer.from('0.3') }, 'specversion-unsupported'],
  ['a time that is none', { ce_time: Buffer.from('yesterday') }, 'header-invalid'],
  ['a day that does not exist', { ce_time: Buffer.from('2026-13-01T00:00:00Z') }, 'header-invalid'],
  ['structured mode', { 'content-type': Buffer.from('application/cloudevents+json') }, 'structured-mode'],
  ['a batch', { 'content-type': Buffer.from('application/cloudevents-batch+json; charset=utf-8') }, 'structured-mode'],
  ['another content type', { 'content-type': Buffer.from('application/xml') }, 'content-type-unsupported'],
])('%s is refused', (_what, headers, code) => {
  expect(codeOf(headers)).toBe(code);
});

test.each<[string, Buffer | null, string]>([
  ['a tombstone', null, 'value-missing'],
  ['no bytes', Buffer.alloc(0), 'not-json'],
  ['half an object', Buffer.from('{"a":'), 'not-json'],
  ['bytes that are not text', Buffer.from([0x22, 0xff, 0x22]), 'not-utf8'],
])('%s is refused', (_what, value, code) => {
  expect(codeOf({}, value)).toBe(code);
});

const ENVELOPE = { specversion: '1.0', id: 'e-1', source: '/bpr-contoh', type: 'death.reported.v1', data: { a: 1 } };

test.each([
  ['with its content type', { 'content-type': Buffer.from('application/cloudevents+json; charset=UTF-8') }],
  ['without any header', {}],
])('an event in structured mode %s is told to come in binary mode, not that its headers are missing', (_what, headers) => {
  const decoded = decodeCloudEvent({ headers, value: Buffer.from(JSON.stringify(ENVELOPE)) });
  expect(decoded).toMatchObject({ ok: false, code: 'structured-mode', reason: expect.stringContaining('Kirim dalam mode biner') });
});

test('a byte order mark before the JSON is no part of it', () => {
  const { headers, value } = onTheWire(EVENT);
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), value]);
  expect(decodeCloudEvent({ headers, value: marked })).toMatchObject({ ok: true, event: { data: { a: 1 } } });
});

test('a mark inside a text stays, and two marks are no JSON', () => {
  const { headers } = onTheWire(EVENT);
  const inside = decodeCloudEvent({ headers, value: Buffer.from('{"a":"\uFEFFx"}') });
  expect(inside).toMatchObject({ ok: true, event: { data: { a: '\uFEFFx' } } });
  expect(codeOf({}, Buffer.from('\uFEFF\uFEFF{}'))).toBe('not-json');
});

test('every missing header is named, so that the sender corrects all of them at once', () => {
  const decoded = decodeCloudEvent({ headers: {}, value: Buffer.from('{}') });
  expect(decoded).toMatchObject({ reason: 'Header ce_specversion, ce_id, ce_source, ce_type, ce_time tidak ada.' });
});

test('whatever bytes and headers come, decoding answers and never throws', () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  const name = fc.oneof(fc.constantFrom('ce_id', 'ce_type', 'ce_time', 'content-type', 'constructor', '__proto__'), fc.string());
  const held = fc.oneof(bytes, fc.constant(null), fc.array(bytes), fc.func(fc.nat()));
  fc.assert(
    fc.property(fc.dictionary(name, held), fc.option(bytes), (headers, value) => {
      const decoded = decodeCloudEvent({ headers, value });
      expect(decoded.ok || decoded.reason.length > 10).toBe(true);
    }),
    { numRuns: propertyRuns },
  );
});
