import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Connection } from 'mongoose';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { calendar } from '#cli/calendar/calendar.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { refuseActivation } from '#domain/time/calendar/proposal.ts';
import { asFile, corrected } from '../factories/decreed-calendar.ts';
import { completedClaim } from '../support/claim-begun.ts';
import { freshName, testStack } from '../support/stack.ts';

const name = freshName('calendar-cli');
const source = { url: testStack().mongoUrl(name), name: 'uji' };
const now = instant('2026-11-17T04:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'santun-calendar-'));
let mongo: Connection;
let stores: Stores;
beforeAll(async () => {
  mongo = await connectMongo(source.url);
  stores = createStores(mongo, { personKey: name });
  await stores.ensureIndexes();
  await stores.calendars.activate(NTT_2026);
  const { claim } = completedClaim('STN-ABCDE-FGHJK' as ClaimId, NTT_2026, instant('2026-11-16T04:00:00Z'), 1);
  await stores.claims.save(claim, 'seeded');
});
afterAll(async () => {
  await mongo.dropDatabase();
  await mongo.close();
});

async function run(...args: readonly string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const collected = Promise.all([text(stdout), text(stderr)]);
  const code = await calendar(args, { stdin, stdout, stderr }, { source, now: () => now });
  stdout.end();
  stderr.end();
  const [out, err] = await collected;
  return { code, stdout: out, stderr: err };
}

function fileWith(content: object | string): string {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const WHY = ['--reason', 'SKB perubahan terbit.', '--by', 'jaga'] as const;

test('list shouts about the year that is missing, and says which version is active', async () => {
  const { code, stdout } = await run('list');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^PERHATIAN: Kalender kerja tahun 2027 belum ada/);
  expect(stdout).toMatch(/ntt-2026 1 +AKTIF +NTT 2026 +2026/);
});

test('what show writes can be changed and proposed; nobody has looked at it yet, so nobody can activate it', async () => {
  const shown = JSON.parse((await run('show', 'ntt-2026', '1', '--json')).stdout) as ReturnType<typeof asFile>;
  expect(shown).toEqual(asFile(NTT_2026));
  const file = fileWith({ ...shown, version: 2, holidays: [...shown.holidays, '2026-11-18'] });
  const { code, stdout } = await run('propose', file, ...WHY);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('diusulkan oleh operator:jaga (system): SKB perubahan terbit.'),
  });
  expect((await run('propose', file, ...WHY)).code).toBe(0);
  const kept = await stores.calendars.read('ntt-2026', 2);
  expect(kept?.steps).toHaveLength(1);
  expect(kept && refuseActivation(kept, { id: 'penyelia-1', role: 'supervisor' }, NTT_2026)?.refused).toBe('maker-is-checker');
});

test('preview names the claim, the old limit and the new one', async () => {
  const { code, stdout, stderr } = await run('preview', 'ntt-2026', '2');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Membaca uji\n' });
  expect(stdout).toContain('1 klaim terbuka bergeser, 0 menjadi merah, 0 menjadi tidak merah (dari 1 klaim terbuka).');
  expect(stdout).toContain('Batas hukum JKM: Kam 19 Nov 2026, 16.00 WITA → Jum 20 Nov 2026, 16.00 WITA');
  const json = JSON.parse((await run('preview', 'ntt-2026', '2', '--json')).stdout) as { totals: object };
  expect(json.totals).toEqual({ open: 1, moved: 1, turnRed: 0, leaveRed: 0, uncomputable: 0, rungsAtOnce: 0 });
});

test('a file with mistakes is refused with every field, and nothing is kept', async () => {
  const wrong = { ...asFile(corrected(NTT_2026, {})), version: 3, years: [2026, 2027], service: { from: '16:00', to: '08:00' } };
  const { code, stderr } = await run('propose', fileWith(wrong), ...WHY);
  expect(code).toBe(1);
  expect(stderr).toMatch(/years\.1: Tahun 2027 tanpa satu pun hari libur/);
  expect(stderr).toMatch(/service\.to: Jam tutup harus sesudah jam buka/);
  expect(await stores.calendars.read('ntt-2026', 3)).toBeUndefined();
});

test.each<[string, readonly string[], number, RegExp]>([
  ['a file that is not there', ['propose', 'tidak-ada.json', ...WHY], 1, /Berkas tidak ada/],
  ['half a file', ['propose', fileWith('{"id":'), ...WHY], 1, /bukan JSON/],
  ['no reason', ['propose', fileWith({}), '--by', 'jaga'], 2, /--reason/],
  ['a version that is spent', ['propose', fileWith(asFile(NTT_2026)), ...WHY], 1, /sudah memiliki versi 2\. Pakai versi 3/],
  ['a version nobody kept', ['show', 'ntt-2026', '9'], 1, /tidak ada\. Lihat santun calendar list/],
  ['no version', ['show', 'ntt-2026'], 2, /show ID VERSI/],
  ['activation, which is for two people', ['activate', 'ntt-2026', '2'], 2, /list, show ID VERSI, propose BERKAS, atau preview/],
  ['an unknown option', ['list', '--semua'], 2, /pilihan yang tidak dikenal/],
  ['nothing at all', [], 2, /--help/],
])('%s is answered in words', async (_what, args, code, message) => {
  const answered = await run(...args);
  expect(answered.code).toBe(code);
  expect(answered.stderr).toMatch(message);
});
