import type { Rupiah } from '#domain/money/money.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import type { ClaimKind } from './parts.ts';

/** What one report says of the event, as it says it; nobody's later word changes it. */
export type StatedEvent = {
  readonly kind: ClaimKind;
  readonly eventOn: Day;
  readonly happenedAt?: Instant;
  readonly reportedAt: Instant;
};

export type StatedReport = StatedEvent & { readonly reportId: string; readonly institutionId: string; readonly branchId: string };

/** The days a claim hangs on. `birthDate` only where somebody corrected what the file says. */
export type EventDays = {
  readonly eventOn: Day;
  readonly happenedAt?: Instant;
  readonly diedOn?: Day;
  readonly birthDate?: Day;
};

/** Before and after the correction. */
export type Change<T> = { readonly was: T; readonly becomes: T };

/** What other days change: shown before somebody says them, and kept with what was said. Null is what cannot be computed. */
export type EventEffect = {
  readonly rules: Change<string | null>;
  readonly coverage: Change<readonly string[] | null>;
  readonly total: Change<Rupiah | null>;
  readonly grounds: Change<readonly PauseGround[]>;
  readonly missing: Change<readonly string[]>;
};
