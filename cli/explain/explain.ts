import { createCalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { createClaimsStore } from '#adapters/mongo/claims-store.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createJournalStore } from '#adapters/mongo/journal-store.ts';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { findSource, type Source } from '#cli/source.ts';
import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { CalendarPack, CalendarVersion } from '#domain/time/calendar/pack.ts';
import { ownAsOf } from '#domain/time/clock/as-of.ts';
import { type ClaimRecord, explainClaim } from './explain-claim.ts';

const FAILED = 1;

const HELP = `santun explain menceritakan satu klaim dari jurnalnya: apa yang terjadi, oleh siapa, sampai kapan, dan apakah catatannya utuh.

Pemakaian:
  npm run -s santun -- explain STN-ABCDE-FGHJK           cerita untuk dibaca orang
  npm run -s santun -- explain STN-ABCDE-FGHJK --json    fakta jurnal, satu objek JSON per baris

Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 catatan utuh; 1 klaim tidak ada, basis data tidak terjangkau, atau catatan tidak cocok; 2 nomor atau pilihan salah.
`;

const UNREAD = {
  unreachable: 'Basis data tidak menjawab. Periksa apakah sistemnya masih berjalan, lalu coba lagi.',
  'not-an-address': 'SANTUN_MONGO_URL bukan alamat MongoDB. Bentuknya mongodb://host:port/basis-data.',
} as const;

export type ExplainDeps = { readonly source?: Source | undefined; readonly now?: () => number };

/** Reads only; needs MongoDB and nothing else of Santun. */
export async function explain(args: readonly string[], io: CommandIo, deps: ExplainDeps = {}): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readArguments(args);
  if ('problem' in wish) return fail(io, `${wish.problem}\nsantun explain NOMOR-KLAIM [--json | --help]`, USAGE_ERROR);
  const source = 'source' in deps ? deps.source : findSource();
  if (!source) {
    return fail(
      io,
      'Tidak ada sistem yang berjalan di folder ini. Jalankan npm start di jendela lain, atau setel SANTUN_MONGO_URL.',
      FAILED,
    );
  }
  io.stderr.write(`Membaca ${source.name}\n`);
  const record = await readRecord(source, wish.claimId, deps.now ?? Date.now);
  if (typeof record === 'string') return fail(io, UNREAD[record], FAILED);
  if (record.entries.length === 0 && !record.document) {
    return fail(
      io,
      `Klaim ${wish.claimId} tidak ada di basis data ini. Periksa nomornya, dan apakah sistem yang dibaca sudah benar.`,
      FAILED,
    );
  }
  const { lines, isSound } = explainClaim(record);
  io.stdout.write(wish.isJson ? record.entries.map((entry) => `${JSON.stringify(toLine(entry))}\n`).join('') : `${lines.join('\n')}\n`);
  return isSound ? 0 : FAILED;
}

type Wish = { readonly claimId: ClaimId; readonly isJson: boolean } | { readonly problem: string };

function readArguments(args: readonly string[]): Wish {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  if (unknown !== undefined) return { problem: `Pilihan tidak dikenal: ${unknown}` };
  const numbers = args.filter((arg) => !arg.startsWith('-'));
  if (numbers.length !== 1) return { problem: numbers.length === 0 ? 'Sebutkan nomor klaimnya.' : 'Sebutkan satu nomor klaim saja.' };
  const claimId = parseClaimId(numbers[0] ?? '');
  if (!claimId) return { problem: 'Bukan nomor klaim. Bentuknya STN-ABCDE-FGHJK, tanpa huruf I, L, O, U dan angka 0, 1.' };
  return { claimId, isJson: args.includes('--json') };
}

export async function readRecord(
  { url, isSandbox }: Source,
  claimId: ClaimId,
  now: () => number,
): Promise<ClaimRecord | keyof typeof UNREAD> {
  let connection: Awaited<ReturnType<typeof connectMongo>>;
  try {
    connection = await connectMongo(url);
  } catch (error) {
    return error instanceof Error && error.name === 'MongoParseError' ? 'not-an-address' : 'unreachable';
  }
  try {
    // The document first: facts are written before it, so a journal read later holds at least what it was folded from.
    const document = await createClaimsStore(connection).find(claimId);
    const entries = await createJournalStore(connection).read(claimId);
    const versions = calendarsNamed(entries);
    const named = versions.at(-1) ?? document?.state.calendar;
    const calendars = createCalendarsStore(connection);
    const branch = entries.map(({ fact }) => fact).find((fact) => fact.type === 'claim.registered') ?? document?.state ?? {};
    const find = async ({ id, version }: CalendarVersion): Promise<CalendarPack | undefined> => {
      const pack = await calendars.find(id, version);
      return pack && atBranch(pack, branch);
    };
    const calendar = named && (await find(named));
    const earlier = (await Promise.all(versions.slice(0, -1).map(find))).filter((pack) => pack !== undefined);
    const asOf = isSandbox && document ? ownAsOf(now(), document) : now();
    return { claimId, entries, asOf, earlier, ...(document && { document }), ...(calendar && { calendar }) };
  } finally {
    await connection.close();
  }
}

/** In the order in which the claim computed with them. */
function calendarsNamed(entries: ClaimRecord['entries']): readonly { readonly id: string; readonly version: number }[] {
  return entries.flatMap(({ fact }) => (fact.type === 'claim.registered' || fact.type === 'sla.calendar-changed' ? [fact.calendar] : []));
}

function toLine({ seq, fact, previous, hash }: ClaimRecord['entries'][number]): object {
  return { seq, fact, previous, hash };
}

function fail({ stderr }: CommandIo, sentence: string, code: number): number {
  stderr.write(`${sentence}\n`);
  return code;
}
