import type { Totals } from '#domain/money/reconciliation/totals.ts';
import { text } from '#locales/text.ts';
import { balanceRows, type SumRow } from '#services/reconciliation/difference-words.ts';
import type { RunView } from '#services/reconciliation/reconciliation-view.ts';
import { countCell, headCells, rupiahCell } from './desk-layout.ts';
import { type Html, html } from './html.ts';

/** The sums that prove a day: the bank's balances, the three sides of what moved, and what is left between them. */
export function threeWay({ matched }: Pick<RunView, 'matched'>, totals: Totals): Html {
  const { out, in: into, ordered, confirmed, reversed, difference, shifted, unexplained } = totals;
  const theirs = out.amount - into.amount;
  return html`${table('desk.day.balances', balanceRows(totals))}${table('desk.day.threeWay', [
    { label: 'Diperintahkan oleh Santun', ...ordered },
    { label: 'Terkonfirmasi menurut jawaban bank', ...confirmed },
    { label: 'Kembali menurut jawaban bank', ...reversed },
    { label: 'Keluar menurut rekening koran', ...out },
    { label: 'Masuk menurut rekening koran', ...into },
  ])}${table('desk.day.proof', [
    { label: 'Keluar bersih menurut rekening koran', amount: theirs },
    { label: 'Keluar bersih menurut pembukuan Santun', amount: theirs - difference },
    { label: 'Selisih', amount: difference, isSum: true },
    ...shifted.map(({ payoutId, issue, amount }) => ({ label: `Dibukukan pada hari lain: ${payoutId}, perintah ke-${issue}`, amount })),
    { label: 'Selisih yang belum terjelaskan', amount: unexplained, isSum: true },
  ])}<p class="small">Mutasi yang cocok satu per satu: ${matched}</p>`;
}

function table(titleId: 'desk.day.balances' | 'desk.day.threeWay' | 'desk.day.proof', rows: readonly SumRow[]): Html {
  const hasCounts = rows.some(({ count }) => count !== undefined);
  const lines = rows.map(
    ({ label, amount, count, isSum }) =>
      html`<tr${isSum ? html` class="sum"` : undefined}><th scope="row">${label}</th>${rupiahCell(amount)}${hasCounts ? countCell(count) : undefined}</tr>`,
  );
  const columns = headCells('Uraian', ['Jumlah', 'n'], ...(hasCounts ? ([['Banyaknya', 'n']] as const) : []));
  return html`<h2>${text(titleId)}</h2><table class="figures" aria-label="${text(titleId)}">${columns}<tbody>${lines}</tbody></table>`;
}
