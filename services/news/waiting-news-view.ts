import type { Stores } from '#adapters/mongo/stores.ts';
import type { IgnoredNews, MembershipNews } from '#domain/claim/membership-news.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';

const MOST_LISTED = 200;

/** Ids, dates and membership numbers; nobody's name. */
export async function readWaitingNews({
  membershipNews,
  waitingPapers,
  readiness,
}: Pick<Stores, 'membershipNews' | 'waitingPapers' | 'readiness'>) {
  const [news, papers, overtaken, files] = await Promise.all([
    membershipNews.waiting(MOST_LISTED),
    waitingPapers.waiting(MOST_LISTED),
    membershipNews.withIgnored(MOST_LISTED),
    readiness.withIgnored(MOST_LISTED),
  ]);
  return {
    waiting: [
      ...news.map(({ _id, kpj, waitingSince = 0, coverage, contributions }) => ({
        newsId: _id,
        kind: 'membership' as const,
        text: text('waiting.membership'),
        todo: text('waiting.todo.membership'),
        kpj,
        waitingSince: toIso(waitingSince),
        eventIds: [coverage, ...contributions].flatMap((one) => one?.eventId ?? []),
      })),
      ...papers.map(({ _id, claimId, institutionId, waitingSince, papers: sent }) => ({
        newsId: _id,
        kind: 'papers' as const,
        text: text('waiting.papers'),
        todo: text('waiting.todo.papers'),
        claimId,
        institutionId,
        waitingSince: toIso(waitingSince),
        papers: sent.length,
        eventIds: [_id],
      })),
    ].sort((a, b) => (a.waitingSince < b.waitingSince ? -1 : 1)),
    ignored: [
      ...overtaken.flatMap(({ kpj, ignored }) => ignored.map((one) => ({ kpj, ...toIgnoredView(one) }))),
      ...files.flatMap(({ _id, ignored = [] }) =>
        ignored.map((one) => ({ readinessFileId: _id, ...toIgnoredView({ ...one, type: 'credit' }) })),
      ),
    ],
    mostListed: MOST_LISTED,
  };
}

/** What a claim rests on of BPJS Ketenagakerjaan's word, and what it did not hear because something newer stands. */
export function toMembershipNewsView({ kpj, coverage, contributions, ignored }: MembershipNews) {
  return {
    kpj,
    ...(coverage === undefined ? {} : { coverageToldAt: toIso(coverage.toldAt) }),
    contributionsSince: contributions.length,
    ignored: ignored.map(toIgnoredView),
  };
}

type Ignored = Pick<IgnoredNews, 'eventId' | 'toldAt' | 'newerAt'> & { readonly type: IgnoredNews['type'] | 'credit' };

function toIgnoredView({ eventId, type, toldAt, newerAt }: Ignored) {
  return { eventId, type, why: text(`ignored.${type}`), toldAt: iso(toldAt), newerAt: iso(newerAt) };
}

function iso(instant: Instant): string {
  return toIso(instant);
}
