import type { BankPort } from '#adapters/bank/port.ts';
import type { Stores } from '#adapters/mongo/stores.ts';
import type { CalendarRollouts } from '#adapters/temporal/calendar-rollouts.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import type { PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import type { ScholarshipGateway } from '#adapters/temporal/scholarship-gateway.ts';
import type { TimeMachine } from '#adapters/temporal/time-machine.ts';

/** All that use cases work with, made at the door of a process. */
export type House = {
  readonly stores: Stores;
  readonly claims: ClaimGateway;
  readonly scholarships: Pick<ScholarshipGateway, 'wake' | 'resolve'>;
  readonly payments: Pick<PayoutGateway, 'wake'>;
  readonly bank: Pick<BankPort, 'inquireAccount'>;
  readonly rollouts: CalendarRollouts;
  readonly now: () => number;
  /** In the sandbox only. */
  readonly timeMachine?: TimeMachine;
  /** How long somebody waits for a running claim to answer before being told to ask again. */
  readonly patienceMs: number;
};

/** The stores and parts one use case may touch, and no others: `Needs<'claims' | 'journal', 'now'>`. */
export type Needs<S extends keyof Stores, Part extends Exclude<keyof House, 'stores'> = never> = {
  readonly stores: Pick<Stores, S>;
} & Pick<House, Part>;
