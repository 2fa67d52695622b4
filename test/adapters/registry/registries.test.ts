import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCivilRegistry } from '#adapters/registry/civil-registry.ts';
import { createMembershipRegistry } from '#adapters/registry/membership-registry.ts';
import type { RegistryFault } from '#schemas/registry/sandbox.ts';
import { REGISTRY_KEY, type TestRegistries, testRegistries } from '../../support/registries.ts';

const NIK = '0000001701000555';
const PERSON = {
  nik: NIK,
  name: 'LIMA CONTOH',
  birthDate: '1980-01-17',
  familyCardNumber: '0000000000000555',
  life: { alive: false, diedOn: '2026-02-20', certificateNumber: 'AKTA-5' },
  relatives: [{ nik: '0000004403000555', relation: 'spouse', name: 'PASANGAN CONTOH', birthDate: '1982-03-04', alive: true }],
};
const MEMBERSHIPS = [
  { kpj: 'KPJ00000555', segment: 'BPU', memberSince: '2025-06-05', paidMonths: ['2025-06', '2025-07', '2025-08'], payer: 'self' },
];
const { nik: _asked, ...RECORD } = PERSON;
const TIMEOUT_MS = 400;

let registries: TestRegistries;
beforeAll(async () => {
  registries = await testRegistries(TIMEOUT_MS);
  await registries.civil.keep(PERSON);
  await registries.membership.keep({ nik: NIK, memberships: MEMBERSHIPS });
});
afterEach(async () => {
  await registries.civil.clearFaults();
  await registries.membership.clearFaults();
});
afterAll(() => registries.close());

const findPerson = () => registries.ports.civilRegistry.findPerson(NIK);
const findMemberships = () => registries.ports.membershipRegistry.findMemberships(NIK);

test('the civil registry tells of a person without repeating the NIK', async () => {
  expect(await findPerson()).toEqual({ state: 'found', found: RECORD });
});

test('the membership registry tells of every membership', async () => {
  expect(await findMemberships()).toEqual({ state: 'found', found: MEMBERSHIPS });
});

test('nobody known is an answer', async () => {
  expect(await registries.ports.civilRegistry.findPerson('0000001701000556')).toEqual({ state: 'not-found' });
  expect(await registries.ports.membershipRegistry.findMemberships('0000001701000556')).toEqual({ state: 'not-found' });
});

describe.each([
  ['civil', findPerson],
  ['membership', findMemberships],
] as const)('whatever happens on the way to the %s registry is a value', (which, find) => {
  test.each<[RegistryFault, object]>([
    ['outage', { state: 'no-answer', why: 'server-error' }],
    ['no-answer', { state: 'no-answer', why: 'timeout' }],
    ['drop-connection', { state: 'no-answer', why: 'connection-lost' }],
    ['garbled-answer', { state: 'no-answer', why: 'answer-unreadable' }],
    ['other-person', { state: 'no-answer', why: 'answer-about-someone-else' }],
    ['not-found', { state: 'not-found' }],
  ])('%s', async (kind, answer) => {
    await registries[which].fault({ kind });
    expect(await find()).toEqual(answer);
    expect((await find()).state).toBe('found');
  });

  test('a delay longer than our patience is silence, a shorter one is not', async () => {
    await registries[which].fault({ kind: 'delay', delayMs: TIMEOUT_MS * 5 });
    expect(await find()).toEqual({ state: 'no-answer', why: 'timeout' });
    await registries[which].fault({ kind: 'delay', delayMs: 1 });
    expect((await find()).state).toBe('found');
  });
});

describe('wrong records on demand arrive as records', () => {
  test.each<[RegistryFault, object]>([
    ['other-name', { name: 'YULIANA TEFA CONTOH LAIN' }],
    ['other-birth-date', { birthDate: '1979-01-28' }],
    ['not-dead', { life: { alive: true } }],
    ['other-death-day', { life: { alive: false, diedOn: '2025-02-28', certificateNumber: 'AKTA-5' } }],
    ['no-relatives', { relatives: [] }],
  ])('civil: %s', async (kind, changes) => {
    await registries.civil.fault({ kind });
    expect(await findPerson()).toEqual({ state: 'found', found: { ...RECORD, ...changes } });
  });

  test.each<[RegistryFault, object]>([
    ['months-missing', { paidMonths: ['2025-06'] }],
    ['other-beginning', { memberSince: '2026-06-28' }],
    ['payer-unpaid', { payerUnpaid: true }],
  ])('membership: %s', async (kind, changes) => {
    await registries.membership.fault({ kind });
    expect(await findMemberships()).toEqual({ state: 'found', found: [{ ...MEMBERSHIPS[0], ...changes }] });
  });
});

test('a wrong key and a closed door are silence, not a verdict on the person', async () => {
  const { url } = registries.civil;
  const stranger = createCivilRegistry({ url, key: 'another-key-altogether', timeoutMs: TIMEOUT_MS });
  expect(await stranger.findPerson(NIK)).toEqual({ state: 'no-answer', why: 'not-authorised' });
  const gone = await testRegistries(TIMEOUT_MS);
  await gone.close();
  expect(await gone.ports.membershipRegistry.findMemberships(NIK)).toEqual({ state: 'no-answer', why: 'unreachable' });
});

describe('a gateway that lost its way', () => {
  let server: Server;
  let reply: { readonly status: number; readonly headers?: Record<string, string>; readonly body: string };
  const redirected: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      redirected.push(request.url ?? '');
      response.writeHead(reply.status, reply.headers).end(reply.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const find = () => {
    const { port } = server.address() as AddressInfo;
    return createMembershipRegistry({ url: `http://127.0.0.1:${port}`, key: REGISTRY_KEY, timeoutMs: TIMEOUT_MS }).findMemberships(NIK);
  };

  test.each([
    ['a 404 in HTML does not say that nobody is known', 404, '<html>Not Found</html>', 'answer-unreadable'],
    ['a 200 of another shape', 200, '{"nik":"0000001701000555","memberships":[]}', 'answer-unreadable'],
    ['a 400', 400, '{}', 'question-refused'],
    ['too many questions', 429, '', 'server-error'],
  ])('%s', async (_what, status, body, why) => {
    reply = { status, body };
    expect(await find()).toEqual({ state: 'no-answer', why });
  });

  test('a redirect is not followed: the NIK goes nowhere nobody configured', async () => {
    redirected.length = 0;
    reply = { status: 307, headers: { location: '/elsewhere' }, body: '' };
    expect(await find()).toEqual({ state: 'no-answer', why: 'answer-unreadable' });
    expect(redirected).toEqual(['/v1/memberships/lookup']);
  });
});
