import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#adapters/kafka/connection.ts';
import type { KafkaSecurity } from '#adapters/kafka/port.ts';
import { startKafka } from '#stack/kafka.ts';
import { freePort } from '#stack/ports.ts';
import type { RunningServer } from '#stack/running-server.ts';

let broker: RunningServer;
let ports: { readonly saslPort: number; readonly mutualPort: number };
let ca: string;
let own: { readonly cert: string; readonly key: string };

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'santun-secured-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Uji', '-keyout', 'ca.key', '-out', 'ca.pem');
  writeFileSync(file('san.txt'), 'subjectAltName=IP:127.0.0.1\n');
  for (const name of ['broker', 'santun']) {
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'san.txt'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signing, '-out', `${name}.pem`);
  }
  writeFileSync(file('broker.store.pem'), readFileSync(file('broker.key'), 'utf8') + readFileSync(file('broker.pem'), 'utf8'));
  ca = readFileSync(file('ca.pem'), 'utf8');
  own = { cert: readFileSync(file('santun.pem'), 'utf8'), key: readFileSync(file('santun.key'), 'utf8') };
  ports = { saslPort: await freePort(), mutualPort: await freePort() };
  const stores = { keyStore: file('broker.store.pem'), trustStore: file('ca.pem'), users: { santun: 'rahasia-uji' } };
  broker = await startKafka({ dataDir: folder, log: () => undefined, env: {}, secured: { ...ports, ...stores } });
}, 150_000);
afterAll(() => broker?.stop(), 60_000);

const ask = (port: number, security?: KafkaSecurity): Promise<string> =>
  connect({
    brokers: [`127.0.0.1:${port}`],
    clientId: 'uji',
    topicPrefix: 'uji.',
    log: () => undefined,
    ...(security === undefined ? {} : { security }),
  })
    .check()
    .then(
      () => 'connected',
      () => 'refused',
    );

const sasl = (password: string) => ({ mechanism: 'plain', username: 'santun', password }) as const;

test('a broker that asks for a name and password over TLS lets us in with them, and nobody without', async () => {
  expect(await ask(ports.saslPort, { tls: { ca }, sasl: sasl('rahasia-uji') })).toBe('connected');
  expect(await ask(ports.saslPort, { tls: { ca }, sasl: sasl('salah') })).toBe('refused');
  expect(await ask(ports.saslPort, { tls: { ca } })).toBe('refused');
  expect(await ask(ports.saslPort)).toBe('refused');
}, 120_000);

test('a broker whose certificate nobody we know has signed is not spoken to', async () => {
  expect(await ask(ports.saslPort, { tls: {}, sasl: sasl('rahasia-uji') })).toBe('refused');
}, 60_000);

test('a broker that asks for our certificate lets us in with it, and nobody without', async () => {
  expect(await ask(ports.mutualPort, { tls: { ca, ...own } })).toBe('connected');
  expect(await ask(ports.mutualPort, { tls: { ca } })).toBe('refused');
}, 60_000);
