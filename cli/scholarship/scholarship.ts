import { firstBreak } from '#adapters/mongo/chain.ts';
import { createEntitlementsStore, type EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import { type Command, type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { writeLines } from '#cli/record/record-output.ts';
import { FAILED, type RecordDeps, withStore } from '#cli/record/record-store.ts';
import { type EntitlementId, parseEntitlementId } from '#domain/entitlement-id.ts';
import { AMOUNT_CHANGES } from '#domain/scholarship/entitlement/amount-changes.ts';
import type { TotalForecast } from '#domain/scholarship/entitlement/forecast.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { readForecast, toForecastRows } from '#services/entitlements/scholarship-forecast.ts';
import { toCsv } from '#services/reports/csv-file.ts';
import { RESOLVE_USAGE, resolveYearPayment } from './scholarship-resolve.ts';
import { toForecastLines, toShowLines } from './scholarship-text.ts';

const USAGE = 'santun scholarship show NOMOR [--json] | forecast [NOMOR…] [--json | --csv] | resolve …';
const HELP = `santun scholarship menunjukkan beasiswa seorang anak, atau menaksir yang masih akan jatuh tempo.

Pemakaian:
  npm run -s santun -- scholarship show BSW-ABCDE-FGHJK     setiap tahun ajaran, dan keutuhan jurnalnya
  npm run -s santun -- scholarship forecast                 paling banyak yang masih akan dibayar, per anak dan per tahun ajaran
  npm run -s santun -- scholarship forecast --json          satu objek JSON; --csv untuk lembar kerja (titik koma, BOM)
  npm run -s santun -- ${RESOLVE_USAGE.replace('santun ', '')}
      menyatakan isi rekening koran tentang pembayaran yang tidak dijawab bank; orang kedua yang menyatakan sama memutuskannya

Taksiran menganggap anak terus bersekolah dan setiap bukti datang, juga untuk tahun yang terlewat. show dan forecast hanya membaca.
resolve berjalan lewat API atas nama pemegang token di BERKAS: satu token satu pasang mata.
Kode keluar: 0 berhasil; 1 tidak ada, jurnal putus, atau basis data tidak terjangkau; 2 nomor atau pilihan salah.
`;

type Form = 'text' | 'json' | 'csv';
type Wish = { readonly verb: 'show' | 'forecast'; readonly ids: readonly EntitlementId[]; readonly form: Form };

export const scholarship = (async (args, io, deps: RecordDeps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  if (args[0] === 'resolve') return resolveYearPayment(args.slice(1), io);
  const wish = readWish(args);
  if (!wish) {
    io.stderr.write(`${USAGE}\n`);
    return USAGE_ERROR;
  }
  return withStore(io, deps, (connection) => {
    const store = createEntitlementsStore(connection);
    return wish.verb === 'show' ? show(store, wish, io) : forecast(store, wish, io, (deps.now ?? Date.now)());
  });
}) satisfies Command;

function readWish([verb, ...rest]: readonly string[]): Wish | undefined {
  if (verb !== 'show' && verb !== 'forecast') return undefined;
  const options = rest.filter((arg) => arg.startsWith('-'));
  const known = verb === 'show' ? ['--json'] : ['--json', '--csv'];
  const ids = rest.filter((arg) => !arg.startsWith('-')).map(parseEntitlementId);
  const read = ids.filter((id) => id !== undefined);
  const isWrong = options.length > 1 || options.some((option) => !known.includes(option)) || read.length < ids.length;
  if (isWrong || (verb === 'show' && read.length !== 1)) return undefined;
  const forms: Readonly<Record<string, Form>> = { '--json': 'json', '--csv': 'csv' };
  return { verb, ids: read, form: forms[options[0] ?? ''] ?? 'text' };
}

async function show(store: EntitlementsStore, { ids: [id], form }: Wish, { stdout, stderr }: CommandIo): Promise<number> {
  const one = id && (await store.find(id));
  if (!one) {
    stderr.write(`Beasiswa ${id} tidak ada di basis data ini.\n`);
    return FAILED;
  }
  const broken = firstBreak(await store.journal(one.id));
  const lines = form === 'json' ? [JSON.stringify({ ...one, journal: broken ?? 'whole' })] : toShowLines(one, broken);
  await writeLines(stdout, lines);
  return broken ? FAILED : 0;
}

async function forecast(store: EntitlementsStore, { ids, form }: Wish, { stdout, stderr }: CommandIo, now: number): Promise<number> {
  const day = toLocal(now, 'Asia/Makassar').day;
  const found = await readForecast(store, { ids, today: day, changes: AMOUNT_CHANGES });
  if (!found) {
    stderr.write('Ada nomor beasiswa yang tidak ada di basis data ini.\n');
    return FAILED;
  }
  await write(found, form, stdout);
  return 0;
}

async function write(total: TotalForecast, form: Form, stdout: CommandIo['stdout']): Promise<void> {
  if (form === 'csv') {
    stdout.write(toCsv(toForecastRows(total)));
    return;
  }
  await writeLines(stdout, form === 'json' ? [JSON.stringify(total)] : toForecastLines(total));
}
