import { formatMonth } from '#domain/format/date.ts';
import type { ReportRow } from '#domain/money/reports/payments.ts';
import { text } from '#locales/text.ts';
import { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';
import { countCell, deskPage, headCells, rupiahCell, type Visitor, wide } from '#services/printouts/desk-layout.ts';
import { type Html, html } from '#services/printouts/html.ts';
import { countLabels, type ProvenReport, proofText } from '#services/reports/payments-report.ts';
import { groupText, type ReportGroup } from '#services/reports/report-groups.ts';

type PaymentsPage = { readonly report: ProvenReport; readonly by: ReportGroup; readonly visitor: Visitor };

/** What was paid, by whatever people ask for, and beside it what the bank's own book says. */
export function paymentsPage({ report, by, visitor }: PaymentsPage): Html {
  const { month: period, rows, total } = report;
  const isYear = period.length === 4;
  const title = text('desk.payments.title');
  const named = { period: isYear ? `tahun ${period}` : formatMonth(period), by: text(`report.${by}`).toLowerCase() };
  const [countOfPaid, countOfReturned] = countLabels(report);
  const columns = headCells(
    text(`report.${by}`),
    ['Dibayar', 'n'],
    [countOfPaid, 'n'],
    ['Kembali', 'n'],
    [countOfReturned, 'n'],
    ['Bersih', 'n'],
    ['Di antaranya kompensasi keterlambatan', 'n'],
  );
  const table = wide(
    title,
    html`<table><caption>${text('desk.payments.caption', named)}</caption>${columns}<tbody>${rows.map((row) => lineOf(row, by))}${lineOf(total, by, true)}</tbody></table>`,
  );
  const csv = `/laporan/pembayaran?${isYear ? 'year' : 'month'}=${period}&by=${by}&format=csv`;
  return deskPage({
    title: `${title} ${named.period}`,
    visitor,
    here: '/laporan/pembayaran',
    body: html`<h1>${title}</h1>${filterOf(period, by)}
${report.counted === 'benefit-lines' && rows.length > 0 ? html`<p class="small">${text('desk.payments.manyLines', { count: String(report.payments) })}</p>` : undefined}${rows.length === 0 ? html`<p>${text('desk.payments.none')}</p>` : table}
${proofOf(report)}<nav class="links" aria-label="${title}"><a href="${csv}">${text('desk.day.csv')}</a></nav>`,
  });
}

function lineOf({ group, paid, returned, net, late }: ReportRow, by: ReportGroup, isSum = false): Html {
  return html`<tr${isSum ? html` class="sum"` : undefined}><th scope="row">${groupText(group, by)}</th>${rupiahCell(paid.amount)}${countCell(paid.count)}${rupiahCell(returned.amount)}${countCell(returned.count)}${rupiahCell(net)}${rupiahCell(late)}</tr>`;
}

function filterOf(period: string, by: ReportGroup): Html {
  const isYear = period.length === 4;
  const options = REPORT_GROUPS.map(
    (one) => html`<option value="${one}"${one === by ? html` selected` : undefined}>${text(`report.${one}`)}</option>`,
  );
  return html`<form class="filter" method="get" action="/laporan/pembayaran">
<div><label for="month">${text('desk.payments.month')}</label><input id="month" name="month" type="month" pattern="\\d{4}-\\d{2}" value="${isYear ? '' : period}"></div>
<div><label for="year">${text('desk.payments.year')}</label><input id="year" name="year" inputmode="numeric" size="6" pattern="\\d{4}" value="${isYear ? period : ''}"></div>
<div><label for="by">${text('desk.payments.by')}</label><select id="by" name="by">${options}</select></div>
<div><button>${text('desk.payments.show')}</button></div></form>`;
}

/** Every rupiah between our books and the bank's by name. */
function proofOf({ total, bank }: ProvenReport): Html {
  const rows: readonly (readonly [string, number])[] = [
    [text('report.total'), total.net],
    [text('desk.payments.notInBooks'), bank.notInBooks],
    [text('desk.payments.notOnStatement'), bank.awaitingStatement - bank.notOnStatement],
    [text('desk.payments.awaitingStatement'), -bank.awaitingStatement],
    [text('desk.payments.amountsDiffer'), bank.amountsDiffer],
  ];
  const lines = rows.map(([label, amount], index) =>
    index > 0 && amount === 0 ? undefined : html`<tr><th scope="row">${label}</th>${rupiahCell(amount)}</tr>`,
  );
  const kept = lines.flatMap((line) => (line ? [line] : []));
  return html`${verdictOf(bank)}<table class="figures">${headCells('Uraian', ['Bersih', 'n'])}<tbody>${kept}<tr class="sum"><th scope="row">${text('desk.payments.bank')}</th>${rupiahCell(bank.net)}</tr></tbody></table>`;
}

const VERDICTS = {
  equal: ['good', '✓'],
  'no-statement-yet': ['wait', '…'],
  differs: ['', '!'],
} as const;

function verdictOf(bank: ProvenReport['bank']): Html {
  const [tone, mark] = VERDICTS[bank.state];
  const about = bank.state === 'no-statement-yet' ? html`<p>${text('desk.payments.no-statement-yet.text')}</p>` : undefined;
  return html`<p class="${`verdict ${tone}`.trim()}">${mark} ${proofText(bank)}</p>${about}`;
}
