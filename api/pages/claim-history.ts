import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { toIso } from '#domain/calendar/instant.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import type { FactType } from '#domain/claim/facts.ts';
import { formatInstant } from '#domain/format/date.ts';
import { type TextId, text } from '#locales/text.ts';
import { type Html, html } from './html.ts';

/** What is news to a family. Clocks, warnings and the single points of a decision are our affair; a repeated report may be another's. */
const NEWS: Readonly<Partial<Record<FactType, TextId>>> = {
  'claim.registered': 'family.claim.registered',
  'claim.documents-attached': 'family.claim.documents-attached',
  'claim.documents-verified': 'family.claim.documents-verified',
  'claim.completeness-requested': 'family.claim.completeness-requested',
  'claim.completed': 'family.claim.completed',
  'claim.cause-triaged': 'family.claim.cause-triaged',
  'claim.heirs-resolved': 'family.claim.heirs-resolved',
  'claim.payee-confirmed': 'family.claim.payee-confirmed',
  'claim.recommended': 'family.claim.recommended',
  'claim.returned': 'family.claim.returned',
  'claim.approved': 'family.claim.approved',
  'claim.rejected': 'family.claim.rejected',
  'payout.ordered': 'family.payout.ordered',
  'payout.unknown': 'family.payout.unknown',
  'payout.confirmed': 'family.payout.confirmed',
  'payout.refused': 'family.payout.refused',
  'claim.closed': 'family.claim.closed',
};

/** A claim that was looked at a hundred times still fits on a page. */
const SHOWN = 20;

/** Newest first. */
export function historyOf(journal: readonly JournalEntry[], zone: Zone): Html {
  const news = journal.flatMap(({ fact }) => {
    const textId = NEWS[fact.type];
    return textId === undefined ? [] : [{ at: fact.at, textId }];
  });
  const shown = news.reverse().slice(0, SHOWN);
  const older = news.length - shown.length;
  const rows = shown.map(
    ({ at, textId }) =>
      html`<li class="row"><time datetime="${toIso(at)}">${formatInstant(at, zone)}</time> <span>${text(textId)}</span></li>`,
  );
  return html`<ul>${rows}</ul>${older > 0 ? html`<p class="small">${text('page.history.older', { count: String(older) })}</p>` : undefined}`;
}
