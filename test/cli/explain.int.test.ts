import type { Connection } from 'mongoose';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { TOLD_AT, type Told } from '../api/claims-at.ts';
import { freshName, testStack } from '../support/stack.ts';
import { runExplain } from './run-explain.ts';

const CLAIM = 'STN-ABCDE-FGHJK';
const name = freshName('explain');
const source = { url: testStack().mongoUrl(name), name: 'uji' };
const now = () => Date.parse('2026-03-25T03:00:00Z');
let mongo: Connection;
beforeAll(async () => {
  mongo = await connectMongo(source.url);
  const stores = createStores(mongo, { personKey: name });
  const { claim, journal }: Told = TOLD_AT.closed();
  await stores.calendars.activate(NTT_2026);
  const entries = await stores.journal.append(
    claim.claimId,
    1,
    journal.map(({ fact }) => fact),
  );
  await stores.claims.save(claim, entries.at(-1)?.hash ?? '');
});
afterAll(async () => {
  await mongo.dropDatabase();
  await mongo.close();
});

test('a claim in the store is told whole, under any spelling of its number', async () => {
  const { code, stdout, stderr } = await runExplain(['stn abcde fghjk'], { source, now });
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Membaca uji\n' });
  expect(stdout).toMatch(/^Klaim STN-ABCDE-FGHJK\n/);
  expect(stdout).toContain('3 dari 3 → batas waktu');
  expect(stdout).toContain('Rantai jurnal utuh: 21 fakta');
});

test('--json is one fact a line and nothing else', async () => {
  const { code, stdout } = await runExplain([CLAIM, '--json'], { source, now });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; fact: { type: string } });
  expect(code).toBe(0);
  expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  expect(lines[0]?.fact.type).toBe('claim.registered');
});

test('an amount changed behind our back is found, and the exit code says so, also with --json', async () => {
  const journal = mongo.collection<{ _id: string }>('journal');
  const entry = `${CLAIM}:00000014`;
  await journal.updateOne({ _id: entry }, { $set: { 'fact.total': 99_000_000 } });
  const { code, stdout } = await runExplain([CLAIM], { source, now });
  expect(code).toBe(1);
  expect(stdout).toContain('Rantai jurnal PUTUS pada fakta 14');
  expect((await runExplain([CLAIM, '--json'], { source, now })).code).toBe(1);
  await journal.updateOne({ _id: entry }, { $set: { 'fact.total': 42_000_000 } });
  expect((await runExplain([CLAIM], { source, now })).code).toBe(0);
});

test('a claims document changed behind our back is named by its field', async () => {
  const claims = mongo.collection<{ _id: string }>('claims');
  await claims.updateOne({ _id: CLAIM }, { $set: { 'state.status': 'rejected' } });
  const { code, stdout } = await runExplain([CLAIM], { source, now });
  expect(code).toBe(1);
  expect(stdout).toContain('Dokumen klaim BERBEDA dari lipatan jurnal pada: status.');
  await claims.updateOne({ _id: CLAIM }, { $set: { 'state.status': 'closed' } });
});

test('a database that does not answer is said in words, after which system was asked', async () => {
  const { code, stdout, stderr } = await runExplain([CLAIM], { source: { url: 'mongodb://127.0.0.1:1/santun', name: 'tempat uji' } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe('Membaca tempat uji\nBasis data tidak menjawab. Periksa apakah sistemnya masih berjalan, lalu coba lagi.\n');
}, 20_000);
