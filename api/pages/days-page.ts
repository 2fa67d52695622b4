import type { KeptCase } from '#adapters/mongo/reconciliation-cases-store.ts';
import type { ReconciliationRun } from '#adapters/mongo/reconciliations-store.ts';
import { formatMonth, formatShortDate, formatWeekdayDate } from '#domain/format/date.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { assigneeOf } from '#domain/money/reconciliation/case.ts';
import { addDays, addMonths, type Day, day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { deskPage, headCells, rupiahCell, type Visitor, wide } from '#services/printouts/desk-layout.ts';
import { ageText } from '#services/printouts/difference-table.ts';
import { type Html, html } from '#services/printouts/html.ts';
import { ownerText } from '#services/reconciliation/case-words.ts';
import { differenceText } from '#services/reconciliation/difference-words.ts';

type DaysPage = {
  readonly month: string;
  readonly runs: readonly ReconciliationRun[];
  /** Cases nobody has closed yet, by the day that found them first. */
  readonly liveByDay: ReadonlyMap<Day, number>;
  readonly live: readonly KeptCase[];
  readonly isCut: boolean;
  /** Of the first run ever: days before it are nobody's failure. */
  readonly firstDay: Day | undefined;
  readonly now: Instant;
  readonly visitor: Visitor;
};

/** Which days of a month are proven, which are open, which are missing; and above them every case that waits for somebody. */
export function daysPage(page: DaysPage): Html {
  const { month, live, isCut, firstDay, now, visitor } = page;
  const title = text('desk.days.title');
  const days = daysOver(month, now).filter((date) => firstDay !== undefined && date >= firstDay);
  const begun =
    firstDay?.startsWith(month) === true
      ? html`<p class="small">${text('desk.days.begun', { date: formatShortDate(firstDay) })}</p>`
      : undefined;
  const rows = days.map((date) => rowOf(date, page));
  const table = html`<table><caption>${text('desk.days.caption', { month: formatMonth(month) })}</caption>${headCells('Hari bank', 'Keadaan', ['Keluar', 'n'], ['Masuk', 'n'], ['Saldo akhir', 'n'], ['Selisih', 'n'], ['Perkara terbuka', 'n'])}<tbody>${rows}</tbody></table>`;
  const more = isCut ? html`<p class="small">${text('desk.cases.more', { count: String(live.length) })}</p>` : undefined;
  const cases = live.length === 0 ? html`<p>${text('desk.cases.none')}</p>` : html`${caseTable(live, now)}${more}`;
  return deskPage({
    title,
    visitor,
    here: '/pencocokan',
    body: html`<h1>${title}</h1><p>${text('desk.days.about')}</p>
<h2>${text('desk.cases')}</h2>${cases}
<h2>${formatMonth(month)}</h2>${monthLinks(month, now)}${days.length === 0 ? html`<p>${text('desk.days.none')}</p>` : html`${begun}${wide(title, table)}`}`,
  });
}

/** Of a month, latest first, those the bank has closed. */
function daysOver(month: string, now: Instant): readonly Day[] {
  const today = bankDayOf(now);
  const days: Day[] = [];
  for (let date = day(`${month}-01`); date.startsWith(month) && date < today; date = addDays(date, 1)) days.unshift(date);
  return days;
}

function rowOf(date: Day, { runs, liveByDay }: DaysPage): Html {
  const run = runs.find(({ _id }) => _id === date);
  const { totals } = run ?? {};
  const cases = liveByDay.get(date) ?? 0;
  return html`<tr><th scope="row"><a href="/pencocokan/${date}">${formatWeekdayDate(date)}</a></th><td>${stateOf(run, cases)}</td>
${rupiahCell(totals?.out.amount)}${rupiahCell(totals?.in.amount)}${rupiahCell(totals?.closing)}${rupiahCell(totals?.unexplained)}<td class="n">${cases === 0 ? '' : cases}</td></tr>`;
}

/** By sign and by word, never by colour alone. */
function stateOf(run: ReconciliationRun | undefined, liveCases: number): string {
  if (!run) return `! ${text('desk.days.missing')}`;
  if (run.state === 'waiting') return `… ${text('desk.days.waiting')}`;
  if ((run.differences ?? []).length === 0) return `✓ ${text('desk.days.proven')}`;
  return liveCases === 0 ? `✓ ${text('desk.days.answered')}` : `! ${text('desk.days.open')}`;
}

function monthLinks(month: string, now: Instant): Html {
  const first = day(`${month}-01`);
  const [before, after] = [addMonths(first, -1), addMonths(first, 1)].map((other) => other.slice(0, 7));
  const next = after !== undefined && after <= bankDayOf(now).slice(0, 7);
  return html`<nav class="links" aria-label="${text('desk.days.title')}"><a href="/pencocokan?month=${before}">← ${text('desk.days.previous')}</a>${next ? html`<a href="/pencocokan?month=${after}">${text('desk.days.next')} →</a>` : undefined}</nav>`;
}

function caseTable(live: readonly KeptCase[], now: Instant): Html {
  const rows = live.map((one) => {
    const { id, day: found, difference, owner, state, openedAt } = one;
    return html`<tr><td><a href="/pencocokan/perkara/${id}">${differenceText(difference)}</a></td><td><a href="/pencocokan/${found}">${formatShortDate(found)}</a></td>${rupiahCell(difference.effect, 'Selisih')}<td data-l="Penanggung jawab">${ownerText(owner, assigneeOf(one))}</td><td data-l="Umur">${ageText(openedAt, now)}</td><td data-l="Keadaan">${text(`case.${state}`)}</td></tr>`;
  });
  const columns = headCells('Perkara', 'Hari bank', ['Selisih', 'n'], 'Penanggung jawab', 'Umur', 'Keadaan');
  return wide(text('desk.cases'), html`<table class="cards">${columns}<tbody>${rows}</tbody></table>`);
}
