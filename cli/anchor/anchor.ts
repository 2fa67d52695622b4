import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entryId } from '#adapters/mongo/journal.model.ts';
import { type Command, type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { CLAIMS, ENTITLEMENTS } from '#cli/record/record-kinds.ts';
import { FAILED, type RecordDeps, type StoreConnection, withStore } from '#cli/record/record-store.ts';
import { anchorFiles, type Head, readAnchor, readKey, writeAnchor } from './anchor-file.ts';

const HELP = `santun anchor menjangkarkan jurnal di luar basis data: ekor setiap rantai, ditandatangani, dalam satu berkas per malam.

Pemakaian:
  npm run -s santun -- anchor make-key --dir FOLDER     membuat anchor-key.pem dan anchor-key.pub.pem; simpan yang pertama di tempat terkunci
  npm run -s santun -- anchor write --dir FOLDER        menulis jangkar malam ini, dengan --key BERKAS bila kuncinya di tempat lain
  npm run -s santun -- anchor verify --dir FOLDER       mencocokkan semua jangkar dengan jurnal, dengan --public BERKAS

Siapa pun yang dapat menulis ke basis data dapat menulis ulang jurnal beserta rantainya; terhadap jangkar hal itu terlihat. Jalankan write setiap malam
oleh pengguna yang hanya boleh membaca, dan salin foldernya ke tempat yang tidak dapat ditulis sistem ini.
Kode keluar: 0 utuh; 1 ada yang ditulis ulang, jangkar yang hilang atau bukan dari kunci itu, atau sistem tidak terjangkau; 2 salah tulis.
`;

const KEY = 'anchor-key.pem';
const PUBLIC = 'anchor-key.pub.pem';
const BATCH = 500;

type Wish = { readonly verb: 'make-key' | 'write' | 'verify'; readonly dir: string; readonly key: string; readonly publicKey: string };

export const anchor = (async (args, io, deps: RecordDeps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readWish(args);
  if (wish === undefined) {
    io.stderr.write(HELP);
    return USAGE_ERROR;
  }
  if (wish.verb === 'make-key') return makeKey(wish, io);
  const needed = wish.verb === 'write' ? wish.key : wish.publicKey;
  if (!existsSync(needed)) {
    io.stderr.write(`Kunci tidak ada: ${needed}. Buat dengan: santun anchor make-key --dir ${wish.dir}\n`);
    return FAILED;
  }
  return withStore(io, deps, (connection) =>
    wish.verb === 'write' ? write(wish, connection, io, (deps.now ?? Date.now)()) : verify(wish, connection, io),
  );
}) satisfies Command;

function readWish(args: readonly string[]): Wish | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { dir: { type: 'string' }, key: { type: 'string' }, public: { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, ...more] = positionals;
    const { dir } = values;
    if (dir === undefined || more.length > 0 || (verb !== 'make-key' && verb !== 'write' && verb !== 'verify')) return undefined;
    return { verb, dir, key: values.key ?? join(dir, KEY), publicKey: values.public ?? join(dir, PUBLIC) };
  } catch {
    return undefined;
  }
}

function makeKey({ dir, key, publicKey }: Wish, io: CommandIo): number {
  if (existsSync(key)) {
    io.stderr.write(`Kunci sudah ada: ${key}. Jangkar lama hanya terbukti dengannya; pindahkan dahulu bila ingin yang baru.\n`);
    return FAILED;
  }
  mkdirSync(dir, { recursive: true });
  const pair = generateKeyPairSync('ed25519');
  writeFileSync(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(publicKey, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  io.stdout.write(`Dibuat: ${key} (rahasia) dan ${publicKey}\n`);
  return 0;
}

async function write({ dir, key }: Wish, connection: StoreConnection, io: CommandIo, now: number): Promise<number> {
  const { path, seal } = await writeAnchor(dir, headsOf(connection), { key: readKey(key), now });
  io.stdout.write(`Jangkar ${path}: ${seal.heads} jurnal, sidik ${seal.digest.slice(0, 16)}\n`);
  return 0;
}

/** The last entry of every journal, in order; one at a time, whatever their number. */
async function* headsOf(connection: StoreConnection): AsyncGenerator<Head> {
  for (const { journal } of [CLAIMS, ENTITLEMENTS]) {
    let last: Head | undefined;
    const fields = { projection: { claimId: 1, seq: 1, hash: 1 } };
    for await (const { claimId: id, seq, hash } of connection.collection(journal).find({}, fields).sort({ _id: 1 })) {
      if (last !== undefined && last.id !== id) yield last;
      last = { id, seq, hash };
    }
    if (last !== undefined) yield last;
  }
}

async function verify({ dir, publicKey }: Wish, connection: StoreConnection, io: CommandIo): Promise<number> {
  const files = anchorFiles(dir);
  let faults = 0;
  let previous = '';
  const tell = (sentence: string): void => {
    faults += 1;
    io.stderr.write(`${sentence}\n`);
  };
  for (const name of files) {
    try {
      const heads = readAnchor(join(dir, name), publicKey);
      let batch: Head[] = [];
      let next = await heads.next();
      for (; !next.done; next = await heads.next()) {
        batch.push(next.value);
        if (batch.length < BATCH) continue;
        for (const id of await rewritten(connection, batch)) tell(`${id}: ditulis ulang sesudah ${name}`);
        batch = [];
      }
      for (const id of await rewritten(connection, batch)) tell(`${id}: ditulis ulang sesudah ${name}`);
      if (next.value.previous !== previous) tell(`${name}: jangkar sebelum ini hilang atau diganti`);
      previous = next.value.signature;
    } catch (error) {
      tell(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (files.length === 0) tell(`Tidak ada jangkar di ${dir}.`);
  io.stdout.write(faults === 0 ? `Utuh: ${files.length} jangkar cocok dengan jurnal.\n` : `Ditemukan ${faults} masalah.\n`);
  return faults === 0 ? 0 : FAILED;
}

/** Journals whose entry at the anchored number is another one now, or gone. */
async function rewritten(connection: StoreConnection, heads: readonly Head[]): Promise<readonly string[]> {
  const wanted = new Map(heads.map((head) => [entryId(head.id, head.seq), head]));
  for (const { journal } of [CLAIMS, ENTITLEMENTS]) {
    const query = { _id: { $in: [...wanted.keys()] } } as object;
    for await (const { _id, hash } of connection.collection(journal).find(query, { projection: { hash: 1 } })) {
      if (wanted.get(String(_id))?.hash === hash) wanted.delete(String(_id));
    }
  }
  return [...wanted.values()].map(({ id }) => id);
}
