import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { readRunningEnv } from '#cli/running-env.ts';
import { readTextFile } from '#cli/text-file.ts';
import { PARTNER_ACCOUNT_COLUMNS, parsePartnerAccountFile } from '#domain/people/partners/partner-account-file.ts';

const FAILED = 1;
const MOST_FILES = 200;
const HELP = `santun partner-accounts mendaftarkan rekening lembaga mitra dan pegawainya; santunan tidak pernah dibayar ke sana.

Pemakaian:
  npm run -s santun -- partner-accounts list                yang terdaftar, dan berkas kesiapan yang menyebutnya
  npm run -s santun -- partner-accounts import BERKAS.csv   menambah dan memperbarui; boleh diulang, yang tidak disebut tetap ada
  npm run -s santun -- partner-accounts remove ID           mencabut satu rekening; ID-nya seperti di list

Berkas CSV dalam UTF-8: baris judul ${PARTNER_ACCOUNT_COLUMNS.join(';')} lalu satu baris per rekening, titik koma atau koma.
kind: institution atau staff. nik hanya untuk pegawai dan boleh kosong. Nomor rekening dan NIK disimpan sebagai sidik, tidak pernah apa adanya;
baris yang salah disebut nomornya dan tidak menghalangi baris lain.
Setelan: SANTUN_MONGO_URL dan SANTUN_PERSON_KEY; jika tidak ada, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 berhasil; 1 ada baris yang salah atau sistem tidak terjangkau; 2 perintah salah tulis.
`;

type Database = { readonly url: string; readonly personKey: string };
type Deps = { readonly database?: Database };

export async function partnerAccounts(args: readonly string[], io: CommandIo, deps: Deps = {}): Promise<number> {
  const [verb, what] = args;
  if (args.includes('--help') || args.includes('-h')) return say(io, HELP.trimEnd());
  const isList = verb === 'list' && args.length === 1;
  const takesOne = (verb === 'import' || verb === 'remove') && what !== undefined && args.length === 2;
  if (!isList && !takesOne) return fail(io, HELP.trimEnd(), USAGE_ERROR);
  try {
    if (verb === 'list') return await withStores(deps, (stores) => list(stores, io));
    if (verb === 'remove') return await withStores(deps, (stores) => remove(stores, what ?? '', io));
    // The file first: what is wrong in it is wrong whatever the database says.
    const content = await readTextFile(what ?? '');
    return await withStores(deps, (stores) => importFile(stores, content, io));
  } catch (error) {
    return fail(io, error instanceof Error ? error.message : String(error), FAILED);
  }
}

async function importFile(stores: Stores, content: string, io: CommandIo): Promise<number> {
  const { accounts, errors } = parsePartnerAccountFile(content);
  const { added, changed, same } = await stores.partnerAccounts.keep(accounts);
  io.stdout.write(`Rekening baru: ${added}; diperbarui: ${changed}; sama: ${same}; baris salah: ${errors.length}\n`);
  for (const { line, text } of errors) io.stderr.write(`Baris ${line}: ${text}\n`);
  return errors.length > 0 ? FAILED : 0;
}

async function list(stores: Stores, io: CommandIo): Promise<number> {
  const known = await stores.partnerAccounts.all();
  const rows = known.map(({ _id, institutionId, kind, holderName, bankCode, lastDigits, nikHash }) =>
    [_id, institutionId, kind, `${bankCode} …${lastDigits}`, nikHash === undefined ? 'tanpa NIK' : 'NIK terdaftar', holderName].join('  '),
  );
  const flagged = await stores.readiness.flagged('account-of-partner', MOST_FILES);
  const none = 'Belum ada rekening mitra terdaftar. Daftarkan dengan: santun partner-accounts import BERKAS.csv';
  const files = flagged.map(({ _id }) => `Berkas kesiapan yang menyebut rekening atau pegawai mitra: ${_id}`);
  return say(io, [...(rows.length > 0 ? rows : [none]), ...files].join('\n'));
}

async function remove(stores: Stores, id: string, io: CommandIo): Promise<number> {
  if (await stores.partnerAccounts.remove(id)) return say(io, 'Rekening ini dicabut dari daftar.');
  return fail(io, 'Tidak ada rekening dengan ID itu. Lihat: santun partner-accounts list', FAILED);
}

async function withStores({ database }: Deps, use: (stores: Stores) => Promise<number>): Promise<number> {
  const { url, personKey } = database ?? databaseOf(readRunningEnv());
  const mongo = await connectMongo(url);
  try {
    return await use(createStores(mongo, { personKey }));
  } finally {
    await mongo.close();
  }
}

function databaseOf(env: ReturnType<typeof readRunningEnv>): Database {
  return { url: env.SANTUN_MONGO_URL, personKey: env.SANTUN_PERSON_KEY };
}

function say({ stdout }: CommandIo, text: string): number {
  stdout.write(`${text}\n`);
  return 0;
}

function fail({ stderr }: CommandIo, text: string, code: number): number {
  stderr.write(`${text}\n`);
  return code;
}
