import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { type CalendarsStore, createCalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createOpenClaimsStore, type OpenClaimsStore } from '#adapters/mongo/open-claims-store.ts';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { findSource, type Source } from '#cli/source.ts';
import { readTextFile, UnreadableFile } from '#cli/text-file.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { CalendarFile } from '#schemas/http/calendars.ts';
import { explainIssue } from '#schemas/http/explain-issue.ts';
import { previewOpenClaims, toPreviewView } from '#services/calendars/calendar-preview.ts';
import { proposeCalendar } from '#services/calendars/calendar-steps.ts';
import { toCalendarFile } from '#services/calendars/calendar-view.ts';
import { listLines, previewLines, showLines } from './calendar-text.ts';

const FAILED = 1;
const HELP = `santun calendar menunjukkan dan mengusulkan kalender kerja. Mengaktifkan tetap pekerjaan dua penyelia yang masuk dengan nama sendiri.

Pemakaian:
  npm run -s santun -- calendar list                          semua versi, dan tahun yang segera dibutuhkan tetapi belum ada
  npm run -s santun -- calendar show ID VERSI [--json]        satu versi; --json menulis berkas yang dapat diubah dan diusulkan
  npm run -s santun -- calendar propose BERKAS --reason ALASAN --by NAMA
  npm run -s santun -- calendar preview ID VERSI [--json]     klaim terbuka mana yang bergeser, dan menjadi merah

Usulan dari sini belum dihitung sebagai mata pertama: seorang penyelia mengusulkan isi yang sama, penyelia lain mengaktifkannya.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 berhasil; 1 tidak dapat, atau berkas tidak benar; 2 perintah salah tulis.
`;

export type CalendarCommandDeps = { readonly source?: Source | undefined; readonly now?: () => number };

type Wish =
  | { readonly verb: 'list' }
  | { readonly verb: 'show' | 'preview'; readonly id: string; readonly version: number; readonly isJson: boolean }
  | { readonly verb: 'propose'; readonly file: string; readonly reason: string; readonly by: string };

/** Needs MongoDB and nothing else of Santun. */
export async function calendar(args: readonly string[], io: CommandIo, deps: CalendarCommandDeps = {}): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readWish(args);
  if (typeof wish === 'string') return fail(io, `${wish}\nsantun calendar --help menjelaskan pemakaiannya.`, USAGE_ERROR);
  const source = 'source' in deps ? deps.source : findSource();
  if (!source) return fail(io, 'Tidak ada sistem yang berjalan di folder ini. Jalankan npm start, atau setel SANTUN_MONGO_URL.', FAILED);
  io.stderr.write(`Membaca ${source.name}\n`);
  try {
    io.stdout.write(`${(await answer(wish, source.url, (deps.now ?? Date.now)())).join('\n')}\n`);
    return 0;
  } catch (error) {
    return fail(io, sentencesOf(error).join('\n'), FAILED);
  }
}

async function answer(wish: Wish, url: string, asOf: number): Promise<readonly string[]> {
  if (wish.verb === 'propose') {
    // The file first: what is wrong in it is wrong whatever the database says.
    const file = await readCalendarFile(wish.file);
    return withCalendars(url, (stores) => proposeFile(stores, file, wish, asOf));
  }
  if (wish.verb === 'list') {
    return withCalendars(url, async ({ calendars }) => listLines(await calendars.list(), await activeIn(calendars), asOf));
  }
  return withCalendars(url, (stores) => tell(stores, wish, asOf));
}

async function proposeFile(
  { calendars }: CalendarStores,
  { pack, digest }: Awaited<ReturnType<typeof readCalendarFile>>,
  { by, reason }: Extract<Wish, { verb: 'propose' }>,
  at: number,
): Promise<readonly string[]> {
  const actor = { id: `operator:${by}`, role: 'system' } as const;
  const kept = await proposeCalendar(calendars, pack, { actor, at, reason, commandId: digest });
  const next = 'Diusulkan. Seorang penyelia mengusulkan isi yang sama, lalu penyelia lain mengaktifkannya.';
  return [...showLines(kept, await activeIn(calendars)), '', next];
}

