import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { decodeDeadLetter, encodeDeadLetter, encodeDeadLetterWithoutContent } from '#adapters/kafka/dead-letter-record.ts';
import type { RawMessage } from '#adapters/kafka/raw-message.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const PLACE = { topic: 'partner-events', partition: 3, offset: '9007199254740993' };
const LETTER_PLACE = { topic: 'dead-letters', partition: 0, offset: '5' };
const refusal = {
  code: 'not-json',
  reason: 'Isi pesan bukan JSON.',
  place: PLACE,
  groupId: 'intake',
  seenAt: instant('2026-03-16T02:00:00Z'),
};
const MESSAGE: RawMessage = {
  key: Buffer.from('k'),
  value: Buffer.from('{'),
  headers: { ce_id: Buffer.from('e-1') },
  offset: PLACE.offset,
};

const roundTrip = (message: RawMessage, why = refusal) =>
  decodeDeadLetter({ ...encodeDeadLetter(message, why), offset: '5' }, LETTER_PLACE);

test('a dead letter keeps key, bytes and headers as they came, and says why, where and when', () => {
  expect(roundTrip(MESSAGE)).toEqual({
    why: {
      dl_code: 'not-json',
      dl_reason: 'Isi pesan bukan JSON.',
      dl_topic: 'partner-events',
      dl_partition: '3',
      dl_offset: '9007199254740993',
      dl_group: 'intake',
      dl_first_seen: '2026-03-16T02:00:00Z',
      dl_last_seen: '2026-03-16T02:00:00Z',
      dl_value_bytes: '1',
    },
    key: Buffer.from('k'),
    value: Buffer.from('{'),
    headers: { ce_id: [Buffer.from('e-1')] },
    place: LETTER_PLACE,
  });
});

test('whatever bytes came are the bytes that are kept', () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  const name = fc.string().filter((text) => !text.startsWith('dl_') && text !== '__proto__');
  const message = fc.record({ key: fc.option(bytes), value: fc.option(bytes), headers: fc.dictionary(name, fc.array(bytes)) });
  fc.assert(
    fc.property(message, ({ key, value, headers }) => {
      const letter = roundTrip({ key, value, headers, offset: '1' });
      expect([letter.key, letter.value, letter.headers]).toEqual([key, value, { ...headers }]);
    }),
    { numRuns: propertyRuns },
  );
});

test('a dead letter played again and refused again keeps the day it was first seen', () => {
  const replayed = { ...MESSAGE, headers: encodeDeadLetter(MESSAGE, refusal).headers };
  const { why } = roundTrip(replayed, { ...refusal, seenAt: instant('2026-03-20T02:00:00Z') });
  expect([why?.dl_first_seen, why?.dl_last_seen]).toEqual(['2026-03-16T02:00:00Z', '2026-03-20T02:00:00Z']);
});

test('a sender cannot dictate the reason or the place of its own dead letter', () => {
  const forged = {
    ...MESSAGE,
    headers: { dl_code: Buffer.from('forged'), dl_topic: [Buffer.from('x')], dl_first_seen: Buffer.from('once') },
  };
  expect(roundTrip(forged).why).toMatchObject({ dl_code: 'not-json', dl_topic: 'partner-events', dl_first_seen: '2026-03-16T02:00:00Z' });
});

test('a header that decodes to something else than bytes is left out instead of blocking the dead letter', () => {
  const { headers } = roundTrip({ ...MESSAGE, headers: { toString: [Object.prototype.toString, Buffer.from('x')], empty: null } });
  expect(headers).toEqual({ toString: [Buffer.from('x')], empty: [] });
});

test('a message too large to keep is represented by its hash, its length and its place', () => {
  const { key, value, headers } = encodeDeadLetterWithoutContent(MESSAGE, refusal);
  const { why } = decodeDeadLetter({ key, value, headers, offset: '5' }, LETTER_PLACE);
  expect([key, value]).toEqual([null, null]);
  expect(why).toMatchObject({
    dl_value_sha256: createHash('sha256').update('{').digest('hex'),
    dl_value_bytes: '1',
    dl_offset: PLACE.offset,
  });
});

test('a record in the topic that Santun did not write is shown without a reason, not hidden', () => {
  expect(decodeDeadLetter(MESSAGE, LETTER_PLACE)).toMatchObject({ why: undefined, value: Buffer.from('{') });
});
