import { createPrivateKey } from 'node:crypto';
import { signCall, signTokenRequest } from '#adapters/bank/snap-signature.ts';
import { toSnapTime } from '#adapters/bank/snap-wire.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import { bankOptions, makeKeys } from './bank-client.ts';

const keys = makeKeys();
const PATH = '/openapi/v1.0/account-inquiry-external';
const BODY = { beneficiaryBankCode: '130', beneficiaryAccountNo: '1300000000001', partnerReferenceNo: 'STNQ1' };
let server: RunningBank;
let clock = instant('2026-03-17T03:00:00Z');

beforeAll(async () => {
  server = await startBank({ ...bankOptions(keys), tokenLifetimeSeconds: 60, now: () => clock });
});
afterAll(() => server.close());

async function post(path: string, headers: Record<string, string>, body: string): Promise<string> {
  const answer = await fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return ((await answer.json()) as { responseCode: string }).responseCode;
}

async function token(): Promise<string> {
  const timestamp = toSnapTime(clock);
  const signature = signTokenRequest(createPrivateKey(keys.privateKey), 'SANTUN', timestamp);
  const answer = await fetch(`${server.url}/openapi/v1.0/access-token/b2b`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-TIMESTAMP': timestamp, 'X-CLIENT-KEY': 'SANTUN', 'X-SIGNATURE': signature },
    body: '{"grantType":"client_credentials"}',
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

/** A good call with one thing changed. */
async function ask(changes: { headers?: Record<string, string>; sent?: string; signed?: string; path?: string } = {}): Promise<string> {
  const { signed = JSON.stringify(BODY), sent = signed, path = PATH } = changes;
  const [bearer, timestamp] = [await token(), toSnapTime(clock)];
  const signature = signCall(keys.clientSecret, { method: 'POST', path: PATH, token: bearer, body: signed, timestamp });
  const headers = {
    Authorization: `Bearer ${bearer}`,
    'X-TIMESTAMP': timestamp,
    'X-SIGNATURE': signature,
    'X-PARTNER-ID': 'SANTUN',
    'X-EXTERNAL-ID': '123',
    'CHANNEL-ID': '95221',
  };
  return post(path, { ...headers, ...changes.headers }, sent);
}

test('a call signed over its minified body is admitted, blanks or not', async () => {
  expect(await ask()).toBe('2001600');
  expect(await ask({ signed: JSON.stringify(BODY), sent: JSON.stringify(BODY, null, 2) })).toBe('2001600');
});

test('a body changed after signing is refused', async () => {
  expect(await ask({ sent: JSON.stringify({ ...BODY, beneficiaryAccountNo: '1300000000002' }) })).toBe('4011600');
});

test('a signature taken from one call does not open another', async () => {
  expect(await ask({ path: '/openapi/v1.0/balance-inquiry' })).toBe('4011100');
});

test.each([
  [{ 'X-SIGNATURE': 'AAAA' }, '4011600'],
  [{ 'X-PARTNER-ID': 'ORANG-LAIN' }, '4011600'],
  [{ Authorization: 'Bearer karangan' }, '4011601'],
  [{ 'X-TIMESTAMP': '2026-03-27 10:00' }, '4001601'],
  [{ 'X-TIMESTAMP': toSnapTime(clock - 600_000) }, '4011600'],
  [{ 'X-TIMESTAMP': toSnapTime(clock + 600_000) }, '4011600'],
  [{ 'X-EXTERNAL-ID': 'bukan-angka' }, '4001601'],
  [{ 'X-EXTERNAL-ID': '1'.repeat(37) }, '4001601'],
  [{ 'CHANNEL-ID': '' }, '4001602'],
])('a call with %j is answered %s', async (headers: Record<string, string>, code) => {
  expect(await ask({ headers })).toBe(code);
});

test('what is not JSON, or not the right shape, is a bad request', async () => {
  expect(await ask({ sent: '{"beneficiary' })).toBe('4001600');
  expect(await ask({ signed: '{"beneficiaryBankCode":"130"}' })).toBe('4001601');
});

test('a token request signed by another key, or for another client, gets none', async () => {
  const timestamp = toSnapTime(clock);
  const foreign = signTokenRequest(createPrivateKey(makeKeys().privateKey), 'SANTUN', timestamp);
  const own = signTokenRequest(createPrivateKey(keys.privateKey), 'SANTUN', timestamp);
  const path = '/openapi/v1.0/access-token/b2b';
  const request = (key: string, signature: string) =>
    post(path, { 'X-TIMESTAMP': timestamp, 'X-CLIENT-KEY': key, 'X-SIGNATURE': signature }, '{"grantType":"client_credentials"}');
  expect(await request('SANTUN', foreign)).toBe('4017300');
  expect(await request('LAIN', own)).toBe('4017300');
  expect(await request('SANTUN', own)).toBe('2007300');
});

test('a token dies when its time is over', async () => {
  const bearer = await token();
  clock += 61_000;
  expect(await ask({ headers: { Authorization: `Bearer ${bearer}` } })).toBe('4011601');
});
