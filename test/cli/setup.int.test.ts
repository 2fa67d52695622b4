import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { CalendarFile } from '#schemas/http/calendars.ts';
import { previewOpenClaims } from '#services/calendars/calendar-preview.ts';
import { activateCalendar, proposeCalendar, withdrawCalendar } from '#services/calendars/calendar-steps.ts';
import { toCalendarFile } from '#services/calendars/calendar-view.ts';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { completedClaim } from '../support/claim-begun.ts';
import { clockOfParent } from '../support/real-clock.ts';
import { freshName, testStack } from '../support/stack.ts';

function santun(args: readonly string[], env: Readonly<Record<string, string>>): { status: number | null; stdout: string; stderr: string } {
  const node = join(process.cwd(), 'node_modules', 'node', 'bin', 'node');
  const flags = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];
  return spawnSync(node, [...flags, 'workers/santun.ts', ...args], { env: { ...clockOfParent(), ...env }, encoding: 'utf8' });
}

describe('santun setup', () => {
  test('makes a new installation ready once, and leaves the calendar it finds alone', async () => {
    const stack = testStack();
    const name = freshName('setup');
    const servers = { ...stack.env, SANTUN_MONGO_URL: stack.mongoUrl(name), SANTUN_KAFKA_TOPIC_PREFIX: `${name}.` };
    const { santun: env } = await sandboxWorld(mkdtempSync(join(tmpdir(), 'santun-setup-')), servers, () => undefined);
    expect(santun(['setup'], env)).toMatchObject({ status: 0, stdout: expect.stringContaining('diaktifkan') });
    expect(santun(['setup'], env)).toMatchObject({ status: 0, stdout: expect.stringContaining('sudah aktif') });

    const mongo = await connectMongo(servers.SANTUN_MONGO_URL);
    const { calendars } = createStores(mongo, { personKey: 'unused-here' });
    expect(await calendars.active()).toEqual(NTT_2027);
    await calendars.activate({ ...NTT_2027, version: 2 });
    expect(santun(['setup'], env).status).toBe(0);
    expect((await calendars.active()).version).toBe(2);
    expect(await calendars.list()).toHaveLength(2);
    await mongo.dropDatabase();
    await mongo.close();
  }, 90_000);

  test('proposes the calendar of 2027 to an installation that runs on 2026: two supervisors activate it, and no deadline moves', async () => {
    const stack = testStack();
    const name = freshName('setup');
    const servers = { ...stack.env, SANTUN_MONGO_URL: stack.mongoUrl(name), SANTUN_KAFKA_TOPIC_PREFIX: `${name}.` };
    const { santun: env } = await sandboxWorld(mkdtempSync(join(tmpdir(), 'santun-setup-')), servers, () => undefined);
    const mongo = await connectMongo(servers.SANTUN_MONGO_URL);
    const stores = createStores(mongo, { personKey: 'unused-here' });
    const { calendars } = stores;
    await stores.ensureIndexes();
    await calendars.activate(NTT_2026);
    const completedAt = instant('2026-11-16T04:00:00Z');
    const { claim } = completedClaim('STN-ABCDE-FGHJK' as ClaimId, NTT_2026, completedAt, 1);
    await stores.claims.save(claim, 'seeded');

    const proposed = santun(['setup'], env);
    expect(proposed).toMatchObject({ status: 0, stdout: expect.stringContaining('Kalender NTT 2026 versi 1 sudah aktif.') });
    expect(proposed.stdout).toContain('Kalender NTT 2026–2027 (ntt-2027 versi 1) diusulkan dan belum aktif.');
    expect(santun(['setup'], env).stdout).toBe(proposed.stdout);
    expect(await calendars.active()).toEqual(NTT_2026);
    const kept = await calendars.read('ntt-2027', 1);
    expect(kept).toMatchObject({ state: 'proposed', pack: NTT_2027 });
    expect(kept?.steps).toHaveLength(1);

    // What the setup proposes nobody has seen; a supervisor proposes the very same, read back from the file the command line shows.
    const wish = (id: string) => ({
      actor: { id, role: 'supervisor' } as const,
      at: completedAt,
      reason: 'SKB 2027.',
      commandId: `tekan-${id}`,
    });
    await expect(activateCalendar(calendars, NTT_2027, wish('penyelia-1'))).rejects.toThrow('belum diusulkan seorang penyelia');
    const preview = await previewOpenClaims(stores, NTT_2027, completedAt);
    expect(preview.totals).toEqual({ open: 1, moved: 0, turnRed: 0, leaveRed: 0, uncomputable: 0, rungsAtOnce: 0 });
    const file = JSON.parse(JSON.stringify(toCalendarFile((await calendars.read('ntt-2027', 1))?.pack ?? NTT_2026)));
    await proposeCalendar(calendars, CalendarFile.parse(file), wish('penyelia-1'));
    await expect(activateCalendar(calendars, NTT_2027, { ...wish('penyelia-1'), commandId: 'tekan-lagi' })).rejects.toThrow(
      'penyelia lain',
    );
    await activateCalendar(calendars, NTT_2027, wish('penyelia-2'));
    expect(await calendars.active()).toEqual(NTT_2027);
    expect(await calendars.find('ntt-2026', 1)).toEqual(NTT_2026);
    expect(santun(['setup'], env).stdout).toMatch(/^Topik dan indeks siap\. Kalender NTT 2026–2027 versi 1 sudah aktif\.\n/);
    await mongo.dropDatabase();
    await mongo.close();
  }, 120_000);

  test('proposes nothing again that two people withdrew, nor to an office of another zone', async () => {
    const stack = testStack();
    const name = freshName('setup');
    const servers = { ...stack.env, SANTUN_MONGO_URL: stack.mongoUrl(name), SANTUN_KAFKA_TOPIC_PREFIX: `${name}.` };
    const { santun: env } = await sandboxWorld(mkdtempSync(join(tmpdir(), 'santun-setup-')), servers, () => undefined);
    const mongo = await connectMongo(servers.SANTUN_MONGO_URL);
    const { calendars } = createStores(mongo, { personKey: 'unused-here' });
    await calendars.activate({ ...NTT_2026, id: 'dki-2026', zone: 'Asia/Jakarta' });
    expect(santun(['setup'], env).stdout).not.toContain('diusulkan');
    await calendars.activate(NTT_2026);
    expect(santun(['setup'], env).stdout).toContain('diusulkan');
    const actor = { id: 'penyelia-1', role: 'supervisor' } as const;
    await withdrawCalendar(calendars, NTT_2027, { actor, at: 0, reason: 'Disusun sendiri.', commandId: 'tarik-1' });
    expect(santun(['setup'], env).stdout).not.toContain('diusulkan');
    expect(await calendars.active()).toEqual(NTT_2026);
    await mongo.dropDatabase();
    await mongo.close();
  }, 120_000);

  test('without its variables it names each of them and what it is for', () => {
    const { status, stderr } = santun(['setup'], {});
    expect(status).toBe(1);
    expect(stderr).toContain('SANTUN_BANK_URL');
    expect(stderr).toContain('SANTUN_PERSON_KEY');
  });
});
