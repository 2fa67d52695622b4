import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { diceOf } from './dice.ts';

export const KINDS = [
  'golden',
  'closed-account',
  'no-heirs',
  'two-partners',
  'two-approvers',
  'work-accident',
  'long-contributor',
  'rejected',
  'withdrawn',
  'never-worked',
  'late-credit',
  'stale-news',
  'neighbours-account',
  'heard-late',
  'canary',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where money may go in a story: the payee's account, a second one after the first was lost, and what nobody inherits. */
export const PURSES = ['payee', 'second', 'arranger', 'fund'] as const;
export type Purse = (typeof PURSES)[number];

/** What the law owes a family, written down here by hand: the judge of a run does not ask the product what is right. */
export type Expected = {
  readonly ends: ClaimStatus;
  readonly receives: Readonly<Partial<Record<Purse, number>>>;
  readonly scholarships: number;
  /** A clock that began in the past: its rungs are due the moment the claim is known. */
  readonly rungsOf?: ClockId;
};

const MILLION = 1_000_000;
const JKM = 20 * MILLION + 12 * MILLION + 10 * MILLION;
export const WAGE_BASE = 1_500_000;
const JKK = 48 * WAGE_BASE + 12 * MILLION + 10 * MILLION;
const paid = (receives: Expected['receives'], scholarships = 0): Expected => ({ ends: 'closed', receives, scholarships });
const unpaid = (ends: ClaimStatus): Expected => ({ ends, receives: {}, scholarships: 0 });

export const EXPECTED: Readonly<Record<Kind, Expected>> = {
  golden: paid({ payee: JKM }),
  'closed-account': paid({ second: JKM }),
  'no-heirs': paid({ arranger: 10 * MILLION, fund: JKM - 10 * MILLION }),
  'two-partners': paid({ payee: JKM }),
  'two-approvers': paid({ payee: JKM }),
  'work-accident': paid({ payee: JKK }, 1),
  'long-contributor': paid({ payee: JKM }, 1),
  rejected: unpaid('rejected'),
  withdrawn: unpaid('withdrawn'),
  'never-worked': { ...unpaid('registered'), rungsOf: 'stage-1-report' },
  // The death is told before the credit, and a contribution before both.
  'late-credit': paid({ payee: JKM }),
  // Coverage of one month, told after the coverage of eight and older than it.
  'stale-news': paid({ payee: JKM }),
  // Names the account another family has been paid on, is stopped before the bank, and then names its own.
  'neighbours-account': paid({ payee: JKM }),
  // Paid at once; the bank says so only after several questions.
  'heard-late': paid({ payee: JKM }),
  canary: unpaid('verifying'),
};

/** Of a hundred. Every kind occurs in every run, whatever its size. */
const SHARES: Readonly<Record<Kind, number>> = {
  golden: 19,
  'closed-account': 14,
  'no-heirs': 10,
  'two-partners': 9,
  'two-approvers': 9,
  'work-accident': 6,
  'long-contributor': 6,
  rejected: 5,
  withdrawn: 4,
  'never-worked': 3,
  'late-credit': 4,
  'stale-news': 4,
  'neighbours-account': 3,
  'heard-late': 4,
  // Exactly one: what is asked of it shows whether a part works again.
  canary: 0,
};

export type Story = {
  readonly n: number;
  readonly kind: Kind;
  /** All of an officer's decisions in one request, or one by one. */
  readonly inOneSitting: boolean;
  /** Every command is sent twice at the same time. */
  readonly doubleClicks: boolean;
  /** The partner's system sends its events twice. */
  readonly repeatsEvents: boolean;
  /** When in the run somebody takes the claim up, and when the second person does; shares of the time there is. */
  readonly officerAt: number;
  readonly approverAt: number;
  /** Approved when a part has come back that needs something to pay, at the latest when the killing is over. */
  readonly isReserved: boolean;
};

export function castOf(seed: number, count: number): readonly Story[] {
  const dice = diceOf(seed, 'stories');
  const least = KINDS.slice(0, Math.max(count, 1));
  const others = Array.from({ length: Math.max(0, count - KINDS.length) }, () => kindAt(dice.share()));
  return dice.shuffled([...least, ...others]).map((kind, index): Story => {
    const officerAt = dice.share() * 0.6;
    return {
      n: index + 1,
      kind,
      inOneSitting: dice.chance(0.5),
      doubleClicks: dice.chance(0.25),
      repeatsEvents: dice.chance(0.3),
      officerAt,
      approverAt: officerAt + dice.share() * (0.95 - officerAt),
      isReserved: kind === 'golden' && dice.chance(0.4),
    };
  });
}

function kindAt(share: number): Kind {
  let left = share * KINDS.reduce((sum, kind) => sum + SHARES[kind], 0);
  for (const kind of KINDS) {
    left -= SHARES[kind];
    if (left < 0) return kind;
  }
  return 'golden';
}

/** The family whose account others name: a plain story that is decided early. Undefined where every one of them waits to the end. */
export function neighbourIn(cast: readonly Story[]): Story | undefined {
  const plain = cast.filter(({ kind, isReserved }) => kind === 'golden' && !isReserved);
  return plain.toSorted((a, b) => a.approverAt - b.approverAt)[0];
}

/** Nobody else in the run has these numbers. */
export function accountOf({ n }: Pick<Story, 'n'>, purse: Purse): string {
  return `1307${PURSES.indexOf(purse)}${String(n).padStart(8, '0')}`;
}
