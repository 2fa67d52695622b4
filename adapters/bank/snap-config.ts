import type { Instant } from '#domain/calendar/instant.ts';

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
  readonly now: () => Instant;
};
