import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { FoundIncident, IncidentsStore } from '#adapters/mongo/incidents-store.ts';
import type { LateEventsStore } from '#adapters/mongo/late-events-store.ts';
import type { MembershipNewsStore } from '#adapters/mongo/membership-news-store.ts';
import type { WaitingPapersStore } from '#adapters/mongo/waiting-papers-store.ts';
import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';
import { type LateNews, lateKindOf } from '#domain/claim/late-news/late-news.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

export type NewsSweepDeps = {
  readonly claimsOnRecord: Pick<ClaimsStore, 'find'>;
  readonly incidents: Pick<IncidentsStore, 'note'>;
  readonly lateEvents: Pick<LateEventsStore, 'open'>;
  readonly membershipNews: Pick<MembershipNewsStore, 'waiting'>;
  readonly waitingPapers: Pick<WaitingPapersStore, 'waiting'>;
  /** News waits so long for its parent before somebody is told. */
  readonly newsWaitsMs?: number;
};

export const NEWS_WAITS_MS = 24 * 3_600_000;
/** The oldest of each; the others follow as these are settled. */
const MOST_NOTED = 200;

/** Nothing that was told may lie unread: what waits too long, and what came after the end of a claim, is work for a person. */
export function createNewsSweep({ claimsOnRecord, incidents, lateEvents, membershipNews, waitingPapers, newsWaitsMs }: NewsSweepDeps) {
  return async function sweepNews(startedAt: Instant): Promise<void> {
    const before = startedAt - (newsWaitsMs ?? NEWS_WAITS_MS);
    const news = await membershipNews.waiting(MOST_NOTED, before);
    const papers = await waitingPapers.waiting(MOST_NOTED, before);
    const late = await lateEvents.open(MOST_NOTED);
    const found: readonly FoundIncident[] = [
      ...news.map(
        ({ _id, waitingSince }): FoundIncident => ({ kind: 'news-waiting', newsId: _id, ...(waitingSince && { dueAt: waitingSince }) }),
      ),
      ...papers.map(
        ({ _id, claimId, waitingSince }): FoundIncident => ({ kind: 'news-waiting', newsId: _id, claimId, dueAt: waitingSince }),
      ),
      ...(await Promise.all(late.map(lateIncident))),
    ];
    for (const one of found) await incidents.note(one, startedAt);
  };

  async function lateIncident(late: LateNews): Promise<FoundIncident> {
    const { _id, claimId } = late;
    const known: ClaimId | undefined = parseClaimId(claimId);
    const status = late.status ?? (known && (await claimsOnRecord.find(known))?.state.status);
    return { kind: lateKindOf(late, status), claimId, newsId: _id };
  }
}
