import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { partnerAccounts } from '#cli/partner-accounts/partner-accounts.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { createIntake } from '#services/intake/intake.ts';
import { creditSigned } from '../schemas/events/samples.ts';
import { freshName, testStack } from '../support/stack.ts';
import { runCommand } from './run-command.ts';

const name = freshName('partner-accounts');
const personKey = 'a-person-key-made-for-this-test-only';
const database = { url: testStack().mongoUrl(name), personKey };
const run = (...args: readonly string[]) => runCommand((io) => partnerAccounts(args, io, { database }));
const NIK = '0000005701909002';
const TOLD_AT = Date.UTC(2026, 10, 2, 2);
/** No claim hears of it: there is none. */
const NOBODY_RUNS = { report: refuseCall, tell: refuseCall, isRunning: async () => false };
const ROWS = ['bpr-contoh;institution;BPR Contoh;130;1300000009001;', `bpr-contoh;staff;Staf Contoh;130;1300000009002;${NIK}`];

async function refuseCall(): Promise<never> {
  throw new Error('there is no claim to tell');
}

describe('accounts of partners are registered by a file', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let folder: string;
  beforeAll(async () => {
    mongo = await connectMongo(database.url);
    folder = mkdtempSync(join(tmpdir(), 'santun-partner-accounts-'));
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await mongo.dropDatabase();
    await mongo.close();
  });

  test('imported twice they are there once, without a number or a NIK; removed by their id, money may go there again', async () => {
    const file = join(folder, 'accounts.csv');
    writeFileSync(file, ['institutionId;kind;holderName;bankCode;accountNumber;nik', ...ROWS].join('\n'));
    expect((await run('import', file)).stdout).toContain('Rekening baru: 2; diperbarui: 0; sama: 0; baris salah: 0');
    expect((await run('import', file)).stdout).toContain('Rekening baru: 0; diperbarui: 0; sama: 2; baris salah: 0');
    const { stdout } = await run('list');
    expect(stdout).toContain('130 …9001');
    const kept = JSON.stringify(await mongo.collection('partner_accounts').find().toArray());
    for (const secret of [NIK, '1300000009001', '1300000009002']) expect(stdout + kept).not.toContain(secret);

    const stores = createStores(mongo, { personKey });
    const account = { personId: 'pasangan', personName: 'BPR Contoh', bankCode: '130', accountNumber: '1300000009001' };
    expect(await stores.accounts.keep('klaim', account)).toMatchObject({ ownedByPartner: true, ofPartner: 'account' });
    const { _id: ofStaff } = await stores.accounts.keep('klaim', {
      ...account,
      accountNumber: '1300000009999',
      nikHash: stores.accounts.nikHashOf(NIK),
    });
    expect(await stores.accounts.find(ofStaff)).toMatchObject({ ownedByPartner: true, ofPartner: 'person' });

    const id =
      stdout
        .split('\n')
        .find((line) => line.includes('9001'))
        ?.split('  ')[0] ?? '';
    expect((await run('remove', id)).code).toBe(0);
    expect((await run('remove', id)).code).toBe(1);
    const { _id } = await stores.accounts.keep('klaim', account);
    expect(await stores.accounts.find(_id)).toMatchObject({ ownedByPartner: false });
  });

  test('a readiness file that declares an account of the institution is flagged, named in the list, and freed by a newer telling', async () => {
    const stores = createStores(mongo, { personKey });
    await stores.ensureIndexes();
    const handle = createIntake({ ...stores, running: NOBODY_RUNS, personKey, now: () => TOLD_AT });
    const tell = (id: string, toldAt: number, accountNumber: string) =>
      handle({
        id,
        key: 'k',
        topic: 'partner-credit',
        type: 'credit.signed.v1',
        source: 'bpr-contoh',
        time: toIso(toldAt),
        data: creditSigned({ declaredPayee: { personId: 'p1', bankCode: '130', accountNumber, holderName: 'Suami Contoh' } }),
      } as unknown as ReceivedEvent);
    await tell('satu', TOLD_AT - 2_000, '1300000009002');
    expect((await run('list')).stdout).toContain('Berkas kesiapan yang menyebut rekening atau pegawai mitra: bpr-contoh:');
    await tell('dua', TOLD_AT - 1_000, '1300000008888');
    expect((await run('list')).stdout).not.toContain('Berkas kesiapan');
  });

  test('a command nobody knows is told how to write it', async () => {
    expect((await run('import')).code).toBe(2);
  });
});
