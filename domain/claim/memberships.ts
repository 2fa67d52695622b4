import { type MembershipNews, withNews } from './membership-news.ts';
import type { Membership } from './parts.ts';

/**
 * What a claim hears of one membership: all that BPJS Ketenagakerjaan has said of it. The two others carry no time of their teller and
 * stand in histories of releases up to 0.2.0.
 */
export type MembershipTold =
  | { readonly type: 'news'; readonly news: Omit<MembershipNews, 'ignored'> }
  | { readonly type: 'coverage'; readonly membership: Membership }
  | { readonly type: 'contribution'; readonly kpj: string; readonly months: readonly string[]; readonly payerUnpaid?: boolean };

/** The memberships after the news; the same news again changes nothing, and contributions of a membership nobody knows change nothing. */
export function afterTold(known: readonly Membership[], told: MembershipTold): readonly Membership[] {
  if (told.type === 'news') return withNews(known, [{ ...told.news, ignored: [] }]);
  if (told.type === 'coverage') {
    const { membership } = told;
    const isKnown = known.some(({ kpj }) => kpj === membership.kpj);
    return isKnown ? known.map((one) => (one.kpj === membership.kpj ? membership : one)) : [...known, membership];
  }
  return known.map((one) => {
    if (one.kpj !== told.kpj) return one;
    const paidMonths = [...new Set([...one.paidMonths, ...told.months])].sort();
    return { ...one, paidMonths, ...(told.payerUnpaid === undefined ? {} : { payerUnpaid: told.payerUnpaid }) };
  });
}
