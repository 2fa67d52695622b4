import { createReadModelWriter, type ReadModelWriter } from '#adapters/mongo/read-models.ts';
import { createRebuildsStore, type PassProgress, type RebuildsStore } from '#adapters/mongo/rebuilds-store.ts';
import { createRecordReader, type RawRecord, type RecordReader } from '#adapters/mongo/record-reader.ts';
import { type Command, type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { type RecordArguments, readRecordArguments } from '#cli/record/record-arguments.ts';
import { CLAIMS, ENTITLEMENTS, type Journalled, type RecordKind } from '#cli/record/record-kinds.ts';
import { writeLines } from '#cli/record/record-output.ts';
import { createProgress } from '#cli/record/record-progress.ts';
import { FAILED, type RecordDeps, withStore } from '#cli/record/record-store.ts';
import { compareBatch, type Found, repair } from './rebuild-pass.ts';
import { addFound, addTallies, foundLines, NOTHING_DONE, rebuildSummary, type Tally, unsettledLines } from './rebuild-report.ts';

const USAGE = 'santun rebuild [NOMOR…] [--dry-run] [--from-start] [--json | --help]';
const HELP = `santun rebuild melipat jurnal klaim dan beasiswa dari nol, membandingkannya dengan dokumen yang tersimpan, lalu memperbaiki yang berbeda.

Pemakaian:
  npm run -s santun -- rebuild --dry-run             menyebut yang berbeda, tidak menulis apa pun
  npm run -s santun -- rebuild                       seluruh jurnal; boleh dimatikan, dijalankan lagi meneruskan
  npm run -s santun -- rebuild --from-start          melupakan kemajuan yang tersimpan
  npm run -s santun -- rebuild STN-ABCDE-FGHJK       nomor-nomor itu saja; beasiswa BSW-ABCDE-FGHJK
  --json                                             satu objek JSON per temuan, terakhir ringkasannya

Aman selama sistem berjalan: dokumen yang lebih baru tidak pernah ditimpa. Yang rantainya putus tidak disentuh, hanya disebut.
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
    const isJson = wish.options.has('--json');
    const passOf = <S>(kind: RecordKind<S>): Pass<S> => ({
      io,
      wish,
      isJson,
      kind,
      reader: createRecordReader(connection, kind.models, kind.journal),
      ...(isDry ? {} : { writer: createReadModelWriter(connection) }),
      now: deps.now ?? Date.now,
    });
    const [claims, children] = [passOf(CLAIMS), passOf(ENTITLEMENTS)];
    const rebuilds = isDry ? undefined : createRebuildsStore(connection);
    const tally =
      wish.claimIds.length + wish.entitlementIds.length > 0
        ? addTallies(await rebuildNamed(claims, wish.claimIds), await rebuildNamed(children, wish.entitlementIds))
        : addTallies(await rebuildAll(claims, rebuilds), await rebuildAll(children, rebuilds));
    await writeLines(io.stdout, [isJson ? JSON.stringify({ type: 'summary', ...tally }) : rebuildSummary(tally, isDry)]);
    return tally.unrepaired + tally.blocked === 0 ? 0 : FAILED;
  });
}) satisfies Command;

type Pass<S> = {
  readonly io: CommandIo;
  readonly wish: RecordArguments;
  readonly isJson: boolean;
  readonly kind: RecordKind<S>;
  readonly reader: RecordReader;
  /** Absent in a dry run. */
  readonly writer?: ReadModelWriter;
  readonly now: () => number;
};

async function rebuildNamed<S>(pass: Pass<S>, ids: readonly string[]): Promise<Tally> {
  let tally = NOTHING_DONE;
  for (const id of ids) {
    const record = await pass.reader.read(id);
    if (record.entries.length > 0 || Object.keys(record.documents).length > 0) tally = await rebuildOne(pass, tally, record);
    else tally = await tell(pass, tally, { differences: [], obstacles: [{ id, ...NOT_THERE, why: `${pass.kind.noun} ${NOT_THERE.why}` }] });
  }
  return tally;
}

async function rebuildOne<S>(pass: Pass<S>, tally: Tally, record: RawRecord): Promise<Tally> {
  return tell(pass, withRecords(tally, pass.kind, [record]), await compareBatch(pass.reader, pass.kind, [record]));
}

const NOT_THERE = { seq: 1, kind: 'no-journal', why: 'tidak ada di basis data ini' } as const;

/** A dry run writes nothing, not even how far it is. */
async function rebuildAll<S>(pass: Pass<S>, rebuilds: RebuildsStore | undefined): Promise<Tally> {
  const { io, reader, wish, now, kind } = pass;
  const run = `rebuild:${kind.models.map(({ collection }) => collection).join('+')}`;
  if (wish.options.has('--from-start')) await rebuilds?.forget(run);
  const before = await resumable(rebuilds, run, now());
  if (before) io.stderr.write(`Meneruskan setelah ${before.after}; --from-start mengulang dari awal.\n`);
  const startedAt = before?.startedAt ?? now();
  let tally: Tally = { ...NOTHING_DONE, ...before?.counts };
  const done = () => ({ claims: tally[kind.name], facts: tally.facts });
  const progress = createProgress(io.stderr, await reader.countFacts(), done(), now, kind.noun);
  const finish = async (records: readonly RawRecord[], found: Found): Promise<void> => {
    tally = await tell(pass, withRecords(tally, kind, records), found);
    await rebuilds?.save(run, { startedAt, updatedAt: now(), after: records.at(-1)?.claimId ?? '', counts: tally });
    progress.tell(done());
  };
  // The store writes one batch while the next is folded; progress is saved in order, after what it speaks of.
  let finishing = Promise.resolve();
  for await (const records of reader.stream(before?.after)) {
    const found = await compareBatch(reader, kind, records);
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

function withRecords(tally: Tally, { name }: Journalled, records: readonly RawRecord[]): Tally {
  const facts = records.reduce((sum, { entries }) => sum + entries.length, 0);
  return { ...tally, [name]: tally[name] + records.length, facts: tally.facts + facts };
}

/** Differences are said before they are repaired: who is killed in between has said too much, never too little. */
async function tell<S>({ io, isJson, kind, reader, writer }: Pass<S>, tally: Tally, found: Found): Promise<Tally> {
  await writeLines(io.stdout, foundLines(found, kind, isJson));
  if (!writer) return addFound(tally, found, found.differences.length);
  const unsettled = await repair(reader, writer, kind, found.differences);
  await writeLines(io.stdout, unsettledLines(unsettled, kind, isJson));
  return addFound(tally, found, unsettled.length);
}
