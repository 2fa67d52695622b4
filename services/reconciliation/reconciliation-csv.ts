import { text } from '#locales/text.ts';
import type { CsvCell } from '#services/reports/csv-file.ts';
import { ownerText } from './case-words.ts';
import { closingLabel, openingLabel, otherMovements } from './difference-words.ts';
import type { RunView } from './reconciliation-view.ts';

/** The same proof as a table: what moved first, then a line per difference. */
export function toRunRows({ date, state, totals, matched, differences, toldByStatement }: RunView): readonly (readonly CsvCell[])[] {
  const head: CsvCell[][] = [
    ['Tanggal bank', date],
    ['Keadaan', state === 'done' ? 'selesai' : 'menunggu rekening koran'],
  ];
  if (totals === undefined) return head;
  const { out, in: into, ordered, confirmed, reversed, difference, shifted, unexplained } = totals;
  const rows: CsvCell[][] = [
    ['Uraian', 'Jumlah (Rp)', 'Banyaknya'],
    [openingLabel(totals), totals.opening],
    ['Keluar menurut rekening koran', out.amount, out.count],
    ['Masuk menurut rekening koran', into.amount, into.count],
    ...otherMovements(totals).map(({ label, amount, count }) => [label, amount, count]),
    [closingLabel(totals), totals.closing],
    ['Diperintahkan', ordered.amount, ordered.count],
    ['Terkonfirmasi di pembukuan kami', confirmed.amount, confirmed.count],
    ['Kembali di pembukuan kami', reversed.amount, reversed.count],
    ['Cocok', '', matched],
    ['Selisih rekening koran dan pembukuan', difference],
    ...shifted.map(({ payoutId, issue, amount }) => [`Dibukukan pada hari lain: ${payoutId} perintah ke-${issue}`, amount]),
    ['Selisih yang belum terjelaskan', unexplained],
  ];
  const columns = [
    'Perkara',
    'Jenis',
    'Uraian',
    'Selisih (Rp)',
    'Menurut kami (Rp)',
    'Menurut bank (Rp)',
    'Klaim',
    'Nomor bank',
    'Keadaan perkara',
    'Penanggung jawab',
    'Terbuka sejak',
  ];
  const lines = [...differences, ...toldByStatement].map((one): CsvCell[] => [
    one.caseId,
    one.kind,
    one.text,
    one.effect,
    one.ours ?? '',
    one.theirs ?? '',
    one.claimId ?? '',
    one.bankReference ?? '',
    one.caseState === undefined ? '' : text(`case.${one.caseState}`),
    one.owner === undefined ? '' : ownerText(one.owner, one.assignee),
    one.openedAt ?? '',
  ]);
  return [...head, ...rows, [], columns, ...lines];
}
