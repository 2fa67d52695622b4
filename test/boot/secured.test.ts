import { connectionOptions } from '#adapters/temporal/security.ts';
import { kafkaSecurityOf, sourcesOf, temporalSecurityOf } from '#boot/secured.ts';
import type { Env } from '#config/env.ts';

const PLAIN = {
  SANTUN_KAFKA_TLS: 'off',
  SANTUN_KAFKA_CA: '',
  SANTUN_KAFKA_CERT: '',
  SANTUN_KAFKA_KEY: '',
  SANTUN_KAFKA_SASL: 'none',
  SANTUN_KAFKA_USERNAME: '',
  SANTUN_KAFKA_PASSWORD: '',
  SANTUN_TEMPORAL_TLS: 'off',
  SANTUN_TEMPORAL_CA: '',
  SANTUN_TEMPORAL_CERT: '',
  SANTUN_TEMPORAL_KEY: '',
  SANTUN_TEMPORAL_SERVER_NAME: '',
  SANTUN_TEMPORAL_API_KEY: '',
  SANTUN_PARTNERS: '',
  SANTUN_MEMBERSHIP_SOURCES: 'bpjs-tk',
} as unknown as Env;
const env = (more: Partial<Env>): Env => ({ ...PLAIN, ...more });

test('nothing set is a connection in clear, as inside one machine', () => {
  expect([kafkaSecurityOf(PLAIN), temporalSecurityOf(PLAIN)]).toEqual([{}, {}]);
  expect(connectionOptions('127.0.0.1:7233', {})).toEqual({ address: '127.0.0.1:7233' });
});

test('a certificate switches TLS on by itself', () => {
  expect(kafkaSecurityOf(env({ SANTUN_KAFKA_CA: 'PEM' }))).toEqual({ tls: { ca: 'PEM' } });
  const { tls } = temporalSecurityOf(env({ SANTUN_TEMPORAL_CERT: 'C', SANTUN_TEMPORAL_KEY: 'K', SANTUN_TEMPORAL_API_KEY: 'kunci' }));
  expect(connectionOptions('temporal:7233', { tls: tls ?? {}, apiKey: 'kunci' })).toEqual({
    address: 'temporal:7233',
    tls: { clientCertPair: { crt: Buffer.from('C'), key: Buffer.from('K') } },
    apiKey: 'kunci',
  });
});

test.each<[string, Partial<Env>]>([
  ['a certificate without its key', { SANTUN_KAFKA_CERT: 'C' }],
  ['a password without a mechanism', { SANTUN_KAFKA_PASSWORD: 'x' }],
  ['a mechanism without a password', { SANTUN_KAFKA_SASL: 'scram-sha-512', SANTUN_KAFKA_USERNAME: 'santun' }],
  ['a readable password without TLS', { SANTUN_KAFKA_SASL: 'plain', SANTUN_KAFKA_USERNAME: 'santun', SANTUN_KAFKA_PASSWORD: 'x' }],
])('%s is a fault of the settings, told at the start', (_what, more) => {
  expect(() => kafkaSecurityOf(env(more))).toThrow(/SANTUN_KAFKA_/);
});

test('an API key never travels readable', () => {
  expect(() => temporalSecurityOf(env({ SANTUN_TEMPORAL_API_KEY: 'kunci' }))).toThrow('SANTUN_TEMPORAL_TLS=on');
});

test('the intake of production checks key and source of everything it hears', () => {
  expect(sourcesOf(env({ SANTUN_PARTNERS: 'bpr-contoh,ksp-contoh' }))).toEqual({
    membership: ['bpjs-tk'],
    checksKey: true,
    partners: ['bpr-contoh', 'ksp-contoh'],
  });
});
