import { createCalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { createRecordReader, type RawRecord, type RecordReader } from '#adapters/mongo/record-reader.ts';
import { type Command, type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { type Break, inspectAnchor, inspectJournal } from '#cli/record/inspect-journal.ts';
import { readRecordArguments } from '#cli/record/record-arguments.ts';
import { anchorOf, CLAIMS, ENTITLEMENTS, type Journalled } from '#cli/record/record-kinds.ts';
import { writeLines } from '#cli/record/record-output.ts';
import { createProgress } from '#cli/record/record-progress.ts';
import { FAILED, type RecordDeps, withStore } from '#cli/record/record-store.ts';
import type { Fact, Receipt } from '#domain/claim/facts.ts';
import { parseTypedDate } from '#domain/format/typed-date.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { CLAIM_RULES, type ReplayContext, type Replays, replayJournal } from './replay-claim.ts';
import { ENTITLEMENT_RULES } from './replay-entitlement.ts';
import { addReplayed, isSound, NOTHING_REPLAYED, type Replayed, replayedLines, replaySummary, type Tally } from './replay-report.ts';

const USAGE = 'santun replay-decisions [NOMOR…] [--since TANGGAL] [--json | --help]';
const HELP = `santun replay-decisions memutuskan lagi setiap keputusan dari tanda terimanya, atas klaim atau beasiswa seperti sesaat sebelumnya; hasilnya harus sama.

Pemakaian:
  npm run -s santun -- replay-decisions                        semua keputusan
  npm run -s santun -- replay-decisions --since 2026-03-01     keputusan pada atau sesudah hari itu
  npm run -s santun -- replay-decisions STN-ABCDE-FGHJK        nomor-nomor itu saja; beasiswa BSW-ABCDE-FGHJK
  --json                                                       satu objek JSON per keputusan yang tidak cocok, terakhir ringkasannya

Hanya membaca. Fakta sebelum keputusan dibuktikan dengan rantai jurnal. Nilai yang dapat menyangkut orang tidak ditampilkan.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 semua sama; 1 ada yang berbeda, tidak terbukti, kalendernya tidak ada, nomornya tidak ada, atau basis data
tidak terjangkau; 2 nomor, tanggal atau pilihan salah.
`;

/** Where the local day is latest, so that a decision of that day anywhere in the country is among them. */
const EASTERNMOST = 'Asia/Jayapura';

type Calendars = Map<string, CalendarPack | undefined>;
type Entries = Parameters<typeof replayJournal>[1];
type Replayable = { readonly kind: Journalled; readonly replay: (id: string, entries: Entries, context: ReplayContext) => Replays };
const REPLAYABLE: readonly Replayable[] = [
  { kind: CLAIMS, replay: (id, entries, context) => replayJournal(id, entries, CLAIM_RULES, context) },
  { kind: ENTITLEMENTS, replay: (id, entries, context) => replayJournal(id, entries, ENTITLEMENT_RULES, context) },
];

type Pass = Replayable & {
  readonly reader: RecordReader;
  readonly loadCalendars: (records: readonly RawRecord[]) => Promise<Calendars>;
  readonly since: Day | undefined;
  readonly report: (replayed: Replayed) => Promise<void>;
};

export const replayDecisions = (async (args, io, deps: RecordDeps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readRecordArguments(args, { options: ['--json'], valued: ['--since'] });
  const since = 'problem' in wish || wish.values['--since'] === undefined ? undefined : parseTypedDate(wish.values['--since']);
  const problem =
    'problem' in wish ? wish.problem : wish.values['--since'] !== undefined && !since && 'Tanggal ditulis 2026-03-01 atau 1 Maret 2026.';
  if ('problem' in wish || problem) {
    io.stderr.write(`${problem}\n${USAGE}\n`);
    return USAGE_ERROR;
  }
  const isJson = wish.options.has('--json');
  return withStore(io, deps, async (connection) => {
    const report = (replayed: Replayed) => writeLines(io.stdout, replayedLines(replayed, isJson));
    const loadCalendars = calendarLoader(createCalendarsStore(connection).find);
    const ids = { claims: wish.claimIds, entitlements: wish.entitlementIds } as const;
    const isNamed = wish.claimIds.length + wish.entitlementIds.length > 0;
    let tally = NOTHING_REPLAYED;
    for (const replayable of REPLAYABLE) {
      const { name, journal } = replayable.kind;
      const reader = createRecordReader(connection, [{ collection: name, fields: ['seq', 'head'] }], journal);
      const pass: Pass = { ...replayable, reader, since, report, loadCalendars };
      if (isNamed) for (const id of ids[name]) tally = await replayRecords(pass, tally, [await reader.read(id)]);
      else tally = await replayAll(pass, tally, io, deps.now ?? Date.now);
    }
    await writeLines(io.stdout, [isJson ? JSON.stringify({ type: 'summary', ...tally }) : replaySummary(tally)]);
    return isSound(tally) ? 0 : FAILED;
  });
}) satisfies Command;

async function replayAll(pass: Pass, before: Tally, { stderr }: CommandIo, now: () => number): Promise<Tally> {
  const { kind, reader } = pass;
  const progress = createProgress(stderr, await reader.countFacts(), { claims: 0, facts: 0 }, now, kind.noun);
  let tally = before;
  for await (const records of reader.stream()) {
    tally = await replayRecords(pass, tally, records);
    progress.tell({ claims: tally[kind.name], facts: tally.facts - before.facts });
  }
  return tally;
}

async function replayRecords(pass: Pass, before: Tally, records: readonly RawRecord[]): Promise<Tally> {
  const calendars = await pass.loadCalendars(records);
  let tally = before;
  for (const record of records) {
    let replayed = replayRecord(pass, record, calendars);
    // Read while claims go on: what looks broken is read again, alone.
    if (replayed.breaks.length > 0) {
      const again = await pass.reader.read(record.claimId);
      replayed = replayRecord(pass, again, await pass.loadCalendars([again]));
    }
    await pass.report(replayed);
    tally = addReplayed(tally, replayed);
  }
  return tally;
}

function replayRecord({ kind, replay, since }: Pass, { claimId: id, entries: raws, documents }: RawRecord, calendars: Calendars): Replayed {
  const inspection = inspectJournal(id, raws, kind.noun);
  const document = anchorOf(kind, documents);
  const anchor = inspectAnchor(inspection, document, kind.noun);
  const absent: Break = { seq: 1, kind: 'no-journal', why: `${kind.noun} tidak ada di basis data ini` };
  const isAbsent = raws.length === 0 && document === undefined;
  const brokenAt = inspection.breaks[0]?.seq;
  const { replays, withoutReceipt } = replay(id, inspection.entries, {
    calendarOf: (named) => calendars.get(keyOf(named)),
    ...(brokenAt === undefined ? {} : { brokenAt }),
    isWanted: ({ at }: Fact) => since === undefined || toLocal(at, EASTERNMOST).day >= since,
  });
  const breaks = [...inspection.breaks, ...(anchor ? [anchor] : []), ...(isAbsent ? [absent] : [])];
  return { kind, id, facts: raws.length, breaks, replays, withoutReceipt };
}

/** A version once kept never changes, so each is asked for once, also when it is not there. */
function calendarLoader(find: (id: string, version: number) => Promise<CalendarPack | undefined>): Pass['loadCalendars'] {
  const known: Calendars = new Map();
  return async (records) => {
    for (const named of records.flatMap(({ entries }) => entries.flatMap(({ fact }) => namedCalendar(fact) ?? []))) {
      if (!known.has(keyOf(named))) known.set(keyOf(named), await find(named.id, named.version));
    }
    return known;
  };
}

/** Of entries nobody has judged yet. */
function namedCalendar(fact: unknown): Receipt['calendar'] | undefined {
  const { calendar } = (fact as { readonly receipt?: Partial<Receipt> } | undefined)?.receipt ?? {};
  return typeof calendar?.id === 'string' && typeof calendar.version === 'number' ? calendar : undefined;
}

function keyOf({ id, version }: Receipt['calendar']): string {
  return `${id}:${version}`;
}
