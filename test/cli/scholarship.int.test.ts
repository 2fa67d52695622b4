import { scholarship } from '#cli/scholarship/scholarship.ts';
import { entitlementIdOf } from '#domain/entitlement-id.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import { type RecordWorld, startRecordWorld } from './record-world.ts';
import { runCommand } from './run-command.ts';

const ID = entitlementIdOf('STN-ABCDE-FGHJK', 'anak');
const NOW = Date.UTC(2026, 7, 1, 4);
let world: RecordWorld;
beforeAll(async () => {
  world = await startRecordWorld('scholarship');
  const actor = { id: SYSTEM_ACTOR.id, role: SYSTEM_ACTOR.role };
  await world.stores.entitlements.open(ID, {
    type: 'entitlement.opened',
    claimId: 'STN-ABCDE-FGHJK',
    childId: 'anak',
    birthDate: day('2022-03-10'),
    programme: 'jkk',
    eventOn: day('2026-07-05'),
    contributionMonths: 4,
    pack: { id: 'jkm-jkk-2025', version: 1 },
    switches: {},
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-kupang',
    submitters: [],
    at: NOW,
    actor,
    cause: 'approved',
  });
  await world.stores.entitlements.change(ID, (one) =>
    one.years.length === 0 ? { type: 'year.asked', schoolYear: 2026, closesAt: NOW + 1, at: NOW, actor, cause: 'asked' } : undefined,
  );
});
afterAll(() => world.close());

const run = (...args: readonly string[]) => runCommand((io) => scholarship(args, io, { source: world.source, now: () => NOW }));

test('a child is shown year by year, with a journal that hangs together', async () => {
  const { code, stdout } = await run('show', ID.toLowerCase());
  expect(code).toBe(0);
  expect(stdout).toContain('2026/2027  menunggu bukti');
  expect(stdout).toContain('Rantai jurnal utuh, 2 fakta.');
});

test('the forecast is the published cap for a child from kindergarten on, as text, object and sheet', async () => {
  expect((await run('forecast')).stdout).toContain('1 anak  sudah dibayar Rp0  paling banyak lagi Rp87.000.000');
  expect(JSON.parse((await run('forecast', ID, '--json')).stdout)).toMatchObject({ total: 87_000_000, paid: 0 });
  const { stdout } = await run('forecast', '--csv');
  expect(stdout).toContain('Paling banyak lagi (Rp);Di antaranya tahun terlewat (Rp);2026/2027;');
  expect(stdout).toContain(`${ID};0;0;87000000;0;1500000;`);
  expect(stdout).toContain('Jumlah;0;0;87000000;0;1500000;');
});

test('what is not there, or cannot be read, is said with its own exit code', async () => {
  const codes = await Promise.all([run('show', entitlementIdOf('lain', 'anak')), run('show'), run('forecast', 'BSW-1'), run('bayar')]);
  expect(codes.map(({ code }) => code)).toEqual([1, 2, 2, 2]);
});

test('a journal changed behind our back is named and ends with 1', async () => {
  await world.mongo
    .collection<{ _id: string }>('entitlement_journal')
    .updateOne({ _id: `${ID}:00000002` }, { $set: { 'fact.closesAt': 1 } });
  const { code, stdout } = await run('show', ID);
  expect([code, stdout.includes('Rantai jurnal putus pada 2')]).toEqual([1, true]);
});
