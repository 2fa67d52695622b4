import { endpoint } from '#api/endpoint.ts';
import { previewCorrection } from '#domain/claim/decisions/correct-event.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { ClaimPath, CorrectionQuery } from '#schemas/http/claims.ts';
import { EventCorrectionPreviewReply } from '#schemas/http/replies/claims.ts';
import { readFor } from '#services/claims/claim-access.ts';
import { asOfFor, calendarOf } from '#services/claims/clock-view.ts';
import { toDaysView } from '#services/claims/event-view.ts';

/** What other days of the event would change, before anybody says them: rules, coverage, money, holds, papers and clocks. */
export const previewEventCorrection = endpoint({
  method: 'GET',
  url: '/claims/:claimId/event-corrections/preview',
  action: 'read-checks',
  about: 'What other days of the event would change, before two persons say so.',
  params: ClaimPath,
  query: CorrectionQuery,
  reply: EventCorrectionPreviewReply,
  async handle({ actor, params, query }, deps) {
    const claim = await readFor(actor, params.claimId, deps);
    const { claimId, seq } = claim;
    const context = { at: asOfFor(claim, deps), calendar: await calendarOf(claim, deps.stores), switches: {} };
    const preview = previewCorrection(claim, query, context);
    if ('refused' in preview) return { claimId, seq, refusal: preview };
    const clocks = preview.clocks.flatMap((fact) =>
      fact.type === 'sla.clock-started' ? [{ clock: fact.clock, startedAt: toIso(fact.startedAt) }] : [],
    );
    return { claimId, seq, was: toDaysView(preview.was), days: toDaysView(preview.days), effect: preview.effect, clocks };
  },
});
