import { createTokenVerifier } from '#adapters/identity/verify.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { ownIdOf } from '#domain/cause.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { claimIdFor, recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { testStack } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { type Answer, type ApiWorld, type Send, startApiWorld, tokenOfTwin } from './api-world.ts';
import { cutLine } from './cut-line.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const VERIFYING = claimNumber(1);
const PATH = `/claims/${VERIFYING}`;
const PAYEE = { payeeClass: 'heirs', personId: 'pasangan', personName: 'Pasangan Contoh', bankCode: '130', accountNumber: '1300000000077' };

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await keepCalendar(world);
  await seedClaim(world, 'verifying', { claimId: VERIFYING });
  await world.bank.openAccount({ bankCode: '130', accountNumber: PAYEE.accountNumber, holderName: 'PASANGAN CONTOH' });
}, 60_000);
afterAll(() => world.close(), 60_000);

/** Every error has this shape, and the id by which its request is found in the log. */
function expectError(answer: Answer, status: number, body: object): void {
  expect({ status: answer.status, body: answer.body }).toEqual({
    status,
    body: { ...body, text: expect.stringMatching(/^\p{Lu}.*\.$/u), requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
}

describe('a body that cannot be read is answered with its fields, in words', () => {
  test.each([
    ['completeness', {}, [['commandId', 'Wajib diisi.']]],
    ['completeness', { commandId: 'pendek' }, [['commandId', 'Paling sedikit 8 huruf.']]],
    ['completeness', { commandId: 'a'.repeat(101) }, [['commandId', 'Paling banyak 100 huruf.']]],
    ['completeness', { commandId: 12345678 }, [['commandId', 'Harus teks.']]],
    ['completeness', { commandId: 'perintah-1', status: 'closed' }, [['status', 'Tidak dikenal di sini. Hapus, atau periksa ejaannya.']]],
    ['triage', { commandId: 'perintah-1', programme: 'jht', reason: 'x' }, [['programme', 'Harus salah satu dari: jkm, jkk.']]],
    ['triage', { commandId: 'perintah-1', programme: 'jkm', reason: '   ' }, [['reason', 'Paling sedikit 1 huruf.']]],
    [
      'triage',
      { commandId: 'perintah-1', programme: 'jkm', reason: 'a\u0000b' },
      [['reason', 'Berisi huruf yang tidak dapat dicetak. Ketik ulang.']],
    ],
    [
      'triage',
      { commandId: 'perintah-1', programme: 'jkm', reason: '\ud800' },
      [['reason', 'Berisi huruf yang tidak dapat dicetak. Ketik ulang.']],
    ],
    ['recommendation', { commandId: 'perintah-1', outcome: 'maybe' }, [['outcome', 'Harus salah satu dari: pay, reject.']]],
    [
      'recommendation',
      { commandId: 'perintah-1', outcome: 'pay', total: 99 },
      [['total', 'Tidak dikenal di sini. Hapus, atau periksa ejaannya.']],
    ],
    ['decisions', { commandId: 'perintah-1', decisions: [] }, [['decisions', 'Paling sedikit 1 butir.']]],
    [
      'pauses',
      { commandId: 'perintah-1', ground: 'court-order', from: '2026-03-27T08:00:00+08:00', source: 'Penetapan 1.' },
      [['from', 'Harus waktu UTC dengan Z, bentuk 2026-03-27T08:00:00Z, antara 1000-01-01 dan 9998-12-31.']],
    ],
    [
      'injury',
      { commandId: 'perintah-1', injury: { medicalReceipts: 100.5, transport: [{ mode: 'land', receipts: -1 }] } },
      [
        ['injury.transport.0.receipts', 'Paling sedikit 0.'],
        ['injury.medicalReceipts', 'Harus bilangan bulat.'],
      ],
    ],
    [
      'documents',
      { commandId: 'perintah-1', papers: [{ paper: 'family-card', documentId: 'doc-1', sha256: 'ABC', obtainedOn: '2026-03-01' }] },
      [['papers.0.sha256', 'Harus sidik SHA-256: 64 angka heksadesimal, huruf kecil.']],
    ],
    [
      'payout-findings',
      { commandId: 'perintah-1', payoutId: 'bayar-1', issue: 1, finding: { outcome: 'paid' }, evidence: 'Rekening koran.' },
      [['finding.bankReference', 'Wajib diisi.']],
    ],
    [
      'reopenings',
      { commandId: 'perintah-1', ground: 'payment-reversed', reason: 'x' },
      [['ground', 'Harus salah satu dari: new-evidence, withdrawal-revoked.']],
    ],
    [
      'heirs',
      { commandId: 'perintah-1', people: [{ id: 'a', relation: 'child', alive: true, birthDate: '2015-02-30' }] },
      [['people.0.birthDate', 'Tanggal ini tidak ada. Tulis seperti 2026-03-27, 27-03-2026 atau 27 Maret 2026.']],
    ],
    [
      'payee-account',
      { commandId: 'perintah-1', ...PAYEE, bankCode: '13', accountNumber: '12a' },
      [
        ['bankCode', 'Harus 3 angka.'],
        ['accountNumber', 'Harus 6 sampai 20 angka.'],
      ],
    ],
  ])('%s with %j', async (path, body, fields) => {
    const answer = await world.call('petugas.satu', `${PATH}/${path}`, { method: 'POST', body });
    expectError(answer, 400, { error: 'invalid-shape', fields: fields.map(([field, message]) => ({ field, message })) });
  });

  test.each([
    ['nothing at all', { method: 'POST' }, 400],
    ['an empty JSON body', { method: 'POST', body: '', headers: { 'content-type': 'application/json' } }, 400],
    ['half a JSON body', { method: 'POST', body: '{"commandId": "a', headers: { 'content-type': 'application/json' } }, 400],
    [
      'JSON that poisons prototypes',
      { method: 'POST', body: '{"__proto__": {"role": "approver"}}', headers: { 'content-type': 'application/json' } },
      400,
    ],
    ['a form', { method: 'POST', body: 'commandId=perintah-1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text', { method: 'POST', body: 'commandId', headers: { 'content-type': 'text/plain' } }, 415],
  ] satisfies [string, Send, number][])('%s', async (_name, send, status) => {
    const answer = await world.call('petugas.satu', `${PATH}/completeness`, send);
    const fields = status === 400 ? { fields: [{ field: 'body', message: expect.any(String) }] } : {};
    expectError(answer, status, { error: 'invalid-shape', ...fields });
  });

  test('a number that is no claim number names its shape; one with small letters and no dashes is understood', async () => {
    const answer = await world.call('petugas.satu', '/claims/12345');
    expectError(answer, 400, {
      error: 'invalid-shape',
      fields: [{ field: 'claimId', message: 'Bukan nomor klaim. Bentuknya STN-ABCDE-FGHJK.' }],
    });
    expect((await world.call('petugas.satu', `/claims/${VERIFYING.toLowerCase().replaceAll('-', '')}`)).status).toBe(200);
  });

  test('no answer repeats what was sent: it may be a person’s', async () => {
    const body = { commandId: 'perintah-1', ...PAYEE, accountNumber: '0000001701000001x', personName: 5, nik: '0000001701000001' };
    expect((await world.call('petugas.satu', `${PATH}/payee-account`, { method: 'POST', body })).text).not.toContain('0000001701');
  });
});

describe('401: who is not recognised', () => {
  const unauthorised = { error: 'unauthorised' };

  test('no token, no Bearer, or nonsense', async () => {
    for (const authorization of ['', 'Bearer ', 'Bearer abc', 'Basic cGV0dWdhczpyYWhhc2lh', 'Bearer a.b.c']) {
      expectError(await world.call(undefined, PATH, { headers: { authorization } }), 401, unauthorised);
    }
    expectError(await world.call(undefined, PATH), 401, unauthorised);
  });

  test('a token that has run out, signed by the right key', async () => {
    const authorization = `Bearer ${await tokenOfTwin(world, 'petugas.satu', { now: () => realNow() - 3_600_000 })}`;
    expectError(await world.call(undefined, PATH, { headers: { authorization } }), 401, unauthorised);
  });

  test('a token for another service, signed by the right key', async () => {
    const authorization = `Bearer ${await tokenOfTwin(world, 'petugas.satu', { audience: 'another-api' })}`;
    expectError(await world.call(undefined, PATH, { headers: { authorization } }), 401, unauthorised);
  });

  test('says so before it reads the body: a stranger’s megabyte is not looked at', async () => {
    const body = { commandId: 'x'.repeat(1_000_000) };
    expectError(await world.call(undefined, `${PATH}/completeness`, { method: 'POST', body }), 401, unauthorised);
  });
});

describe('what is not there, too large or too often', () => {
  test('an address nobody knows, a method nobody takes and an address that cannot be decoded', async () => {
    expectError(await world.call('petugas.satu', '/claims/x/y/z'), 404, { error: 'not-found' });
    expectError(await world.call('petugas.satu', PATH, { method: 'POST', body: {} }), 404, { error: 'not-found' });
    const undecodable = await world.call('petugas.satu', '/claims/%zz');
    expectError(undecodable, 400, { error: 'invalid-shape', fields: [{ field: 'body', message: expect.any(String) }] });
  });

  test('a body over 64 KiB', async () => {
    const body = { commandId: 'perintah-1', programme: 'jkm', reason: 'x'.repeat(70_000) };
    expectError(await world.call('petugas.satu', `${PATH}/triage`, { method: 'POST', body }), 413, { error: 'too-large' });
  });

  test('more requests a minute than agreed, also where there is nothing, with the time to wait', async () => {
    const strict = await world.anotherApi({}, { requestsPerMinute: 3 });
    for (const path of ['/claims', '/nowhere', PATH]) expect((await world.call('petugas.satu', path, {}, strict)).status).toBeLessThan(429);
    const answer = await world.call('petugas.satu', PATH, {}, strict);
    expectError(answer, 429, { error: 'too-many' });
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  test('HEAD says what GET would, without a body', async () => {
    const head = await world.call('petugas.satu', PATH, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await world.call(undefined, PATH, { method: 'HEAD' })).status).toBe(401);
  });
});

describe('503: who did not answer is named, and nothing was recorded', () => {
  const commandId = 'konfirmasi-rekening';

  test.each([
    ['outage', 'accountInquiry'],
    ['slow', 'accountInquiry'],
    ['garbled-answer', 'accountInquiry'],
  ] as const)(
    'the bank (%s)',
    async (kind, call) => {
      await world.bank.fault({ kind, call, delayMs: 5_000, times: 1 });
      const answer = await world.give('petugas.satu', `${PATH}/payee-account`, { ...PAYEE, commandId });
      expectError(answer, 503, { error: 'unavailable', what: 'bank' });
    },
    20_000,
  );

  test('the worker of a claim that runs, after as long as people wait; the command counts once the worker is back', async () => {
    const claimId = claimIdFor(world, 5);
    const worker = await world.startClaimsWorker();
    await world.claims.report({ claimId, calendar: calendarAround(realNow()), switches: {} }, deathEvent(storyBefore(realNow(), 5), 5));
    await until(`claim ${claimId} on record`, () => recorded(world, claimId));
    await worker.stop();
    const impatient = await world.anotherApi({ patienceMs: 500 });
    const request = { commandId: 'permintaan-satu', papers: [{ paper: 'family-card', reason: 'Foto tidak terbaca.' }] };
    const answer = await world.give('petugas.satu', `/claims/${claimId}/completion-requests`, request, impatient);
    expectError(answer, 503, { error: 'unavailable', what: 'workflow' });

    await world.startClaimsWorker();
    const again = await world.give('petugas.satu', `/claims/${claimId}/completion-requests`, request);
    expect([again.status, again.body.status]).toEqual([200, 'collecting']);
    const facts = (await world.stores.journal.read(claimId)).filter(({ fact }) => ownIdOf(fact.cause) === 'permintaan-satu');
    expect(facts.map(({ fact }) => fact.type)).toEqual(['claim.completeness-requested', 'sla.clock-stopped']);
  }, 60_000);

  test('the store', async () => {
    const { hostname, port } = new URL(testStack().mongoUrl(world.database));
    const line = await cutLine(hostname, Number(port));
    const mongo = await connectMongo(`mongodb://${line.address}/${world.database}`);
    const api = await world.anotherApi({ stores: createStores(mongo, { personKey: world.personKey }) });
    expect((await world.call('petugas.satu', PATH, {}, api)).status).toBe(200);
    await line.cut();
    expectError(await world.call('petugas.satu', PATH, {}, api), 503, { error: 'unavailable', what: 'store' });
    await mongo.close();
  }, 60_000);

  test('who tells us who people are', async () => {
    const verifyToken = createTokenVerifier({ issuer: 'http://127.0.0.1:1', audience: 'santun-api' });
    const api = await world.anotherApi({ verifyToken });
    expectError(await world.call('petugas.satu', PATH, {}, api), 503, { error: 'unavailable', what: 'identity' });
  });

  test('a mistake of ours is a 500 that says nothing of its inside', async () => {
    const api = await world.anotherApi({
      now: () => {
        throw new Error('secret detail of 0000001701000001');
      },
    });
    const answer = await world.call('petugas.satu', PATH, {}, api);
    expectError(answer, 500, { error: 'internal' });
    expect(answer.text).not.toContain('secret detail');
  });
});

describe('an account the bank has an opinion about', () => {
  const confirm = (more: object) => world.give('petugas.satu', `${PATH}/payee-account`, { ...PAYEE, ...more });

  test.each(['unknown', 'closed'])('%s: the officer is told that it is the account, not the name', async (kind) => {
    if (kind === 'closed') await world.bank.fault({ kind: 'closed-account', call: 'accountInquiry' });
    const answer = await confirm(kind === 'closed' ? {} : { accountNumber: '1300000000099' });
    expectError(answer, 409, { error: 'point-open', rule: 'design.md section 5' });
    expect(answer.body.text).toContain('Bank tidak menerima rekening ini.');
  });
});

describe('health', () => {
  test('live is a process that answers; ready names every part', async () => {
    expect((await world.call(undefined, '/health/live')).body).toEqual({ live: true });
    const ready = await world.call(undefined, '/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { ready: true, parts: { store: 'up', workflow: 'up' } }]);
  });

  test('one part that is down, or whose check itself fails, makes the whole not ready, by name', async () => {
    const health = { store: async () => true, events: async () => false, workflow: () => Promise.reject(new Error('no line')) };
    const api = await world.anotherApi({ health });
    const ready = await world.call(undefined, '/health/ready', {}, api);
    expect([ready.status, ready.body]).toEqual([503, { ready: false, parts: { store: 'up', events: 'down', workflow: 'down' } }]);
    expect((await world.call(undefined, '/health/live', {}, api)).status).toBe(200);
  });
});

test.each([PATH, '/health/live', '/status', '/nowhere', '/claims/%zz', '/claims?limit=0'])('%s has the security headers', async (path) => {
  const { headers } = await world.call('petugas.satu', path);
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(headers.get('x-powered-by')).toBeNull();
});
