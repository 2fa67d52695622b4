import { decodeEvent } from '#adapters/kafka/decode-event.ts';
import type { RawMessage } from '#adapters/kafka/raw-message.ts';
import { creditSigned, deathReported } from '../../schemas/events/samples.ts';
import { report } from './report.ts';

const PLACE = { topic: 'partner-events', partition: 2, offset: '41' } as const;

function message(changes: Partial<RawMessage> = {}): RawMessage {
  const { headers, value } = report('r-1', 'key-1');
  return { key: Buffer.from('key-1'), value, headers, offset: '41', ...changes };
}

const reasonOf = (changes: Partial<RawMessage>): readonly string[] => {
  const decoded = decodeEvent(message(changes), PLACE);
  return decoded.ok ? ['accepted'] : [decoded.code, decoded.reason];
};
const withHeaders = (changes: Record<string, string>): Partial<RawMessage> => ({ headers: { ...message().headers, ...changes } });

test('a death report arrives with its key, its place and its data', () => {
  expect(decodeEvent(message(), PLACE)).toEqual({
    ok: true,
    event: {
      type: 'death.reported.v1',
      id: 'r-1',
      source: '/test',
      time: '2026-03-16T02:00:00Z',
      key: 'key-1',
      ...PLACE,
      data: deathReported({ reportId: 'r-1' }),
    },
  });
});

test('a credit on the topic of reports is refused, and the sender is told what belongs there', () => {
  const value = Buffer.from(JSON.stringify(creditSigned()));
  expect(reasonOf({ ...withHeaders({ ce_type: 'credit.signed.v1' }), value })).toEqual([
    'type-unknown',
    'Header ce_type tidak dikenal di topik partner-events; yang diterima: death.reported.v1, accident.reported.v1, accident.suspected.v1, documents.added.v1.',
  ]);
});

test('a report on the topic of memberships is refused, and the sender is told what belongs there', () => {
  const decoded = decodeEvent(message(), { ...PLACE, topic: 'membership' });
  const expected = 'yang diterima: coverage.changed.v1, contribution.recorded.v1.';
  expect(decoded).toMatchObject({ ok: false, code: 'type-unknown', reason: expect.stringContaining(expected) });
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('the type %s is unknown, not a member of some object', (type) => {
  expect(reasonOf(withHeaders({ ce_type: type }))[0]).toBe('type-unknown');
});

test('data that does not fit names the type and the field', () => {
  const value = Buffer.from(JSON.stringify(deathReported({ diedOn: '2026-02-30' })));
  expect(reasonOf({ value })).toEqual(['schema', 'Isi tidak sesuai death.reported.v1. diedOn: harus tanggal yang ada, bentuk 2026-03-27']);
});

test.each([
  ['no key', null, 'key-missing'],
  ['an empty key', Buffer.alloc(0), 'key-missing'],
  ['a key that is not text', Buffer.from([0xff]), 'key-invalid'],
])('%s is refused: the order of one participant would be lost', (_what, key, code) => {
  expect(reasonOf({ key })[0]).toBe(code);
});

test('a reason never repeats what the sender wrote into headers or data', () => {
  const value = Buffer.from(JSON.stringify(deathReported({ participantNik: 'rahasia-nik', participantName: 7 })));
  const reasons = [
    reasonOf({ value }),
    reasonOf(withHeaders({ ce_type: 'rahasia-jenis' })),
    reasonOf(withHeaders({ ce_time: 'rahasia-waktu' })),
  ];
  expect(reasons.map(([code]) => code)).toEqual(['schema', 'type-unknown', 'header-invalid']);
  expect(JSON.stringify(reasons)).not.toContain('rahasia');
});
