/** Why money would come to a partner: the account is registered as an institution's or its staff's, or the payee is one of its staff. */
export const PARTNER_SIGNS = ['account', 'person'] as const;
export type PartnerSign = (typeof PARTNER_SIGNS)[number];

/** Of a line that was stopped before the bank; the desk and the sweeper look for it. */
export const PAYEE_OF_PARTNER = 'payee-of-partner';
