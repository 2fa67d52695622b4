import type { Env } from '#config/env.ts';
import type { BankProfile } from '#domain/money/payout/bank-profile.ts';
import type { FeeRules } from '#domain/money/reconciliation/fees.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { BANK_PROFILES } from './bank-profiles.ts';

export type SnapBankConfig = {
  readonly url: string;
  /** `X-PARTNER-ID`, and `X-CLIENT-KEY` of the token request. */
  readonly partnerId: string;
  readonly clientSecret: string;
  readonly privateKeyPem: string;
  readonly sourceAccount: string;
  /** `CHANNEL-ID`, given by the bank. */
  readonly channelId: string;
  /** Silence longer than this is an unknown outcome. */
  readonly timeoutMs: number;
  /** The bank may need this long to know an order it has received; a `not-found` sooner than this after sending is worth nothing. */
  readonly firstInquiryMs: number;
  /** The bank answers for an order this long after it was first sent; a `not-found` later than this is worth nothing. */
  readonly bankRemembersMs: number;
  /** How this bank books its own charges; the standard rules when absent. */
  readonly feeRules?: FeeRules;
  /** In what this bank differs; without it none, which is the standard. */
  readonly profile?: BankProfile;
  readonly now: () => Instant;
};

/** What a question goes under: nobody asks for it again, so as much of its number as the bank takes. */
export function questionReference(
  { profile = BANK_PROFILES.snap }: Pick<SnapBankConfig, 'profile'>,
  kind: 'STNQ' | 'STNS',
  number: string,
): string {
  return `${kind}${number}`.slice(0, profile.referenceLimit);
}

export type BankWaits = Pick<SnapBankConfig, 'firstInquiryMs' | 'bankRemembersMs'>;

/** Of the bank, unless this installation has agreed something else with it. */
export function bankWaitsOf(env: Env): BankWaits {
  const { firstInquiryMs, remembersMs } = BANK_PROFILES[env.SANTUN_BANK_PROFILE];
  return {
    firstInquiryMs: env.SANTUN_BANK_FIRST_INQUIRY_MS ?? firstInquiryMs,
    bankRemembersMs: env.SANTUN_BANK_REMEMBERS_MS ?? remembersMs,
  };
}

/** Every setting of the bank gateway that the environment has. */
export function snapConfigOf(env: Env, now: () => Instant): SnapBankConfig {
  return {
    url: env.SANTUN_BANK_URL,
    partnerId: env.SANTUN_BANK_PARTNER_ID,
    clientSecret: env.SANTUN_BANK_CLIENT_SECRET,
    privateKeyPem: env.SANTUN_BANK_PRIVATE_KEY,
    sourceAccount: env.SANTUN_BANK_SOURCE_ACCOUNT,
    channelId: env.SANTUN_BANK_CHANNEL_ID,
    timeoutMs: env.SANTUN_BANK_TIMEOUT_MS,
    ...bankWaitsOf(env),
    profile: BANK_PROFILES[env.SANTUN_BANK_PROFILE],
    now,
  };
}
