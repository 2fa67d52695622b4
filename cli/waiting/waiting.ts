import { createLateEventsStore } from '#adapters/mongo/late-events-store.ts';
import { createMembershipNewsStore } from '#adapters/mongo/membership-news-store.ts';
import { createReadinessStore } from '#adapters/mongo/readiness-store.ts';
import { createWaitingPapersStore } from '#adapters/mongo/waiting-papers-store.ts';
import { type Command, USAGE_ERROR } from '#cli/command.ts';
import { writeLines } from '#cli/record/record-output.ts';
import { type RecordDeps, withStore } from '#cli/record/record-store.ts';
import type { LateNews } from '#domain/claim/late-news/late-news.ts';
import { text } from '#locales/text.ts';
import { readWaitingNews } from '#services/news/waiting-news-view.ts';

const USAGE = 'santun waiting [--json]';
const HELP = `santun waiting menunjukkan kabar yang menunggu berkas kesiapan atau klaimnya, kabar yang diabaikan karena ada yang lebih baru,
dan kabar sesudah klaim berakhir yang belum diselesaikan.

Pemakaian:
  npm run -s santun -- waiting            satu baris per kabar
  npm run -s santun -- waiting --json     satu objek JSON

Hanya membaca. Kabar sesudah klaim berakhir diselesaikan lewat POST /api/v1/late-news/steps.
Kode keluar: 0 terbaca; 1 basis data tidak terjangkau; 2 pilihan salah.
`;

const MOST_LISTED = 200;

export const waiting = (async (args, io, deps: RecordDeps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const isJson = args.length === 1 && args[0] === '--json';
  if (args.length > 0 && !isJson) {
    io.stderr.write(`${USAGE}\n`);
    return USAGE_ERROR;
  }
  return withStore(io, deps, async (connection) => {
    const news = await readWaitingNews({
      membershipNews: createMembershipNewsStore(connection),
      waitingPapers: createWaitingPapersStore(connection),
      readiness: createReadinessStore(connection),
    });
    const late = await createLateEventsStore(connection).open(MOST_LISTED);
    const lines = isJson ? [JSON.stringify({ ...news, late: late.map(({ registration: _kept, ...row }) => row) })] : linesOf(news, late);
    await writeLines(io.stdout, lines);
    return 0;
  });
}) satisfies Command;

function linesOf({ waiting: rows, ignored }: Awaited<ReturnType<typeof readWaitingNews>>, late: readonly LateNews[]): readonly string[] {
  return [
    `Menunggu: ${rows.length}`,
    ...rows.map((row) => `  ${row.waitingSince}  ${'kpj' in row ? row.kpj : `${row.claimId} ${row.institutionId}`}  ${row.text}`),
    `Diabaikan: ${ignored.length}`,
    ...ignored.map((row) => `  ${row.toldAt}  ${'kpj' in row ? row.kpj : row.readinessFileId}  ${row.why}`),
    `Sesudah klaim berakhir, belum diselesaikan: ${late.length}`,
    ...late.map(({ toldAt, claimId, institutionId, type }) => `  ${toldAt}  ${claimId}  ${institutionId}  ${type}`),
    ...(rows.some(({ kind }) => kind === 'membership') ? [text('waiting.todo.membership')] : []),
    ...(rows.some(({ kind }) => kind === 'papers') ? [text('waiting.todo.papers')] : []),
  ];
}