async function tell(stores: CalendarStores, wish: Extract<Wish, { verb: 'show' | 'preview' }>, asOf: number): Promise<readonly string[]> {
  const kept = await stores.calendars.read(wish.id, wish.version);
  if (!kept) throw new NoSuchCalendar(wish.id, wish.version);
  const { pack } = kept;
  if (wish.verb === 'show') return wish.isJson ? [json(toCalendarFile(pack))] : showLines(kept, await activeIn(stores.calendars));
  const preview = await previewOpenClaims(stores, pack, asOf);
  return wish.isJson ? [json(toPreviewView(preview, pack, asOf))] : previewLines(preview, pack, asOf);
}

type CalendarStores = { readonly calendars: CalendarsStore; readonly openClaims: OpenClaimsStore };

async function withCalendars<T>(url: string, work: (stores: CalendarStores) => Promise<T>): Promise<T> {
  const connection = await connectMongo(url);
  try {
    return await work({ calendars: createCalendarsStore(connection), openClaims: createOpenClaimsStore(connection) });
  } finally {
    await connection.close();
  }
}

async function activeIn(calendars: CalendarsStore): Promise<CalendarPack | undefined> {
  return (await calendars.latestActivation())?.pack;
}

/** The digest stands for the press of a button: the same file again is the same proposal. */
async function readCalendarFile(file: string) {
  const written = await readTextFile(file);
  const pack = CalendarFile.parse(JSON.parse(written), { error: explainIssue });
  return { pack, digest: createHash('sha256').update(written).digest('hex') };
}

function readWish(args: readonly string[]): Wish | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    return 'Ada pilihan yang tidak dikenal atau tanpa isi.';
  }
  const { values, positionals } = parsed;
  const [verb = '', first = '', second = '', ...rest] = positionals;
  const isJson = values.json === true;
  if (verb === 'list' && first === '') return { verb };
  if ((verb === 'show' || verb === 'preview') && first !== '' && /^[1-9]\d{0,8}$/.test(second) && rest.length === 0) {
    return { verb, id: first, version: Number(second), isJson };
  }
  if (verb === 'propose' && first !== '' && second === '') {
    const [reason = '', by = ''] = [values.reason?.trim(), values.by?.trim()];
    if (reason === '' || by === '') return 'Sebutkan alasannya (--reason) dan siapa yang mengusulkan (--by): keduanya disimpan.';
    return { verb, file: first, reason, by };
  }
  return 'Sebutkan list, show ID VERSI, propose BERKAS, atau preview ID VERSI.';
}

function parse(args: readonly string[]) {
  const options = { json: { type: 'boolean' }, reason: { type: 'string' }, by: { type: 'string' } } as const;
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

class NoSuchCalendar extends Error {
  override readonly name = 'NoSuchCalendar';

  constructor(id: string, version: number) {
    super(`Kalender ${id} versi ${version} tidak ada. Lihat santun calendar list.`);
  }
}

function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof ZodError)
    return ['Kalender tidak benar:', ...error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)];
  if (error instanceof SyntaxError) return ['Berkas bukan JSON yang utuh. Periksa tanda kurung dan komanya.'];
  if (error instanceof NoSuchCalendar || error instanceof UnreadableFile) return [error.message];
  if (isNotThere(error)) return ['Berkas tidak ada. Periksa namanya.'];
  return [`Gagal: ${error instanceof Error ? error.message : String(error)}`];
}

function isNotThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function json(value: object): string {
  return JSON.stringify(value, undefined, 2);
}

function fail({ stderr }: CommandIo, sentence: string, code: number): number {
  stderr.write(`${sentence}\n`);
  return code;
}
