import { createReadModelWriter, READ_MODELS, type ReadModelWriter } from '#adapters/mongo/read-models.ts';
import { createRebuildsStore, type PassProgress, type RebuildsStore } from '#adapters/mongo/rebuilds-store.ts';
import { createRecordReader, type RawRecord, type RecordReader } from '#adapters/mongo/record-reader.ts';
import { type Command, type CommandIo, USAGE_ERROR } from './command.ts';
import { compareBatch, type Found, repair } from './rebuild-pass.ts';
import { addFound, foundLines, NOTHING_DONE, rebuildSummary, type Tally, unsettledLines } from './rebuild-report.ts';
import { type RecordArguments, readRecordArguments } from './record-arguments.ts';
import { writeLines } from './record-output.ts';
import { createProgress } from './record-progress.ts';
import { FAILED, type RecordDeps, withStore } from './record-store.ts';

const USAGE = 'santun rebuild [NOMOR-KLAIM…] [--dry-run] [--from-start] [--json | --help]';
const HELP = `santun rebuild melipat jurnal dari nol, membandingkannya dengan dokumen yang tersimpan, lalu memperbaiki yang berbeda.

Pemakaian:
  npm run -s santun -- rebuild --dry-run             menyebut yang berbeda, tidak menulis apa pun
  npm run -s santun -- rebuild                       seluruh jurnal; boleh dimatikan, dijalankan lagi meneruskan
  npm run -s santun -- rebuild --from-start          melupakan kemajuan yang tersimpan
  npm run -s santun -- rebuild STN-ABCDE-FGHJK       klaim-klaim itu saja
  --json                                             satu objek JSON per temuan, terakhir ringkasannya

Aman selama sistem berjalan: dokumen yang lebih baru tidak pernah ditimpa. Klaim yang rantainya putus tidak disentuh, hanya disebut.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 semua dokumen sama dengan jurnal, atau sudah diperbaiki; 1 ada yang berbeda (--dry-run), tidak dapat dibangun, atau
basis data tidak terjangkau; 2 nomor atau pilihan salah.
`;

/** What was compared longer ago than this is compared again rather than believed. */
const RESUMABLE_MS = 24 * 3_600_000;

export const rebuild = (async (args, io, deps: RecordDeps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readRecordArguments(args, { options: ['--dry-run', '--from-start', '--json'] });
  if ('problem' in wish) {
    io.stderr.write(`${wish.problem}\n${USAGE}\n`);
    return USAGE_ERROR;
  }
  return withStore(io, deps, async (connection) => {
    const isDry = wish.options.has('--dry-run');
    const pass: Pass = {
      io,
      wish,
      isJson: wish.options.has('--json'),
      reader: createRecordReader(connection, READ_MODELS),
      ...(isDry ? {} : { writer: createReadModelWriter(connection) }),
      now: deps.now ?? Date.now,
    };
    const rebuilds = isDry ? undefined : createRebuildsStore(connection);
    const tally = wish.claimIds.length > 0 ? await rebuildNamed(pass) : await rebuildAll(pass, rebuilds);
    await writeLines(io.stdout, [pass.isJson ? JSON.stringify({ type: 'summary', ...tally }) : rebuildSummary(tally, isDry)]);
    return tally.unrepaired + tally.blocked === 0 ? 0 : FAILED;
  });
}) satisfies Command;

type Pass = {
  readonly io: CommandIo;
  readonly wish: RecordArguments;
  readonly isJson: boolean;
  readonly reader: RecordReader;
  /** Absent in a dry run. */
  readonly writer?: ReadModelWriter;
  readonly now: () => number;
};

async function rebuildNamed(pass: Pass): Promise<Tally> {
  let tally = NOTHING_DONE;
  for (const claimId of pass.wish.claimIds) {
    const record = await pass.reader.read(claimId);
    if (record.entries.length > 0 || Object.keys(record.documents).length > 0) tally = await rebuildOne(pass, tally, record);
    else tally = await tell(pass, tally, { differences: [], obstacles: [{ claimId, ...NOT_THERE }] });
  }
  return tally;
}

async function rebuildOne(pass: Pass, tally: Tally, record: RawRecord): Promise<Tally> {
  return tell(pass, withRecords(tally, [record]), await compareBatch(pass.reader, READ_MODELS, [record]));
}

const NOT_THERE = { seq: 1, kind: 'no-journal', why: 'klaim tidak ada di basis data ini' } as const;

/** A dry run writes nothing, not even how far it is. */
async function rebuildAll(pass: Pass, rebuilds: RebuildsStore | undefined): Promise<Tally> {
  const { io, reader, wish, now } = pass;
  const run = `rebuild:${READ_MODELS.map(({ collection }) => collection).join('+')}`;
  if (wish.options.has('--from-start')) await rebuilds?.forget(run);
  const before = await resumable(rebuilds, run, now());
  if (before) io.stderr.write(`Meneruskan setelah ${before.after}; --from-start mengulang dari awal.\n`);
  const startedAt = before?.startedAt ?? now();
  let tally: Tally = { ...NOTHING_DONE, ...before?.counts };
  const progress = createProgress(io.stderr, await reader.countFacts(), tally, now);
  const finish = async (records: readonly RawRecord[], found: Found): Promise<void> => {
    tally = await tell(pass, withRecords(tally, records), found);
    await rebuilds?.save(run, { startedAt, updatedAt: now(), after: records.at(-1)?.claimId ?? '', counts: tally });
    progress.tell(tally);
  };
  // The store writes one batch while the next is folded; progress is saved in order, after what it speaks of.
  let finishing = Promise.resolve();
  for await (const records of reader.stream(before?.after)) {
    const found = await compareBatch(reader, READ_MODELS, records);
    await finishing;
    finishing = finish(records, found);
    // Its failure is awaited above or below; until then it must not count as unhandled.
    finishing.catch(() => undefined);
  }
  await finishing;
  await rebuilds?.forget(run);
  return tally;
}

async function resumable(rebuilds: RebuildsStore | undefined, run: string, now: number): Promise<PassProgress | undefined> {
  const before = await rebuilds?.find(run);
  return before && now - before.startedAt < RESUMABLE_MS ? before : undefined;
}

function withRecords(tally: Tally, records: readonly RawRecord[]): Tally {
  const facts = records.reduce((sum, { entries }) => sum + entries.length, 0);
  return { ...tally, claims: tally.claims + records.length, facts: tally.facts + facts };
}

/** Differences are said before they are repaired: who is killed in between has said too much, never too little. */
async function tell({ io, isJson, reader, writer }: Pass, tally: Tally, found: Found): Promise<Tally> {
  await writeLines(io.stdout, foundLines(found, isJson));
  if (!writer) return addFound(tally, found, found.differences.length);
  const unsettled = await repair(reader, writer, found.differences);
  await writeLines(io.stdout, unsettledLines(unsettled, isJson));
  return addFound(tally, found, unsettled.length);
}
