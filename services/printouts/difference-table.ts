import { type Instant, instant } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { ownerText } from '#services/reconciliation/case-words.ts';
import type { RunView } from '#services/reconciliation/reconciliation-view.ts';
import { headCells, rupiahCell, wide } from './desk-layout.ts';
import { type Html, html } from './html.ts';

const MS_PER_DAY = 86_400_000;

/** Each difference with its case: what it is, how much, whose, since when, and what to do about it. */
export function differenceTable(differences: RunView['differences'], now: Instant): Html {
  const rows = differences.map((one) => {
    const { caseId, kind, effect, ours, theirs, claimId, bankReference, caseState, owner, assignee, openedAt } = one;
    const isDone = caseState === 'closed';
    return html`<tr><td><a href="/pencocokan/perkara/${caseId}">${one.text}</a><br><small>${[claimId, bankReference].filter((part) => part !== undefined).join(' · ')}</small></td>
${rupiahCell(effect, 'Selisih')}${rupiahCell(ours, 'Menurut kami')}${rupiahCell(theirs, 'Menurut bank')}
<td data-l="Penanggung jawab">${owner ? ownerText(owner, assignee) : ''}</td><td data-l="Umur">${openedAt === undefined ? '' : ageText(instant(openedAt), now)}</td><td data-l="Keadaan">${caseState ? text(`case.${caseState}`) : ''}</td>
<td data-l="Yang perlu dilakukan">${isDone ? '' : text(`difference.todo.${kind}`)}</td></tr>`;
  });
  const columns = headCells(
    'Perkara',
    ['Selisih', 'n'],
    ['Menurut kami', 'n'],
    ['Menurut bank', 'n'],
    'Penanggung jawab',
    'Umur',
    'Keadaan',
    'Yang perlu dilakukan',
  );
  return wide(text('desk.day.differences'), html`<table class="cards">${columns}<tbody>${rows}</tbody></table>`);
}

export function ageText(since: Instant, now: Instant): string {
  const days = Math.floor((now - since) / MS_PER_DAY);
  return days < 1 ? text('desk.age.today') : text('desk.age.days', { days: String(days) });
}
