import { parseArgs } from 'node:util';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { connectTemporal } from '#adapters/temporal/connection.ts';
import { createReconciliations } from '#adapters/temporal/reconciliations.ts';
import { temporalSecurityOf } from '#boot/secured.ts';
import { type Command, USAGE_ERROR } from '#cli/command.ts';
import { readRunningEnv } from '#cli/running-env.ts';
import type { Env } from '#config/env.ts';
import { readTypedDate } from '#domain/format/typed-date.ts';
import { isOver } from '#domain/money/reconciliation/bank-day.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { dayPage } from '#services/printouts/day-page.ts';
import { toRunRows } from '#services/reconciliation/reconciliation-csv.ts';
import { type RunView, toRunView } from '#services/reconciliation/reconciliation-view.ts';
import { toCsv } from '#services/reports/csv-file.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';
import { toRunLines } from './reconcile-text.ts';

const FAILED = 1;
const WAIT_SECONDS = 60;
const HELP = `santun reconcile membuktikan satu hari bank: perintah bayar kami, jawaban bank, dan rekening koran.

Pemakaian:
  npm run -s santun -- reconcile --date 2026-11-20             hasil hari itu; dijalankan bila belum ada
  npm run -s santun -- reconcile --date 2026-11-20 --again     dijalankan lagi
  npm run -s santun -- reconcile --date 2026-11-20 --json      satu objek JSON; --csv untuk lembar kerja (titik koma, BOM);
                                                              --html untuk halaman yang dapat dicetak

Hari bank berakhir pukul 24.00 WIB (01.00 WITA). Menunggu rekening koran paling lama --wait DETIK (biasanya ${WAIT_SECONDS}); sesudah itu
pekerja terus mencoba sendiri. Tidak pernah membayar apa pun.
Kode keluar: 0 terbukti tanpa selisih; 1 ada selisih, rekening koran belum ada, atau sistem tidak terjangkau; 2 tanggal atau pilihan salah.
`;

const FORMS = ['json', 'csv', 'html'] as const;
type Form = (typeof FORMS)[number] | 'text';
type Wish = { readonly date: Day; readonly form: Form; readonly again: boolean; readonly waitMs: number };
type Deps = { readonly env?: () => Env; readonly now?: () => number };

export const reconcile = (async (args, { stdout, stderr }, { env = readRunningEnv, now = Date.now }: Deps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(HELP);
    return 0;
  }
  const wish = readWish(args);
  if (typeof wish === 'string') {
    stderr.write(`${wish}\n`);
    return USAGE_ERROR;
  }
  if (!isOver(wish.date, now())) {
    stderr.write(`Hari bank ${wish.date} belum berakhir; baru dapat dicocokkan sesudah pukul 24.00 WIB.\n`);
    return USAGE_ERROR;
  }
  try {
    const view = await readOrRun(env(), wish, () => stderr.write('Rekening koran belum datang; ini keadaan sebelumnya.\n'));
    if (!view) {
      stderr.write('Belum ada hasil. Periksa apakah pekerja sweeper berjalan, lalu coba lagi.\n');
      return FAILED;
    }
    stdout.write(toOutput(view, wish, now()));
    return view.isProven ? 0 : FAILED;
  } catch (error) {
    stderr.write(`Pencocokan gagal: ${error instanceof Error ? error.message : String(error)}\n`);
    return FAILED;
  }
}) satisfies Command;

function readWish(args: readonly string[]): Wish | string {
  try {
    const {
      date = '',
      again = false,
      wait = String(WAIT_SECONDS),
      ...forms
    } = parseArgs({
      args: [...args],
      options: {
        date: { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
        html: { type: 'boolean' },
        again: { type: 'boolean' },
        wait: { type: 'string' },
      },
    }).values;
    if (date === '') return 'Sebutkan hari bank: --date 2026-11-20.';
    const typed = readTypedDate(date);
    if ('problem' in typed) return `--date: ${typed.problem}`;
    const { day } = typed;
    const asked = FORMS.filter((form) => forms[form]);
    if (asked.length > 1) return 'Pilih salah satu: --json, --csv atau --html.';
    if (!/^\d{1,4}$/.test(wait)) return '--wait adalah bilangan detik.';
    return { date: day, form: asked[0] ?? 'text', again, waitMs: Number(wait) * 1_000 };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${HELP}`;
  }
}

async function readOrRun(env: Env, { date, again, waitMs }: Wish, late: () => void): Promise<RunView | undefined> {
  const mongo = await connectMongo(env.SANTUN_MONGO_URL);
  try {
    const { reconciliations, reconciliationCases } = createStores(mongo, { personKey: env.SANTUN_PERSON_KEY });
    const before = await reconciliations.find(date);
    if ((again || before?.state !== 'done') && (await run(env, date, waitMs)) === 'waiting') late();
    const after = await reconciliations.find(date);
    return after && toRunView(after, reconciliationCases);
  } finally {
    await mongo.close();
  }
}

/** By the workers, which hold the keys of the bank. */
async function run(env: Env, date: Day, waitMs: number): Promise<'done' | 'waiting'> {
  const temporal = await connectTemporal(env.SANTUN_TEMPORAL_ADDRESS, env.SANTUN_TEMPORAL_NAMESPACE, temporalSecurityOf(env));
  try {
    return await createReconciliations(temporal.client, taskQueues(env.SANTUN_TASK_QUEUE)).run(date, waitMs);
  } finally {
    await temporal.close();
  }
}

function toOutput(view: RunView, { date, form }: Wish, now: number): string {
  switch (form) {
    case 'json':
      return `${JSON.stringify(view)}\n`;
    case 'csv':
      return toCsv(toRunRows(view));
    case 'html':
      return dayPage({ date, view, now }).html;
    case 'text':
      return `${toRunLines(view).join('\n')}\n`;
    default:
      return form satisfies never;
  }
}
