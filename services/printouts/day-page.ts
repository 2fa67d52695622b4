import { formatInstant, formatWeekdayDate } from '#domain/format/date.ts';
import { isOver, spanOf } from '#domain/money/reconciliation/bank-day.ts';
import { addDays, type Day } from '#domain/time/calendar/day.ts';
import { type Instant, instant } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import type { RunView } from '#services/reconciliation/reconciliation-view.ts';
import { threeWay } from './day-sums.ts';
import { deskPage, type Visitor } from './desk-layout.ts';
import { differenceTable } from './difference-table.ts';
import { type Html, html } from './html.ts';

/** Of NTT, where the people who read this are; the bank's day is Jakarta's. */
export const DESK_ZONE = 'Asia/Makassar';

type DayPage = { readonly date: Day; readonly view: RunView | undefined; readonly now: Instant; readonly visitor?: Visitor };

/** The proof of one banking day, whatever there is of it by now. */
export function dayPage({ date, view, now, visitor }: DayPage): Html {
  const { from, until } = spanOf(date);
  const span = { from: formatInstant(from, DESK_ZONE), until: formatInstant(until, DESK_ZONE) };
  const title = `${text('desk.day.title')} ${formatWeekdayDate(date)}`;
  const run =
    view === undefined
      ? undefined
      : html`<p class="small">${text('desk.day.run', { when: formatInstant(instant(view.at), DESK_ZONE) })}</p>`;
  const body = html`<h1>${title}</h1><p class="small">${text('desk.day.span', span)}</p>${run}
${visitor ? linksOf(date, view, now) : undefined}${view ? contentOf(view, now) : noticeOf(date, now, span.until)}`;
  const foot = text('desk.printed', { when: formatInstant(now, DESK_ZONE) });
  return deskPage({ title, body, foot, ...(visitor ? { visitor, here: '/pencocokan' } : {}) });
}

function contentOf(view: RunView, now: Instant): Html {
  if (view.state === 'waiting' || view.totals === undefined) {
    const values = { why: view.why ?? '-', when: formatInstant(instant(view.at), DESK_ZONE) };
    return html`<p class="verdict wait">… ${text('desk.day.waiting')}</p><p>${text('desk.day.waiting.text', values)}</p>`;
  }
  const told = view.toldByStatement;
  return html`${verdictOf(view)}${threeWay(view, view.totals)}
<h2>${text('desk.day.differences')}</h2>${view.differences.length === 0 ? html`<p>${text('desk.day.noDifferences')}</p>` : differenceTable(view.differences, now)}
${told.length === 0 ? undefined : html`<h2>${text('desk.day.told')}</h2><p>${text('desk.day.told.text')}</p>${differenceTable(told, now)}`}`;
}

function verdictOf({ isProven, differences, totals, matched }: RunView): Html {
  const count = String(differences.length);
  if (isProven) {
    const isQuiet = matched === 0 && totals?.out.count === 0 && totals.in.count === 0 && (totals.fees?.count ?? 0) === 0;
    return html`<p class="verdict good">✓ ${text('desk.day.proven')}</p><p>${text(isQuiet ? 'desk.day.quiet' : 'desk.day.proven.text')}</p>`;
  }
  const isAnswered = differences.every(({ caseState }) => caseState === 'closed');
  return isAnswered
    ? html`<p class="verdict">✓ ${text('desk.day.answered')}</p><p>${text('desk.day.answered.text', { count })}</p>`
    : html`<p class="verdict">! ${text('desk.day.open', { count })}</p><p>${text('desk.day.open.text')}</p>`;
}

function noticeOf(date: Day, now: Instant, until: string): Html {
  return isOver(date, now)
    ? html`<p class="verdict wait">… ${text('desk.day.missing')}</p><p>${text('desk.day.missing.text', { date })}</p>`
    : html`<p class="verdict wait">… ${text('desk.day.notOver')}</p><p>${text('desk.day.notOver.text', { until })}</p>`;
}

function linksOf(date: Day, view: RunView | undefined, now: Instant): Html {
  const link = (href: string, label: string): Html => html`<a href="${href}">${label}</a>`;
  const [before, after] = [addDays(date, -1), addDays(date, 1)];
  const files = view
    ? [link(`/pencocokan/${date}?format=csv`, text('desk.day.csv')), link(`/pencocokan/${date}?format=json`, text('desk.day.json'))]
    : [];
  return html`<nav class="links" aria-label="${text('desk.day.title')}">${[
    link(`/pencocokan/${before}`, `← ${text('desk.day.previous')}`),
    ...(isOver(date, now) ? [link(`/pencocokan/${after}`, `${text('desk.day.next')} →`)] : []),
    link(`/pencocokan?month=${date.slice(0, 7)}`, text('desk.day.list')),
    ...files,
  ]}</nav>`;
}
