import type { ClaimState } from '#domain/claim/state.ts';
import { formatInstant } from '#domain/format/date.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import type { ClockStanding, ClockState } from '#domain/time/clock/derive.ts';
import { type ExplainRow, explainDeadline } from '#domain/time/clock/explain.ts';
import { isStep } from '#domain/time/clock/explain-rows.ts';
import { packFor } from '#domain/time/clock/judged-by.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { type TextId, text } from '#locales/text.ts';
import { toClockRow } from '#services/claims/clock-view.ts';
import { type Html, html } from '#services/printouts/html.ts';

/** The claim's calendar, and those its stopped clocks were judged by. */
export type Calendars = { readonly now: CalendarPack; readonly earlier: readonly CalendarPack[] };

const OPEN: readonly ClaimState['status'][] = ['registered', 'collecting'];
/** What a family waits for besides payment. */
const ANSWERS: readonly ClockLedger['clock'][] = ['complaint', 'suspected-accident'];

/** The deadlines others promised the family, each with its arithmetic folded away; our own response times are our affair. */
export function untilOf(claim: ClaimState, { now: calendar, earlier }: Calendars, now: Instant, isPriced: boolean): Html {
  const ledgers = promised(claim);
  if (ledgers.length === 0) return html`<p>${text(OPEN.includes(claim.status) ? 'page.until.notStarted' : 'page.until.none')}</p>`;
  return html`${ledgers.map((ledger) => clockOf(ledger, claim, packFor(ledger, calendar, earlier), now, isPriced))}`;
}

export function hasLegalClock({ clocks }: ClaimState): boolean {
  return clocks.some(isPaymentLimit);
}

/** Of each kind the latest: when the programme changes, one legal limit takes the place of the other. Answers still owed come after. */
function promised({ clocks }: ClaimState): readonly ClockLedger[] {
  const latest = [clocks.findLast(isPaymentLimit), clocks.findLast(({ clock }) => kindOf(clock) === 'promise')];
  const owed = clocks.filter(({ clock, stoppedAt }) => ANSWERS.includes(clock) && stoppedAt === undefined);
  return [...latest.filter((ledger) => ledger !== undefined), ...owed];
}

/** The limits the law sets for payment, and the only ones it prices. */
function isPaymentLimit({ clock }: Pick<ClockLedger, 'clock'>): boolean {
  return clock === 'jkm-legal' || clock === 'jkk-legal';
}

function kindOf(clock: ClockLedger['clock']): string {
  return clockDefinition(clock, withSwitches()).kind;
}

function clockOf(ledger: ClockLedger, claim: ClaimState, calendar: CalendarPack, now: Instant, isPriced: boolean): Html {
  const row = toClockRow(ledger, calendar, now);
  if (row.state === 'unknown') return html`<p><strong>${row.label}</strong></p><p>${text('page.until.unknown')}</p>`;
  const due = formatInstant(Date.parse(row.dueAt), calendar.zone);
  const sentence = text(sentenceFor(row.state, row.standing), { due, days: String(row.lateDays) });
  const base = isPriced && isPaymentLimit(ledger) && claim.recommendation?.outcome === 'pay' ? claim.recommendation.total : undefined;
  return html`<p><strong>${row.label}</strong><br>${sentence}</p>${arithmetic(explainDeadline(ledger, calendar, now, withSwitches(), base))}`;
}

/** Lateness is said in words, also while a pause holds the clock. */
function sentenceFor(state: ClockState, standing: ClockStanding): TextId {
  if (standing === 'met' || standing === 'missed') return `page.until.${standing}`;
  if (standing === 'late') return 'page.until.late';
  return state === 'paused' ? 'page.until.paused' : 'page.until.running';
}

function arithmetic(rows: readonly ExplainRow[]): Html {
  const lines = rows.filter((row) => !isStep(row));
  const [heading, ...notes] = lines.map(({ text: line }) => line);
  const steps = rows
    .filter(isStep)
    .map(
      ({ when, what, effect, isDue }) =>
        html`<tr${isDue ? html` class="due"` : undefined}><th scope="row">${when}</th><td>${what}</td><td>${effect}</td></tr>`,
    );
  return html`<details><summary>${text('page.arithmetic')}</summary><table><caption>${heading}</caption><thead><tr><th scope="col">${text('page.arithmetic.when')}</th><th scope="col">${text('page.arithmetic.what')}</th><th scope="col">${text('page.arithmetic.effect')}</th></tr></thead><tbody>${steps}</tbody></table>${notes.map((note) => html`<p class="small">${note}</p>`)}</details>`;
}
