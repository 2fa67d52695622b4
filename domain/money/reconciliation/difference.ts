import { sha256Hex } from '#domain/format/sha256.ts';
import type { Role } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { StatementEntry, UnreadableLine } from './statement.ts';
import type { Transfer } from './transfers.ts';

type Row = {
  readonly owner: Extract<Role, 'approver' | 'supervisor'> /** Closing it says where money went. */;
  readonly twoPersons: boolean;
};

/** What can be wrong with a banking day, and whose it is. */
export const DIFFERENCE_KINDS = {
  'confirmed-but-not-on-statement': { owner: 'approver', twoPersons: true },
  'reversed-but-not-on-statement': { owner: 'approver', twoPersons: true },
  'on-statement-but-unknown-here': { owner: 'approver', twoPersons: true },
  'on-statement-but-refused-here': { owner: 'supervisor', twoPersons: true },
  'paid-twice': { owner: 'supervisor', twoPersons: true },
  'amount-differs': { owner: 'supervisor', twoPersons: true },
  'reversed-on-statement': { owner: 'approver', twoPersons: true },
  'unordered-entry': { owner: 'supervisor', twoPersons: true },
  'no-reply': { owner: 'approver', twoPersons: false },
  'statement-does-not-add-up': { owner: 'supervisor', twoPersons: true },
  'unreadable-line': { owner: 'supervisor', twoPersons: true },
} as const satisfies Record<string, Row>;
export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;
export const DIFFERENCE_KIND_NAMES = Object.keys(DIFFERENCE_KINDS) as readonly DifferenceKind[];

export type Difference = {
  readonly kind: DifferenceKind;
  /** With the kind the name of the difference: the same in every run that finds it. */
  readonly subject: string;
  /** The case it belongs to, where that was opened under another name. */
  readonly caseId?: string;
  /** What it adds to (statement − our books) of the day, in rupiah out of the account. Those of a day sum to its difference. */
  readonly effect: number;
  readonly payoutId?: string;
  readonly claimId?: string;
  readonly issue?: number;
  readonly bankReference?: string;
  /** When the bank booked the entry. */
  readonly at?: Instant;
  /** Which line cannot be read, and what of it. */
  readonly unreadable?: Pick<UnreadableLine, 'line' | 'faults'>;
  /** Amounts of both sides, where there are two. */
  readonly ours?: number;
  readonly theirs?: number;
  /** The bank's own word, to be told to the payout and its claim. Never pays anything. */
  readonly proposes?: 'confirm' | 'reverse';
};

export function differenceId({ kind, subject }: Pick<Difference, 'kind' | 'subject'>): string {
  return `${kind}:${subject}`;
}

/** The case of a difference: short enough for an address, the same in every run. */
export function caseIdOf(difference: Pick<Difference, 'kind' | 'subject' | 'caseId'>): string {
  return difference.caseId ?? sha256Hex(differenceId(difference)).slice(0, 24);
}

export function ofTransfer({ payoutId, claimId, issue }: Transfer): Pick<Difference, 'payoutId' | 'claimId' | 'issue'> {
  return { payoutId, claimId, issue };
}

/** As money out of the account; money in is negative. */
export function outflow({ direction, amount }: Pick<StatementEntry, 'direction'> & { readonly amount: number }): number {
  return direction === 'out' ? amount : -amount;
}
