import type { Signatures } from '#adapters/kafka/port.ts';
import type { RawMessage } from '#adapters/kafka/raw-message.ts';
import { refuseSignature, signEvent } from '#adapters/kafka/signature.ts';

const SECRET = 'rahasia-bersama-yang-cukup-panjang-1';
const SOURCE = '/partners/bpr-contoh';
const HEADERS = { ce_id: 'e-1', ce_source: SOURCE, ce_type: 'death.reported.v1', ce_time: '2026-03-02T01:00:00Z' };
const signatures: Signatures = { secrets: { [SOURCE]: SECRET }, required: false };

function message(more: Partial<Omit<RawMessage, 'headers'>> = {}, headers: Readonly<Record<string, unknown>> = HEADERS): RawMessage {
  return { key: Buffer.from('lapor-1'), value: Buffer.from('{}'), headers, offset: '0', ...more };
}

function signed(of = message()): RawMessage {
  return { ...of, headers: { ...of.headers, ce_signature: Buffer.from(signEvent(SECRET, of)) } };
}

const codeOf = (given: RawMessage, source = SOURCE, table = signatures): string | undefined =>
  refuseSignature(given, { source }, table)?.code;

test('a source that shares a secret is believed with its signature only', () => {
  expect(codeOf(signed())).toBeUndefined();
  expect(codeOf(message())).toBe('signature-missing');
});

test.each<[string, RawMessage]>([
  ['content', { ...signed(), value: Buffer.from('{"diedOn":"2026-01-01"}') }],
  ['key', { ...signed(), key: Buffer.from('lapor-2') }],
  ['id', { ...signed(), headers: { ...signed().headers, ce_id: 'e-2' } }],
  ['time', { ...signed(), headers: { ...signed().headers, ce_time: '2026-03-02T02:00:00Z' } }],
  ['type', { ...signed(), headers: { ...signed().headers, ce_type: 'credit.signed.v1' } }],
])('a signature of another %s does not hold', (_what, given) => {
  expect(codeOf(given)).toBe('signature-wrong');
});

test('a source without a secret is heard unless every source must sign', () => {
  expect(codeOf(message(), '/partners/ksp-contoh')).toBeUndefined();
  expect(codeOf(message(), '/partners/ksp-contoh', { ...signatures, required: true })).toBe('signature-unknown');
  expect(codeOf(message(), 'constructor', { ...signatures, required: true })).toBe('signature-unknown');
});
