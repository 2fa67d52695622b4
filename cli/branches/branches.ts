import { type BranchesStore, createBranchesStore } from '#adapters/mongo/branches-store.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { findSource, type Source } from '#cli/source.ts';
import { readTextFile } from '#cli/text-file.ts';
import { BRANCH_COLUMNS, parseBranchFile } from '#domain/people/branches/branch-file.ts';
import { REGENCIES_OF_NTT, regencyName } from '#domain/people/branches/regencies.ts';

const FAILED = 1;
const HELP = `santun branches mendaftarkan cabang lembaga mitra, agar laporan dapat dikelompokkan menurut kabupaten/kota.

Pemakaian:
  npm run -s santun -- branches list                  cabang yang terdaftar
  npm run -s santun -- branches regencies             kode kabupaten/kota yang dikenal
  npm run -s santun -- branches import BERKAS.csv     menambah dan memperbarui; boleh diulang, yang tidak disebut tetap ada

Berkas CSV dalam UTF-8: baris judul ${BRANCH_COLUMNS.join(';')} lalu satu baris per cabang, titik koma atau koma; sep=; di depan boleh.
Kolom office boleh ditambahkan: kantor BPJS Ketenagakerjaan yang petugasnya memutuskan klaim cabang itu; kosong berarti kantor mana pun.
regencyCode memakai kode Kemendagri, 53.10 atau 5310 (kode BPS lain artinya: 5310 di sana Sikka, di sini Manggarai). Baris yang salah disebut nomornya
dan tidak menghalangi baris lain.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 berhasil; 1 ada baris yang salah atau sistem tidak terjangkau; 2 perintah salah tulis.
`;

type Deps = { readonly source?: Source | undefined };

export async function branches(args: readonly string[], io: CommandIo, deps: Deps = {}): Promise<number> {
  const [verb, file] = args;
  if (args.includes('--help') || args.includes('-h')) return say(io, HELP.trimEnd());
  if (verb === 'regencies' && args.length === 1) return say(io, regencyLines().join('\n'));
  const isImport = verb === 'import' && file !== undefined && args.length === 2;
  if (!isImport && !(verb === 'list' && args.length === 1)) return fail(io, HELP.trimEnd(), USAGE_ERROR);
  const source = 'source' in deps ? deps.source : findSource();
  if (!source) return fail(io, 'Tidak ada sistem yang berjalan di folder ini. Jalankan npm start, atau setel SANTUN_MONGO_URL.', FAILED);
  try {
    // The file first: what is wrong in it is wrong whatever the database says.
    const content = isImport ? await readTextFile(file) : undefined;
    return await withBranches(source.url, (store) => (content === undefined ? list(store, io) : importFile(store, content, io)));
  } catch (error) {
    return fail(io, error instanceof Error ? error.message : String(error), FAILED);
  }
}

async function importFile(store: BranchesStore, content: string, io: CommandIo): Promise<number> {
  const { branches: found, errors } = parseBranchFile(content);
  const { added, changed, same } = await store.keep(found);
  io.stdout.write(`Cabang baru: ${added}; diperbarui: ${changed}; sama: ${same}; baris salah: ${errors.length}\n`);
  for (const { line, text } of errors) io.stderr.write(`Baris ${line}: ${text}\n`);
  return errors.length > 0 ? FAILED : 0;
}

async function list(store: BranchesStore, io: CommandIo): Promise<number> {
  const known = await store.all();
  const lines = known.map(({ institutionId, branchId, name, regencyCode, office }) =>
    [
      institutionId,
      branchId,
      name,
      `${regencyCode} ${regencyName(regencyCode)}`,
      ...(office === undefined ? [] : [`kantor ${office}`]),
    ].join('  '),
  );
  return say(io, lines.length > 0 ? lines.join('\n') : 'Belum ada cabang terdaftar. Daftarkan dengan: santun branches import BERKAS.csv');
}

function regencyLines(): readonly string[] {
  const { rows, source, asOf } = REGENCIES_OF_NTT;
  return [...rows.map(({ code, name }) => `${code}  ${name}`), `Sumber: ${source}, ${asOf}`];
}

async function withBranches(url: string, use: (store: BranchesStore) => Promise<number>): Promise<number> {
  const mongo = await connectMongo(url);
  try {
    return await use(createBranchesStore(mongo));
  } finally {
    await mongo.close();
  }
}

function say({ stdout }: CommandIo, text: string): number {
  stdout.write(`${text}\n`);
  return 0;
}

function fail({ stderr }: CommandIo, text: string, code: number): number {
  stderr.write(`${text}\n`);
  return code;
}
