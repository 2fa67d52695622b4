import { connectMongo } from '#adapters/mongo/connection.ts';
import { createReadingsStore } from '#adapters/mongo/readings-store.ts';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { findSource, type Source } from '#cli/source.ts';
import { changesBetween, type Readings, stateOf } from '#domain/law/readings/readings.ts';
import { SWITCH_DEFAULTS } from '#domain/law/rules/switches.ts';

const FAILED = 1;
const STATE_TERMS = { proposed: 'diusulkan', activated: 'diaktifkan', withdrawn: 'ditarik' } as const;
const HELP = `santun readings menunjukkan bagaimana keraguan hukum dibaca (docs/open-questions.md), versi demi versi.

Pemakaian:
  npm run -s santun -- readings list        versi yang tersimpan, dan apa yang dibacanya lain dari bawaan
  npm run -s santun -- readings defaults    bacaan bawaan setiap saklar

Mengusulkan, mengaktifkan dan menarik dilakukan dua penyelia lewat API (/readings): operator di baris perintah bukan penyelia.
Klaim memakai bacaan yang berlaku pada hari terdaftar sampai selesai.
Kode keluar: 0 berhasil; 1 sistem tidak terjangkau; 2 perintah salah tulis.
`;

type Deps = { readonly source?: Source | undefined };

export async function readings(args: readonly string[], io: CommandIo, deps: Deps = {}): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return say(io, HELP.trimEnd());
  if (args.length === 1 && args[0] === 'defaults') return say(io, defaultLines().join('\n'));
  if (args.length !== 1 || args[0] !== 'list') return fail(io, HELP.trimEnd(), USAGE_ERROR);
  const source = 'source' in deps ? deps.source : findSource();
  if (!source) return fail(io, 'Tidak ada sistem yang berjalan di folder ini. Jalankan npm start, atau setel SANTUN_MONGO_URL.', FAILED);
  const mongo = await connectMongo(source.url);
  try {
    const kept = await createReadingsStore(mongo).list();
    return say(io, kept.length === 0 ? 'Belum ada versi: semua saklar memakai bacaan bawaan.' : kept.flatMap(linesOf).join('\n'));
  } finally {
    await mongo.close();
  }
}

function linesOf(one: Readings): readonly string[] {
  const changes = changesBetween({}, one.switches).map(({ switch: id, to }) => `  ${id} = ${JSON.stringify(to)}`);
  const heading = `Versi ${one.version}, ${STATE_TERMS[stateOf(one)]}, untuk klaim terdaftar sejak ${one.validFrom}`;
  return [heading, ...(changes.length > 0 ? changes : ['  semua bawaan'])];
}

function defaultLines(): readonly string[] {
  return Object.entries(SWITCH_DEFAULTS).map(([id, value]) => `${id} = ${JSON.stringify(value)}`);
}

function say({ stdout }: CommandIo, text: string): number {
  stdout.write(`${text}\n`);
  return 0;
}

function fail({ stderr }: CommandIo, text: string, code: number): number {
  stderr.write(`${text}\n`);
  return code;
}
