import type { Membership } from './parts.ts';

/** What BPJS Ketenagakerjaan tells of one membership: the whole of it, or contributions that came in. */
export type MembershipTold =
  | { readonly type: 'coverage'; readonly membership: Membership }
  | { readonly type: 'contribution'; readonly kpj: string; readonly months: readonly string[]; readonly payerUnpaid?: boolean };

/** The memberships after the news; the same news again changes nothing, and contributions of a membership nobody knows wait for it. */
export function afterTold(known: readonly Membership[], told: MembershipTold): readonly Membership[] {
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
