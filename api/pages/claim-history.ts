import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { Fact, FactType } from '#domain/claim/facts.ts';
import { formatInstant } from '#domain/format/date.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import { GROUND_RULES } from '#domain/time/clock/grounds.ts';
import { type TextId, text } from '#locales/text.ts';
import { type Html, html } from '#services/printouts/html.ts';

type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
type News = { readonly [T in FactType]?: TextId | ((fact: FactOf<T>) => string | undefined) };

/** What is news to a family. Warnings and the single points of a decision are our affair; a repeated report may be another's. */
const NEWS: News = {
  'claim.registered': 'family.claim.registered',
  'claim.documents-attached': 'family.claim.documents-attached',
  'claim.documents-verified': 'family.claim.documents-verified',
  'claim.document-waived': 'family.claim.document-waived',
  'claim.completeness-requested': 'family.claim.completeness-requested',
  'claim.completed': 'family.claim.completed',
  'claim.completeness-revoked': 'family.claim.completeness-revoked',
  'claim.cause-triaged': 'family.claim.cause-triaged',
  'claim.heirs-resolved': 'family.claim.heirs-resolved',
  'claim.treatment-concluded': 'family.claim.treatment-concluded',
  'claim.injury-assessed': 'family.claim.injury-assessed',
  'claim.converted-to-death': 'family.claim.converted-to-death',
  'claim.payee-confirmed': 'family.claim.payee-confirmed',
  'claim.recommended': 'family.claim.recommended',
  'claim.returned': 'family.claim.returned',
  'claim.approved': 'family.claim.approved',
  'claim.rejected': 'family.claim.rejected',
  'claim.lapsed': 'family.claim.lapsed',
  'claim.withdrawn': 'family.claim.withdrawn',
  'claim.appealed': 'family.claim.appealed',
  'claim.reopened': ({ ground }) =>
    text(ground === 'payment-reversed' ? 'family.claim.reopened.payment-reversed' : 'family.claim.reopened'),
  'payout.ordered': 'family.payout.ordered',
  'payout.unknown': 'family.payout.unknown',
  'payout.confirmed': 'family.payout.confirmed',
  'payout.refused': 'family.payout.refused',
  'payout.reversed': 'family.payout.reversed',
  'claim.closed': 'family.claim.closed',
  'sla.clock-paused': ({ ground }) =>
    text('family.sla.clock-paused', { ground: GROUND_RULES[ground].label, awaits: GROUND_RULES[ground].awaits }),
  'sla.clock-resumed': ({ ground }) => text('family.sla.clock-resumed', { ground: GROUND_RULES[ground].label }),
  'sla.clock-extended': ({ units }) => text('family.sla.clock-extended', { units: String(units) }),
  'sla.calendar-changed': ({ moved }) => (moved.length > 0 ? text('family.sla.calendar-changed') : undefined),
};

/** Triage carries the pauses of one legal limit over to the other; the family was told of them when they began. */
function carriedOver(journal: readonly JournalEntry[]): ReadonlySet<string> {
  return new Set(journal.flatMap(({ fact }) => (fact.type === 'claim.cause-triaged' ? [fact.cause] : [])));
}

function newsOf(fact: Fact): string | undefined {
  const news = NEWS[fact.type] as TextId | ((fact: Fact) => string | undefined) | undefined;
  return typeof news === 'string' ? text(news) : news?.(fact);
}

/** A claim that was looked at a hundred times still fits on a page. */
const SHOWN = 20;

/** Newest first. */
export function historyOf(journal: readonly JournalEntry[], zone: Zone): Html {
  const carried = carriedOver(journal);
  const isCarried = ({ type, cause }: Fact): boolean => (type === 'sla.clock-paused' || type === 'sla.clock-resumed') && carried.has(cause);
  const news = journal.flatMap(({ fact }) => {
    const said = isCarried(fact) ? undefined : newsOf(fact);
    return said === undefined ? [] : [{ at: fact.at, said }];
  });
  const shown = news.reverse().slice(0, SHOWN);
  const older = news.length - shown.length;
  const rows = shown.map(
    ({ at, said }) => html`<li class="row"><time datetime="${toIso(at)}">${formatInstant(at, zone)}</time> <span>${said}</span></li>`,
  );
  return html`<ul>${rows}</ul>${older > 0 ? html`<p class="small">${text('page.history.older', { count: String(older) })}</p>` : undefined}`;
}
