import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { CalendarPack } from '#domain/calendar/pack.ts';
import { toLocal } from '#domain/calendar/zone.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { clockDefinition } from '#domain/clock/definitions.ts';
import { formatInstant, formatTime } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import { text } from '#locales/text.ts';
import { toClockView } from '../claim-view.ts';
import { type Html, html } from './html.ts';

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff;margin:0 auto;max-width:42rem;padding:1rem}
h1{font-size:1.4rem;margin:.5rem 0}h2{font-size:1.05rem;margin:1.5rem 0 .25rem}
p,ul,dl{margin:.25rem 0}li{margin:.25rem 0}label{display:block;margin:.75rem 0 .25rem;font-weight:600}
input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid #5b6675;border-radius:4px}
button{font:inherit;margin-top:1rem;padding:.7rem 1.2rem;min-height:44px;border:0;border-radius:4px;background:#14507d;color:#fff}
input:focus,button:focus,summary:focus{outline:3px solid #b45309;outline-offset:2px}
.where{font-size:1.15rem;font-weight:600}.note{border-left:4px solid #14507d;padding-left:.75rem}
pre{overflow-x:auto;font-size:.8rem;background:#f3f5f8;padding:.5rem}summary{min-height:44px;padding-top:.6rem;cursor:pointer}
@media print{button,form{display:none}}`;

function page(title: string, body: Html): Html {
  return html`<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ html: STYLE }}</style></head><body><main>${body}</main></body></html>`;
}

/** The form, and the form again with what was wrong; the number typed is kept. */
export function askPage({ number = '', isUnknown = false }: { readonly number?: string; readonly isUnknown?: boolean } = {}): Html {
  const problem = isUnknown ? html`<p class="note" role="alert">${text('page.unknown')}</p>` : undefined;
  return page(
    text('page.title'),
    html`<h1>${text('page.title')}</h1><p>${text('page.ask')}</p>${problem}<form method="post" action="/status"><label for="claim">${text('page.number')}</label><input id="claim" name="claim" value="${number}" autocomplete="off" autocapitalize="characters" required><label for="secret">${text('page.secret')}</label><input id="secret" name="secret" autocomplete="off" autocapitalize="characters" required><button>${text('page.open')}</button></form>`,
  );
}

export type ClaimPage = {
  readonly claim: ClaimState;
  readonly journal: readonly JournalEntry[];
  readonly secret: string;
  readonly calendar: CalendarPack;
  readonly now: number;
};

/** What a family wants to know, in the order in which it wants to know it. No cause of death, no NIK, no other heirs, nothing in red. */
export function claimPage({ claim, journal, secret, calendar, now }: ClaimPage): Html {
  const { zone } = calendar;
  const again = html`<form method="post" action="/status"><input type="hidden" name="claim" value="${claim.claimId}"><input type="hidden" name="secret" value="${secret}"><button>${text('page.again')}</button> <small>${text('page.updated', { when: formatTime(now, zone) })}</small></form>`;
  return page(
    `${text('page.title')} ${claim.claimId}`,
    html`<h1>${text('page.title')} ${claim.claimId}</h1><p>${text('page.condolence')}</p>
<h2>${text('page.where')}</h2><p class="where">${text(`sentence.${claim.status}`)}</p>${amountOf(claim)}
<h2>${text('page.ball')}</h2><p>${text(`ball.${claim.status}`)}</p>
<h2>${text('page.todo')}</h2>${todoOf(claim, calendar, now)}
<h2>${text('page.until')}</h2>${untilOf(claim, calendar, now)}
<h2>${text('page.late')}</h2><p>${text('page.late.text')}</p>
<h2>${text('page.history')}</h2><ul>${historyOf(journal).map((fact) => html`<li>${formatInstant(fact.at, zone)}: ${text(`fact.${fact.type}`)}</li>`)}</ul>
<h2>${text('page.help')}</h2><p>${text('page.help.text')}</p>${again}`,
  );
}

function amountOf({ status, recommendation }: ClaimState): Html | undefined {
  const isApproved = status === 'approved' || status === 'paying' || status === 'paid' || status === 'closed';
  if (!isApproved || recommendation?.outcome !== 'pay') return undefined;
  return html`<p>${text('page.amount')}: <strong>${formatRupiah(recommendation.total)}</strong></p>`;
}

function todoOf(claim: ClaimState, calendar: CalendarPack, now: number): Html {
  const isOpen = claim.status === 'registered' || claim.status === 'collecting';
  const { missing } = checklistOf(claim, toLocal(now, calendar.zone).day, {});
  const owed = isOpen ? missing.filter(({ owes }) => owes !== 'officer') : [];
  if (owed.length === 0) return html`<p>${text('page.todo.none')}</p>`;
  return html`<ul>${owed.map(({ label }) => html`<li>${label}</li>`)}</ul>`;
}

/** The deadlines others promised the family; our own response times are our affair. */
function untilOf(claim: ClaimState, calendar: CalendarPack, now: number): Html {
  const latest = claim.clocks.filter((ledger) => clockDefinition(ledger.clock, withSwitches()).kind !== 'ours');
  if (latest.length === 0) return html`<p>${text('page.until.notStarted')}</p>`;
  const clocks = latest.map((ledger) => toClockView(ledger, calendar, now));
  return html`${clocks.map(
    (clock) =>
      html`<p><strong>${clock.label}</strong>: ${'dueAt' in clock ? formatInstant(Date.parse(clock.dueAt), calendar.zone) : text('clock.unknown')} (${text(`clock.${clock.state}`)}, ${text(`standing.${clock.standing}`)})</p><details><summary>${text('page.arithmetic')}</summary><pre>${clock.explanation.join('\n')}</pre></details>`,
  )}`;
}

/** Newest first; clocks and warnings inside Santun are not the family's news. */
function historyOf(journal: readonly JournalEntry[]): readonly Fact[] {
  return journal
    .map((entry) => entry.fact)
    .filter((fact) => !fact.type.startsWith('sla.'))
    .reverse();
}
