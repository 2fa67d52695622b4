import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { PayoutState } from '#domain/money/payout/states.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import type { ToldStanding } from '#domain/time/clock/told-standing.ts';

/** What is measured, in our words; nothing of the client library leaves this folder. No id of a claim or person fits into any of these. */
export type ReachedRung = {
  readonly clock: ClockId;
  /** `change`: the claim was changed after the rung's hour, so that hour was put into the past and says little about us. */
  readonly cause: 'alarm' | 'change';
  readonly lateMs: number;
};

export type AnsweredRequest = {
  readonly method: string;
  /** The template, never the address itself: `/claims/:claimId`. Undefined where no route fits. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
};

/** Open claims by the furthest rung told on their legal clocks and the promise to the partner. */
export type StandingCounts = Readonly<Record<ToldStanding, number>>;

/** What lies in the store, at one look. */
export type StoreFigures = {
  readonly claims: Readonly<Partial<Record<ClaimStatus, number>>>;
  /** Orders that have not come to an end. */
  readonly payouts: Readonly<Partial<Record<PayoutState, number>>>;
  /** Seconds since the send the bank has been silent about for longest; 0 when it is silent about none. */
  readonly oldestUnknownSeconds: number;
  readonly incidents: Readonly<Record<string, number>>;
};

/** What lies in Kafka, as the brokers know it, also while no intake runs. */
export type KafkaFigures = {
  readonly lag: readonly { readonly topic: string; readonly partition: number; readonly lag: number }[];
  readonly deadLetters: number;
};

/** Figures asked for when somebody reads; a question that fails leaves its figures out rather than showing old ones. */
export type Figures = { readonly store: () => Promise<StoreFigures>; readonly kafka: () => Promise<KafkaFigures> };
