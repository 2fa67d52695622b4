import { formatWeekdayDate } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { day } from '#domain/time/calendar/day.ts';
import { text } from '#locales/text.ts';
import { closingLabel, openingLabel, otherMovements } from '#services/reconciliation/difference-words.ts';
import type { RunView } from '#services/reconciliation/reconciliation-view.ts';

/** The proof of a day as somebody reads it in a terminal. */
export function toRunLines({ date, state, why, totals, matched, isProven, differences, toldByStatement }: RunView): readonly string[] {
  const title = `Pencocokan hari bank ${formatWeekdayDate(day(date))}`;
  if (state === 'waiting' || totals === undefined) return [title, `Rekening koran belum ada (${why ?? '-'}); dicoba lagi otomatis.`];
  const { out, in: into, ordered, confirmed, reversed, difference, shifted, unexplained } = totals;
  const rows: readonly (readonly [label: string, amount: number, count?: number])[] = [
    [openingLabel(totals), totals.opening],
    ['Keluar, menurut bank', out.amount, out.count],
    ['Masuk, menurut bank', into.amount, into.count],
    ...otherMovements(totals).map(({ label, amount, count }) => [label, amount, count] as const),
    [closingLabel(totals), totals.closing],
    ['Diperintahkan', ordered.amount, ordered.count],
    ['Terkonfirmasi, menurut kami', confirmed.amount, confirmed.count],
    ['Kembali, menurut kami', reversed.amount, reversed.count],
    ['Selisih bank dan pembukuan', difference],
    ...shifted.map(({ payoutId, issue, amount }) => [`  dibukukan hari lain: ${payoutId} #${issue}`, amount] as const),
    ['Belum terjelaskan', unexplained],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = [...differences, ...toldByStatement].map(({ text: sentence, effect, claimId, bankReference, caseId, caseState }) =>
    [caseId, caseState === undefined ? '' : text(`case.${caseState}`), sentence, formatRupiah(effect), claimId, bankReference]
      .filter((part) => part !== undefined && part !== '')
      .join('  '),
  );
  return [
    title,
    ...rows.map(
      ([label, amount, count]) => `  ${label.padEnd(width)}  ${formatRupiah(amount)}${count === undefined ? '' : `  (${count})`}`,
    ),
    `  Mutasi yang cocok: ${matched}`,
    ...(lines.length > 0 ? ['Perkara:', ...lines.map((line) => `  ${line}`)] : []),
    isProven ? 'TERBUKTI: rekening koran dan pembukuan sama.' : `BELUM TERBUKTI: ${differences.length} selisih.`,
  ];
}
