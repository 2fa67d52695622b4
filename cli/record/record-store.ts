import { connectMongo } from '#adapters/mongo/connection.ts';
import { isStoreAway } from '#adapters/mongo/faults.ts';
import type { CommandIo } from '#cli/command.ts';
import { findSource, type Source } from '#cli/source.ts';

export type RecordDeps = { readonly source?: Source | undefined; readonly now?: () => number };

export type StoreConnection = Awaited<ReturnType<typeof connectMongo>>;

export const FAILED = 1;

const NO_SOURCE = 'Tidak ada sistem yang berjalan di folder ini. Jalankan npm start di jendela lain, atau setel SANTUN_MONGO_URL.';
const NOT_AN_ADDRESS = 'SANTUN_MONGO_URL bukan alamat MongoDB. Bentuknya mongodb://host:port/basis-data.';
const SILENT = 'Basis data tidak menjawab. Periksa apakah sistemnya masih berjalan, lalu coba lagi.';

/** Says which store is read, opens it, and closes it whatever happens; a store that does not answer is a sentence and exit code 1. */
export async function withStore(io: CommandIo, deps: RecordDeps, work: (connection: StoreConnection) => Promise<number>): Promise<number> {
  const source = 'source' in deps ? deps.source : findSource();
  if (!source) return fail(io, NO_SOURCE);
  io.stderr.write(`Membaca ${source.name}\n`);
  let connection: StoreConnection | undefined;
  // Whoever writes is told as well; without a listener `| head` would end the process amid its work.
  const ignore = (): void => undefined;
  io.stdout.on('error', ignore);
  try {
    connection = await connectMongo(source.url);
    return await work(connection);
  } catch (error) {
    if (nameOf(error) === 'MongoParseError') return fail(io, NOT_AN_ADDRESS);
    if (codeOf(error) === 'EPIPE') return FAILED;
    if (!isStoreAway(error)) throw error;
    return fail(io, SILENT);
  } finally {
    await connection?.close();
    io.stdout.off('error', ignore);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function fail({ stderr }: CommandIo, sentence: string): number {
  stderr.write(`${sentence}\n`);
  return FAILED;
}
