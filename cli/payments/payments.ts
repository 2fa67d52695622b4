import { parseArgs } from 'node:util';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { findSource, type Source } from '#cli/source.ts';
import { PaymentsQuery, REPORT_GROUPS } from '#schemas/http/reconciliations.ts';
import { toCsv } from '#services/reports/csv-file.ts';
import { monthOfNow, type ProvenReport, readPaymentsReport, toReportRows, toReportView } from '#services/reports/payments-report.ts';
import type { ReportGroup } from '#services/reports/report-groups.ts';
import { toPaymentsLines } from './payments-text.ts';

const FAILED = 1;
const HELP = `santun payments menunjukkan santunan yang dibayar pada satu bulan atau tahun, di samping rekening koran bank.

Pemakaian:
  npm run -s santun -- payments                                bulan yang berjalan, menurut program
  npm run -s santun -- payments --month 2026-11 --by benefit   --year 2026 untuk setahun; --by: ${REPORT_GROUPS.join(', ')}
  npm run -s santun -- payments --month 2026-11 --csv          lembar kerja (titik koma, BOM); --json untuk satu objek JSON

Hanya membaca. Hari yang belum punya rekening koran disebut begitu; itu bukan selisih.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 cocok atau rekening koran belum ada; 1 ada selisih atau sistem tidak terjangkau; 2 perintah salah tulis.
`;

type Wish = { readonly period?: string; readonly by: ReportGroup; readonly form: 'text' | 'csv' | 'json' };
type Deps = { readonly source?: Source | undefined; readonly now?: () => number };

export async function payments(args: readonly string[], io: CommandIo, deps: Deps = {}): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readWish(args);
  if (typeof wish === 'string') return fail(io, wish, USAGE_ERROR);
  const source = 'source' in deps ? deps.source : findSource();
  if (!source) return fail(io, 'Tidak ada sistem yang berjalan di folder ini. Jalankan npm start, atau setel SANTUN_MONGO_URL.', FAILED);
  try {
    const report = await read(source.url, wish.period ?? monthOfNow((deps.now ?? Date.now)()), wish.by);
    io.stdout.write(toOutput(report, wish));
    return report.bank.state === 'differs' ? FAILED : 0;
  } catch (error) {
    return fail(io, error instanceof Error ? error.message : String(error), FAILED);
  }
}

function readWish(args: readonly string[]): Wish | string {
  try {
    const options = {
      month: { type: 'string' },
      year: { type: 'string' },
      by: { type: 'string' },
      csv: { type: 'boolean' },
      json: { type: 'boolean' },
    } as const;
    const { csv = false, json = false, ...asked } = parseArgs({ args: [...args], options }).values;
    if (csv && json) return 'Pilih salah satu: --json atau --csv.';
    if (asked.month !== undefined && asked.year !== undefined) return 'Pilih salah satu: --month atau --year.';
    const query = PaymentsQuery.safeParse(asked);
    if (!query.success) return query.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n');
    const period = query.data.month ?? query.data.year;
    const format = csv ? 'csv' : 'text';
    return { ...(period === undefined ? {} : { period }), by: query.data.by, form: json ? 'json' : format };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${HELP.trimEnd()}`;
  }
}

async function read(url: string, period: string, by: ReportGroup): Promise<ProvenReport> {
  const mongo = await connectMongo(url);
  try {
    // The key names people; a report names nobody.
    return await readPaymentsReport(period, by, { stores: createStores(mongo, { personKey: 'no-person-is-looked-up-here' }) });
  } finally {
    await mongo.close();
  }
}

function toOutput(report: ProvenReport, { form, by }: Wish): string {
  switch (form) {
    case 'json':
      return `${JSON.stringify(toReportView(report, by))}\n`;
    case 'csv':
      return toCsv(toReportRows(report, by));
    case 'text':
      return `${toPaymentsLines(report, by).join('\n')}\n`;
    default:
      return form satisfies never;
  }
}

function fail({ stderr }: CommandIo, text: string, code: number): number {
  stderr.write(`${text}\n`);
  return code;
}
