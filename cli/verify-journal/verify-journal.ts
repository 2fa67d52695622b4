import { createRecordReader, type RawRecord, type RecordReader } from '#adapters/mongo/record-reader.ts';
import { type Command, type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { type Break, inspectAnchor, inspectJournal } from '#cli/record/inspect-journal.ts';
import { readRecordArguments } from '#cli/record/record-arguments.ts';
import { anchorOf, CLAIMS, ENTITLEMENTS, type Journalled } from '#cli/record/record-kinds.ts';
import { writeLines } from '#cli/record/record-output.ts';
import { count, createProgress } from '#cli/record/record-progress.ts';
import { FAILED, type RecordDeps, withStore } from '#cli/record/record-store.ts';

const USAGE = 'santun verify-journal [NOMOR…] [--json | --help]';
const HELP = `santun verify-journal memeriksa rantai jurnal setiap klaim dan beasiswa: isi, nomor, urutan, sambungan, dan ekor terhadap dokumennya.

Pemakaian:
  npm run -s santun -- verify-journal                     seluruh jurnal
  npm run -s santun -- verify-journal STN-ABCDE-FGHJK     nomor-nomor itu saja; beasiswa BSW-ABCDE-FGHJK
  npm run -s santun -- verify-journal --json              satu objek JSON per putusnya rantai, terakhir ringkasannya

Hanya membaca. Satu yang putus tidak menghentikan yang lain; kemajuan ditulis di keluaran kesalahan.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 utuh; 1 ada yang putus, nomornya tidak ada, atau basis data tidak terjangkau; 2 nomor atau pilihan salah.
`;

const MOST_STRAYS = 100;

type Found = Break & { readonly id: string };
type Tally = { claims: number; entitlements: number; facts: number; broken: number };
type Pass = {
  readonly kind: Journalled;
  readonly reader: RecordReader;
  readonly report: (found: readonly Found[]) => Promise<void>;
  readonly tally: Tally;
};

export const verifyJournal = (async (args, io, deps: RecordDeps = {}) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wish = readRecordArguments(args, { options: ['--json'] });
  if ('problem' in wish) {
    io.stderr.write(`${wish.problem}\n${USAGE}\n`);
    return USAGE_ERROR;
  }
  const isJson = wish.options.has('--json');
  return withStore(io, deps, async (connection) => {
    const tally: Tally = { claims: 0, entitlements: 0, facts: 0, broken: 0 };
    const ids = { claims: wish.claimIds, entitlements: wish.entitlementIds } as const;
    const isNamed = wish.claimIds.length + wish.entitlementIds.length > 0;
    for (const kind of [CLAIMS, ENTITLEMENTS]) {
      const reader = createRecordReader(connection, [{ collection: kind.name, fields: ['seq', 'head'] }], kind.journal);
      const report = (found: readonly Found[]) => writeLines(io.stdout, found.map(isJson ? toJson(kind) : toText));
      const pass = { kind, reader, report, tally };
      if (isNamed) await verifyNamed(pass, ids[kind.name]);
      else await verifyAll(pass, io, deps.now ?? Date.now);
    }
    await writeLines(io.stdout, [isJson ? JSON.stringify({ type: 'summary', ...tally }) : summary(tally)]);
    return tally.broken === 0 ? 0 : FAILED;
  });
}) satisfies Command;

async function verifyAll({ kind, reader, report, tally }: Pass, io: CommandIo, now: () => number): Promise<void> {
  const before = tally.facts;
  const progress = createProgress(io.stderr, await reader.countFacts(), { claims: 0, facts: 0 }, now, kind.noun);
  for await (const records of reader.stream()) {
    for (const record of records) {
      const breaks = breaksOf(kind, record);
      // Read piece by piece while claims go on: what looks broken is looked at again, alone.
      const certain = breaks.length === 0 ? breaks : breaksOf(kind, await reader.read(record.claimId));
      await take(record, certain, { kind, report, tally });
    }
    progress.tell({ claims: tally[kind.name], facts: tally.facts - before });
  }
  const strays = await reader.strays(MOST_STRAYS);
  for (const { claimId } of strays) {
    const owner = typeof claimId === 'string' ? claimId : '?';
    await report([{ id: owner, seq: 0, kind: 'misplaced', why: 'kuncinya bukan teks, tidak terjangkau pembacaan menurut urutan' }]);
  }
  tally.broken += strays.length;
}

async function verifyNamed({ kind, reader, report, tally }: Pass, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const record = await reader.read(id);
    const isThere = record.entries.length > 0 || anchorOf(kind, record.documents) !== undefined;
    const breaks: readonly Break[] = isThere
      ? breaksOf(kind, record)
      : [{ seq: 1, kind: 'no-journal', why: `${kind.noun} tidak ada di basis data ini` }];
    await take(record, breaks, { kind, report, tally });
  }
}

async function take(record: RawRecord, breaks: readonly Break[], { kind, report, tally }: Omit<Pass, 'reader'>): Promise<void> {
  tally[kind.name] += 1;
  tally.facts += record.entries.length;
  if (breaks.length === 0) return;
  tally.broken += 1;
  await report(breaks.map((found) => ({ id: record.claimId, ...found })));
}

function breaksOf(kind: Journalled, { claimId: id, entries, documents }: RawRecord): readonly Break[] {
  const inspection = inspectJournal(id, entries, kind.noun);
  const anchor = inspectAnchor(inspection, anchorOf(kind, documents), kind.noun);
  return anchor ? [...inspection.breaks, anchor] : inspection.breaks;
}

function toJson({ idField }: Journalled): (found: Found) => string {
  return ({ id, seq, kind, why }) => JSON.stringify({ type: 'break', [idField]: id, seq, kind, why });
}

function toText({ id, seq, why }: Found): string {
  return `${id}  fakta ${seq}: ${why}`;
}

function summary({ claims, entitlements, facts, broken }: Tally): string {
  const verdict = broken === 0 ? 'semua rantai utuh' : `${count(broken)} PUTUS`;
  const advice = broken === 0 ? '' : ' Jangan perbaiki apa pun; hubungi auditor.';
  return `${count(claims)} klaim, ${count(entitlements)} beasiswa, ${count(facts)} fakta: ${verdict}.${advice}`;
}
