import type { Rupiah } from '#domain/money/money.ts';
import type { Payout, PayoutEvent } from '#domain/money/payout/payout.ts';
import { type PayoutId, partnerReference } from '#domain/money/payout/payout-id.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** What we know of a transfer from the bank's replies. `open`: no reply that settles it. */
export type OurWord = 'unsent' | 'open' | 'confirmed' | 'refused' | 'reversed';

/** One issue of a payout line, with all attempts made under its reference. */
export type Transfer = {
  readonly payoutId: PayoutId;
  readonly claimId: string;
  readonly issue: number;
  readonly attempts: number;
  readonly reference: string;
  readonly amount: Rupiah;
  readonly word: OurWord;
  readonly sentAt?: Instant;
  readonly confirmedAt?: Instant;
  readonly reversedAt?: Instant;
  /** The number under which the bank answered for it. */
  readonly bankReference?: string;
};

/** A payout line as the store keeps it. `amounts` says what each issue was ordered for, where it was not what the last one says. */
export type PayoutRecord = {
  readonly claimId: string;
  readonly amount: Rupiah;
  readonly amounts?: Readonly<Record<number, Rupiah>>;
  readonly payout: Pick<Payout, 'id' | 'issue'>;
  readonly log: readonly { readonly at: Instant; readonly event: PayoutEvent }[];
};

type Told = {
  reference?: string;
  word: OurWord;
  attempts: number;
  sentAt?: Instant;
  confirmedAt?: Instant;
  reversedAt?: Instant;
  bankReference?: string;
};

/** The log of a line, told apart by issue: each has its own reference at the bank. */
export function transfersOf({ claimId, amount, amounts = {}, payout, log }: PayoutRecord): readonly Transfer[] {
  const told = new Map<number, Told>([[1, { word: 'unsent', attempts: 0 }]]);
  let current = 1;
  for (const { at, event } of log) {
    const issue = 'issue' in event ? event.issue : current;
    if (event.type === 'reopened') current += 1;
    // Better known than paid again: an earlier issue was paid after all, and the line is that one again.
    if (event.type === 'confirmed') current = issue;
    const about = event.type === 'reopened' ? current : issue;
    const before = told.get(about) ?? { word: 'unsent', attempts: 0 };
    told.set(about, hear(before, event, at));
  }
  return [...told.entries()].map(([issue, word]) => ({
    payoutId: payout.id,
    claimId,
    issue,
    amount: amounts[issue] ?? amount,
    ...word,
    reference: word.reference ?? partnerReference(payout.id, issue),
  }));
}

function hear(told: Told, event: PayoutEvent, at: Instant): Told {
  switch (event.type) {
    case 'sending-begun':
      return { ...told, word: 'open', attempts: told.attempts + 1, sentAt: told.sentAt ?? at, ...firstReference(told, event) };
    case 'fell-silent':
      return { ...told, word: 'open' };
    case 'confirmed':
    case 'resolved-paid':
      return { ...told, word: 'confirmed', confirmedAt: at, bankReference: event.bankReference };
    case 'reversed':
      return { ...told, word: 'reversed', reversedAt: at, bankReference: event.bankReference };
    case 'refused':
    case 'account-refused':
    case 'resolved-unpaid':
      return { ...told, word: 'refused' };
    case 'not-sent':
    case 'not-found':
    case 'reopened':
      return { ...told, word: 'unsent' };
    case 'holder-matched':
      return told;
    default:
      return event satisfies never;
  }
}

/** The first send of an issue fixes what the bank knows it by. */
function firstReference({ attempts, reference }: Told, event: { readonly reference?: string }): Pick<Told, 'reference'> {
  const fixed = attempts === 0 ? event.reference : reference;
  return fixed === undefined ? {} : { reference: fixed };
}

const DAY_MS = 86_400_000;

/** Whether the bank owes us an answer for longer than a day. */
export function isOverdue({ word, sentAt }: Transfer, until: Instant): boolean {
  return word === 'open' && sentAt !== undefined && until - sentAt > DAY_MS;
}
