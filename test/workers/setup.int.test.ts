import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { NTT_2026 } from '#domain/calendar/packs/ntt-2026.ts';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { freshName, testStack } from '../support/stack.ts';

function santun(args: readonly string[], env: Readonly<Record<string, string>>): { status: number | null; stdout: string; stderr: string } {
  const node = join(process.cwd(), 'node_modules', 'node', 'bin', 'node');
  const flags = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];
  return spawnSync(node, [...flags, 'workers/santun.ts', ...args], { env, encoding: 'utf8' });
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
    expect(await calendars.active()).toEqual(NTT_2026);
    await calendars.activate({ ...NTT_2026, version: 2 });
    expect(santun(['setup'], env).status).toBe(0);
    expect((await calendars.active()).version).toBe(2);
    await mongo.dropDatabase();
    await mongo.close();
  }, 90_000);

  test('without its variables it names each of them and what it is for', () => {
    const { status, stderr } = santun(['setup'], {});
    expect(status).toBe(1);
    expect(stderr).toContain('SANTUN_BANK_URL');
    expect(stderr).toContain('SANTUN_PERSON_KEY');
  });
});
