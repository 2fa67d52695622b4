import { randomUUID } from 'node:crypto';
import type { KeptCase } from '#adapters/mongo/reconciliation-cases-store.ts';
import { mayAsk } from '#domain/access.ts';
import { formatInstant, formatWeekdayDate } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { assigneeOf, type CaseStep, refuseAssigning, refuseClosing, refuseExplaining } from '#domain/money/reconciliation/case.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { DESK_ZONE } from '#services/printouts/day-page.ts';
import { deskPage, headCells, tokenField, type Visitor, wide } from '#services/printouts/desk-layout.ts';
import { ageText } from '#services/printouts/difference-table.ts';
import { type Html, html } from '#services/printouts/html.ts';
import type { CaseStepName } from '#services/reconciliation/case-steps.ts';
import { ownerText } from '#services/reconciliation/case-words.ts';
import { differenceText } from '#services/reconciliation/difference-words.ts';

type CasePage = {
  readonly kept: KeptCase;
  readonly now: Instant;
  readonly visitor: Visitor;
  /** What came of the last press; what was typed is kept when it came to nothing. */
  readonly said?: { readonly problem: string; readonly reason: string };
  readonly isDone?: boolean;
};

/** One difference and all that people said about it; below, what this person may do now, or why not. */
export function casePage({ kept, now, visitor, said, isDone }: CasePage): Html {
  const { day, difference, owner, state, openedAt, steps } = kept;
  const title = differenceText(difference);
  const facts: readonly (readonly [string, string | Html | undefined])[] = [
    ['Hari bank', html`<a href="/pencocokan/${day}">${formatWeekdayDate(day)}</a>`],
    ['Keadaan', text(`case.${state}`)],
    ['Penanggung jawab', ownerText(owner, assigneeOf(kept))],
    ['Umur', ageText(openedAt, now)],
    ['Selisih', formatRupiah(difference.effect)],
    ['Menurut kami', difference.ours === undefined ? undefined : formatRupiah(difference.ours)],
    ['Menurut bank', difference.theirs === undefined ? undefined : formatRupiah(difference.theirs)],
    ['Klaim', difference.claimId],
    ['Pembayaran', difference.payoutId === undefined ? undefined : `${difference.payoutId}, perintah ke-${difference.issue ?? 1}`],
    ['Nomor bank', difference.bankReference],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  const todo =
    state === 'closed' ? undefined : html`<h2>${text('desk.case.todo')}</h2><p>${text(`difference.todo.${difference.kind}`)}</p>`;
  return deskPage({
    title,
    visitor,
    here: '/pencocokan',
    body: html`<h1>${title}</h1><p class="small">${text('desk.case.title')} ${kept.id}</p>
${isDone ? html`<p class="done" role="status">✓ ${text('desk.case.done')}</p>` : undefined}${said ? html`<p class="note" role="alert">${said.problem}</p>` : undefined}
<h2>${text('desk.case.what')}</h2><dl>${known.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${todo}<h2>${text('desk.case.history')}</h2>${historyOf(steps)}
${mayAsk(visitor.actor, 'settle-reconciliations') && state !== 'closed' ? actsOn(kept, visitor, said?.reason ?? '') : undefined}`,
  });
}

function historyOf(steps: readonly CaseStep[]): Html {
  const rows = steps.map(({ step, at, by, reason, to }) => {
    const what = to === undefined ? text(`case.step.${step}`) : `${text(`case.step.${step}`)}: ${to}`;
    return html`<tr><td>${formatInstant(at, DESK_ZONE)}</td><td>${what}</td><td>${by.id} <small>${text(`role.${by.role}`)}</small></td><td>${reason}</td></tr>`;
  });
  return wide(text('desk.case.history'), html`<table>${headCells('Waktu', 'Langkah', 'Oleh', 'Alasan')}<tbody>${rows}</tbody></table>`);
}

function actsOn(kept: KeptCase, { actor, csrf }: Visitor, reason: string): Html {
  const seen = html`<input type="hidden" name="expectedSeq" value="${String(kept.steps.length)}">`;
  const to = html`<label for="to">${text('desk.case.to')}</label><input id="to" name="to" value="${actor.id}" maxlength="200" autocomplete="off" required>`;
  return html`${act('assign', refuseAssigning(kept, actor, actor.id), csrf, reason, to)}${act('explain', refuseExplaining(kept), csrf, reason)}${act('close', refuseClosing(kept, actor), csrf, reason, seen)}`;
}

/** Not hidden where it is not allowed: the sentence says who may. */
function act(step: CaseStepName, refusal: Refusal | undefined, csrf: string, reason: string, more?: Html): Html {
  const head = html`<h2>${text(`desk.case.${step}`)}</h2><p>${text(`desk.case.${step}.about`)}</p>`;
  if (refusal) return html`<section class="case">${head}<p class="small">${refusal.text}</p></section>`;
  return html`<section class="case">${head}<form method="post">${tokenField(csrf)}<input type="hidden" name="step" value="${step}"><input type="hidden" name="commandId" value="${randomUUID()}">${more}
<label for="reason-${step}">${text('desk.case.reason')}</label><textarea id="reason-${step}" name="reason" maxlength="2000" required>${reason}</textarea><button>${text(`desk.case.${step}`)}</button></form></section>`;
}
