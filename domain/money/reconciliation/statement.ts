import type { Rupiah } from '#domain/money/money.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** One entry of the bank's statement of our account. */
export type StatementEntry = {
  readonly bankReference: string;
  /** Ours, where the bank carries it. */
  readonly reference?: string;
  /** What the bank wrote where `reference` is what it must have meant; empty where it wrote nothing. */
  readonly toldReference?: string;
  /** The bank's own charge for its work: no payment of ours, and no difference. */
  readonly kind?: 'fee';
  /** `out` leaves our account. */
  readonly direction: 'out' | 'in';
  readonly amount: Rupiah;
  readonly at: Instant;
};

export const LINE_PROBLEMS = [
  'missing',
  'not-text',
  'too-long',
  'unknown-type',
  'sen',
  'negative',
  'not-an-amount',
  'other-currency',
  'not-a-time',
  'other-day',
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** `field` as the bank's format calls it. `told` only where it cannot hold anything about a person. */
export type LineFault = { readonly field: string; readonly problem: LineProblem; readonly told?: string };

/** A line of the statement that cannot be read: a person asks the bank, nobody guesses. */
export type UnreadableLine = {
  /** Of all that the line says: the same line has the same one in every statement. */
  readonly digest: string;
  /** Counted from 1, to find it again; no name, because statements are ordered anew. */
  readonly line: number;
  readonly faults: readonly LineFault[];
} & Partial<Pick<StatementEntry, 'bankReference' | 'reference' | 'toldReference' | 'direction'>>;

/** A page of one day's statement; the balances are those of the whole day. */
export type StatementPage = {
  readonly opening: number;
  readonly closing: number;
  /** What the balances have beside whole rupiah, 1 to 99. */
  readonly openingSen?: number;
  readonly closingSen?: number;
  readonly entries: readonly StatementEntry[];
  readonly unreadable?: readonly UnreadableLine[];
};

export type Statement = StatementPage & { readonly day: Day };

/** The same order for the same entries, however the bank lists them. */
export function byTime(a: StatementEntry, b: StatementEntry): number {
  return (
    a.at - b.at ||
    compare(a.direction, b.direction) ||
    compare(a.bankReference, b.bankReference) ||
    a.amount - b.amount ||
    compare(toldIn(a), toldIn(b)) ||
    compare(a.kind ?? '', b.kind ?? '')
  );
}

/** The reference as the bank wrote it, whatever we made of it. */
export function toldIn({ reference, toldReference }: Pick<StatementEntry, 'reference' | 'toldReference'>): string {
  return toldReference ?? reference ?? '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
