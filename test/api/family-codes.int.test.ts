import { createFamilyCodeSweep } from '#activities/sweep-family-codes.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { issueFirstCode } from '#services/intake/first-code.ts';
import { testMessages } from '../support/messages.ts';
import { realNow } from '../support/real-clock.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const PHONE = '+6281234567890';
const ADDRESS = 'https://santun.example';
const CODE = /\b([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})\b/;

let world: ApiWorld;
let provider: Awaited<ReturnType<typeof testMessages>>;
let n = 4_000;
beforeAll(async () => {
  world = await startApiWorld();
  await keepCalendar(world);
  provider = await testMessages();
}, 120_000);
afterAll(async () => {
  await provider.close();
  await world.close();
}, 60_000);

async function fresh(): Promise<ClaimId> {
  n += 1;
  const claimId = claimNumber(n);
  await seedClaim(world, 'verifying', { claimId, institutionId: 'bpr-contoh' });
  return claimId;
}

const open = (claim: string, code: string): Promise<Answer> =>
  world.call(undefined, '/status', { method: 'POST', body: new URLSearchParams({ claim, secret: code }).toString(), headers: FORM });
const reported = (claimId: ClaimId, contact = { name: 'Kontak Contoh', phone: PHONE }): Promise<void> =>
  issueFirstCode({ familyCodes: world.stores.familyCodes, publicUrl: ADDRESS, now: realNow }, claimId, contact, true);
const sweep = (at = realNow()): Promise<void> => createFamilyCodeSweep({ ...world.stores, messages: provider.port })(at);
const messagesTo = async (claimId: string) => (await provider.sent()).filter(({ text }) => text.includes(claimId));
const give = (person: string, claimId: string, body: object): Promise<Answer> =>
  world.give(person, `/claims/${claimId}/family-codes`, body);

describe('the family gets its code', () => {
  test('at the first report by a short plain message that names nobody and no amount, once however often it is reported', async () => {
    const claimId = await fresh();
    await Promise.all([reported(claimId), reported(claimId)]);
    await reported(claimId);
    await sweep();
    await sweep();
    const [message, ...others] = await messagesTo(claimId);
    expect(others).toEqual([]);
    expect(message?.to).toBe(PHONE);
    expect(message?.text.length).toBeLessThanOrEqual(160);
    expect(message?.text).not.toMatch(/Contoh|Rp|meninggal|\d{7,}/i);
    const code = CODE.exec(message?.text ?? '')?.[1] ?? '';
    expect((await open(claimId, code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    const [kept] = await world.stores.familyCodes.ofClaim(claimId);
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
    expect(kept?.message).toMatchObject({ state: 'sent' });
    expect(kept?.message?.text).toBeUndefined();
  });

  test('also when the provider was away, or took it and did not say so: one message, and nothing is lost', async () => {
    const claimId = await fresh();
    await reported(claimId);
    await provider.fault('outage');
    await sweep();
    expect(await messagesTo(claimId)).toEqual([]);
    await provider.fault('taken-without-answer');
    await sweep();
    await sweep();
    expect(await messagesTo(claimId)).toHaveLength(1);
    expect((await world.stores.familyCodes.ofClaim(claimId))[0]?.message).toMatchObject({ state: 'sent', tries: 3 });
  });

  test('what is refused, or waits for an hour, becomes work for a person', async () => {
    const [refused, waiting] = [await fresh(), await fresh()];
    await reported(refused);
    await provider.fault('not-served');
    await sweep();
    await reported(waiting);
    await provider.fault('outage');
    await sweep(realNow() + 2 * 3_600_000);
    for (const claimId of [refused, waiting]) {
      expect(await world.stores.incidents.ofClaim(claimId)).toMatchObject([{ kind: 'family-code-not-sent' }]);
    }
  });

  test('printed at the counter, shown once; a second press of the same button shows it to nobody', async () => {
    const claimId = await fresh();
    const body = { commandId: 'cetak-kode-1', personId: 'pasangan', personName: 'Pasangan Contoh' };
    const first = await give('staf.bpr', claimId, body);
    expect(first.body.letter).toContain(first.body.code);
    expect(first.body.letter).toContain('Pasangan Contoh');
    expect((await open(claimId, first.body.code)).status).toBe(200);
    const again = await give('staf.bpr', claimId, body);
    expect([again.status, again.body.code]).toEqual([200, undefined]);
    const list = await world.call('petugas.satu', `/claims/${claimId}/family-codes`);
    expect(list.body.codes).toMatchObject([{ personId: 'pasangan', state: 'active', issuedBy: { id: 'staf.bpr' } }]);
    expect(list.text).not.toContain(first.body.code);
  });

  test('each person has an own one: made anew for one, or taken back, it ends for that one alone', async () => {
    const claimId = await fresh();
    const codeOf = async (personId: string, commandId: string): Promise<Answer['body']> =>
      (await give('petugas.satu', claimId, { commandId, personId, personName: personId })).body;
    const wife = await codeOf('pasangan', 'kode-istri-1');
    const son = await codeOf('anak', 'kode-anak-01');
    const anew = await codeOf('pasangan', 'kode-istri-2');
    const states = async () => Promise.all([wife, son, anew].map(async ({ code }) => (await open(claimId, code)).status));
    expect(await states()).toEqual([404, 200, 200]);
    const path = `/claims/${claimId}/family-codes/${son.codeId}/revoke`;
    expect((await world.give('staf.bpr', path, { commandId: 'cabut-kode-1' })).status).toBe(200);
    expect(await states()).toEqual([404, 404, 200]);
  });

  test('the old code, which could be computed from the claim, ends with the first that is made', async () => {
    const claimId = await fresh();
    const old = world.statusSecret(claimId);
    expect((await open(claimId, old)).status).toBe(200);
    await give('petugas.satu', claimId, { commandId: 'kode-baru-01', personName: 'Pasangan Contoh' });
    expect((await open(claimId, old)).status).toBe(404);
  });

  test('who guesses is seen: so many wrong ones a day for one claim become an incident, also where the claim does not exist', async () => {
    const claimId = await fresh();
    for (let tries = 0; tries < 10; tries += 1) expect((await open(claimId, 'AAAABBBBCCCC')).status).toBe(404);
    await sweep();
    expect(await world.stores.incidents.ofClaim(claimId)).toMatchObject([{ kind: 'status-code-guessed' }]);
  });

  test('only whoever stands before the family may make one, and only for a claim of his own', async () => {
    const claimId = await fresh();
    const body = (commandId: string) => ({ commandId, personName: 'Pasangan Contoh' });
    expect((await give('staf.ksp', claimId, body('asing-kode-1'))).status).toBe(404);
    expect((await give('auditor', claimId, body('asing-kode-2'))).status).toBe(404);
    expect((await give('sistem-bpr', claimId, body('asing-kode-3'))).status).toBe(404);
    const wrong = await give('staf.bpr', claimId, { ...body('telepon-salah'), phone: '12-34-56' });
    expect([wrong.status, wrong.body.text]).toEqual([409, expect.stringContaining('0812')]);
    expect(await world.stores.familyCodes.ofClaim(claimId)).toEqual([]);
  });
});
