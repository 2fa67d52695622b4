import { createRecordReader, type RawRecord, type RecordReader } from '#adapters/mongo/record-reader.ts';
import { type Command, type CommandIo, USAGE_ERROR } from './command.ts';
import { type Break, inspectAnchor, inspectJournal } from './inspect-journal.ts';
import { readRecordArguments } from './record-arguments.ts';
import { writeLines } from './record-output.ts';
import { count, createProgress } from './record-progress.ts';
import { FAILED, type RecordDeps, withStore } from './record-store.ts';

const USAGE = 'santun verify-journal [NOMOR-KLAIM…] [--json | --help]';
const HELP = `santun verify-journal memeriksa rantai jurnal setiap klaim: isi, nomor, urutan, sambungan, dan ekor terhadap dokumen klaim.

Pemakaian:
  npm run -s santun -- verify-journal                     seluruh jurnal
  npm run -s santun -- verify-journal STN-ABCDE-FGHJK     klaim-klaim itu saja
  npm run -s santun -- verify-journal --json              satu objek JSON per putusnya rantai, terakhir ringkasannya

Hanya membaca. Satu klaim yang putus tidak menghentikan yang lain; kemajuan ditulis di keluaran kesalahan.
Basis data: SANTUN_MONGO_URL bila disetel; jika tidak, sistem yang sedang dijalankan npm start atau npm run demo.
Kode keluar: 0 utuh; 1 ada yang putus, klaim tidak ada, atau basis data tidak terjangkau; 2 nomor atau pilihan salah.
`;

const CLAIMS = 'claims';
const MOST_STRAYS = 100;

type Found = Break & { readonly claimId: string };
type Tally = { claims: number; facts: number; broken: number };
type Pass = { readonly reader: RecordReader; readonly report: (found: readonly Found[]) => Promise<void>; readonly tally: Tally };

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
    const reader = createRecordReader(connection, [{ collection: CLAIMS, fields: ['seq', 'head'] }]);
    const tally: Tally = { claims: 0, facts: 0, broken: 0 };
    const report = (found: readonly Found[]) => writeLines(io.stdout, found.map(isJson ? toJson : toText));
    const pass = { reader, report, tally };
    if (wish.claimIds.length > 0) await verifyNamed(pass, wish.claimIds);
    else await verifyAll(pass, io, deps.now ?? Date.now);
    await writeLines(io.stdout, [isJson ? JSON.stringify({ type: 'summary', ...tally }) : summary(tally)]);
    return tally.broken === 0 ? 0 : FAILED;
  });
}) satisfies Command;

async function verifyAll({ reader, report, tally }: Pass, io: CommandIo, now: () => number): Promise<void> {
  const progress = createProgress(io.stderr, await reader.countFacts(), { claims: 0, facts: 0 }, now);
  for await (const records of reader.stream()) {
    for (const record of records) {
      const breaks = breaksOf(record);
      // Read piece by piece while claims go on: what looks broken is looked at again, alone.
      const certain = breaks.length === 0 ? breaks : breaksOf(await reader.read(record.claimId));
      await take(record, certain, { report, tally });
    }
    progress.tell(tally);
  }
  const strays = await reader.strays(MOST_STRAYS);
  for (const { claimId } of strays) {
    const owner = typeof claimId === 'string' ? claimId : '?';
    await report([{ claimId: owner, seq: 0, kind: 'misplaced', why: 'kuncinya bukan teks, tidak terjangkau pembacaan menurut urutan' }]);
  }
  tally.broken += strays.length;
}

async function verifyNamed({ reader, report, tally }: Pass, claimIds: readonly string[]): Promise<void> {
  for (const claimId of claimIds) {
    const record = await reader.read(claimId);
    const isThere = record.entries.length > 0 || record.documents[CLAIMS] !== undefined;
    const breaks: readonly Break[] = isThere
      ? breaksOf(record)
      : [{ seq: 1, kind: 'no-journal', why: 'klaim tidak ada di basis data ini' }];
    await take(record, breaks, { report, tally });
  }
}

async function take(record: RawRecord, breaks: readonly Break[], { report, tally }: Pick<Pass, 'report' | 'tally'>): Promise<void> {
  tally.claims += 1;
  tally.facts += record.entries.length;
  if (breaks.length === 0) return;
  tally.broken += 1;
  await report(breaks.map((found) => ({ claimId: record.claimId, ...found })));
}

function breaksOf({ claimId, entries, documents }: RawRecord): readonly Break[] {
  const inspection = inspectJournal(claimId, entries);
  const anchor = inspectAnchor(inspection, documents[CLAIMS]);
  return anchor ? [...inspection.breaks, anchor] : inspection.breaks;
}

function toJson({ claimId, seq, kind, why }: Found): string {
  return JSON.stringify({ type: 'break', claimId, seq, kind, why });
}

function toText({ claimId, seq, why }: Found): string {
  return `${claimId}  fakta ${seq}: ${why}`;
}

function summary({ claims, facts, broken }: Tally): string {
  const verdict = broken === 0 ? 'semua rantai utuh' : `${count(broken)} PUTUS`;
  return `${count(claims)} klaim, ${count(facts)} fakta: ${verdict}.${broken === 0 ? '' : ' Jangan perbaiki apa pun; hubungi auditor.'}`;
}
