import type { Instant } from '#domain/time/calendar/instant.ts';
import type { Membership } from './parts.ts';

/** When BPJS Ketenagakerjaan told it, by its own clock, and under which id. */
export type NewsStamp = { readonly toldAt: Instant; readonly eventId: string };

export type CoverageNews = NewsStamp & { readonly type: 'coverage'; readonly membership: Membership };
export type ContributionNews = NewsStamp & {
  readonly type: 'contribution';
  readonly kpj: string;
  readonly months: readonly string[];
  readonly payerUnpaid?: boolean;
};
export type NewsOfMembership = CoverageNews | ContributionNews;

/** Told before the coverage that stands, so it changes nothing: that coverage is the whole of the membership as of a later instant. */
export type IgnoredNews = NewsStamp & { readonly type: NewsOfMembership['type']; readonly newerAt: Instant };

/**
 * What BPJS Ketenagakerjaan has said of one membership: the coverage it told last, and the contributions it told since, in its own order.
 * Which of two came to us first makes no difference.
 */
export type MembershipNews = {
  readonly kpj: string;
  readonly coverage?: CoverageNews;
  readonly contributions: readonly ContributionNews[];
  /** The latest few. */
  readonly ignored: readonly IgnoredNews[];
};

/** How far news goes; of two states of the same membership the one that goes further knows everything the other does. */
export type NewsReach = { readonly coverageAt: Instant; readonly latestAt: Instant; readonly count: number };

/** Ten years of months without one whole telling: more is no story but a fault of the teller. */
export const MOST_CONTRIBUTIONS = 120;
const MOST_IGNORED = 20;

export type HeardNews = { readonly news: MembershipNews; readonly outcome: 'new' | 'known' | 'ignored' | 'too-many' };

export function kpjOf(told: NewsOfMembership): string {
  return told.type === 'coverage' ? told.membership.kpj : told.kpj;
}

/** The newest by the teller's time wins. The same news again changes nothing. */
export function hearNews(known: MembershipNews | undefined, told: NewsOfMembership): HeardNews {
  const news = known ?? { kpj: kpjOf(told), contributions: [], ignored: [] };
  const { coverage, contributions } = news;
  if (isKnown(news, told)) return { news, outcome: 'known' };
  if (coverage && isBefore(told, coverage)) return { news: ignoring(news, told, coverage.toldAt), outcome: 'ignored' };
  if (told.type === 'coverage') {
    const since = contributions.filter((one) => !isBefore(one, told));
    return { news: { ...news, coverage: told, contributions: since }, outcome: 'new' };
  }
  if (contributions.length >= MOST_CONTRIBUTIONS) return { news, outcome: 'too-many' };
  return { news: { ...news, contributions: [...contributions, told].sort(byTime) }, outcome: 'new' };
}

/** The memberships as they are with the news; contributions to a membership nobody knows yet change nothing. */
export function withNews(memberships: readonly Membership[], news: readonly MembershipNews[]): readonly Membership[] {
  return news.reduce(withOne, memberships);
}

/** Whether there is a membership that this news is about, among these or in the news itself. */
export function isAbout({ kpj, coverage }: MembershipNews, memberships: readonly Membership[]): boolean {
  return coverage !== undefined || memberships.some((one) => one.kpj === kpj);
}

export function reachOf({ coverage, contributions }: MembershipNews): NewsReach {
  const coverageAt = coverage?.toldAt ?? 0;
  return { coverageAt, latestAt: contributions.at(-1)?.toldAt ?? coverageAt, count: contributions.length };
}

/** Of each membership; undefined where there is no news. */
export function reachesOf(news: readonly MembershipNews[]): Readonly<Record<string, NewsReach>> | undefined {
  return news.length === 0 ? undefined : Object.fromEntries(news.map((one) => [one.kpj, reachOf(one)]));
}

/** An earlier state of the news, overtaken on its way by a later one. */
export function isOvertaken(reach: NewsReach, by: NewsReach | undefined): boolean {
  if (!by) return false;
  const differences = [reach.coverageAt - by.coverageAt, reach.latestAt - by.latestAt, reach.count - by.count];
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}

function withOne(memberships: readonly Membership[], { kpj, coverage, contributions }: MembershipNews): readonly Membership[] {
  const told = coverage?.membership;
  const isListed = memberships.some((one) => one.kpj === kpj);
  const listed = told && !isListed ? [...memberships, told] : memberships;
  return listed.map((one) => (one.kpj === kpj ? contributions.reduce(contributed, told ?? one) : one));
}

function contributed(membership: Membership, { months, payerUnpaid }: ContributionNews): Membership {
  const paidMonths = [...new Set([...membership.paidMonths, ...months])].sort();
  return { ...membership, paidMonths, ...(payerUnpaid === undefined ? {} : { payerUnpaid }) };
}

function isKnown({ coverage, contributions, ignored }: MembershipNews, { eventId }: NewsOfMembership): boolean {
  return [coverage, ...contributions, ...ignored].some((one) => one?.eventId === eventId);
}

function ignoring(news: MembershipNews, { type, toldAt, eventId }: NewsOfMembership, newerAt: Instant): MembershipNews {
  return { ...news, ignored: [...news.ignored, { type, toldAt, eventId, newerAt }].slice(-MOST_IGNORED) };
}

function isBefore(one: NewsOfMembership, other: NewsOfMembership): boolean {
  return byTime(one, other) < 0;
}

/** Of one instant: the whole first, then what came on top of it; the id decides the rest, so that every reader decides alike. */
function byTime(one: NewsOfMembership, other: NewsOfMembership): number {
  if (one.toldAt !== other.toldAt) return one.toldAt - other.toldAt;
  if (one.type !== other.type) return one.type === 'coverage' ? -1 : 1;
  if (one.eventId === other.eventId) return 0;
  return one.eventId < other.eventId ? -1 : 1;
}
