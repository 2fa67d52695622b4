import { endpoint } from '#api/endpoint.ts';
import { EscalationsQuery } from '#schemas/http/claims.ts';
import { EscalationsReply } from '#schemas/http/replies/escalations.ts';
import { asOfFor, calendarOf } from '#services/claims/clock-view.ts';
import { toEscalationRow } from '#services/claims/escalation-view.ts';

/** What nobody has answered for yet, the longest waiting first, a page at a time. */
export const listEscalations = endpoint({
  method: 'GET',
  url: '/escalations',
  action: 'read-escalations',
  about: 'Warnings that somebody must acknowledge and nobody has, the longest waiting first.',
  query: EscalationsQuery,
  reply: EscalationsReply,
  async handle({ query: { cursor, limit } }, deps) {
    const found = await deps.stores.claims.openRungs(limit + 1, cursor);
    const page = found.slice(0, limit);
    const escalations = [];
    // One after the other: the first claim of a calendar reads it, the rest find it read.
    for (const open of page) {
      escalations.push(toEscalationRow(open, await calendarOf(open.claim, deps.stores), asOfFor(open.claim, deps)));
    }
    const last = page.at(-1);
    const more = last && found.length > limit ? { next: `${last.rung.firedAt}~${last.claim.claimId}~${last.rung.key}` } : {};
    return { escalations, now: new Date(deps.now()).toISOString(), ...more };
  },
});
