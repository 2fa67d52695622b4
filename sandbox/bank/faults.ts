import { SNAP_ENDPOINTS, type SnapCall } from '#schemas/bank/endpoints.ts';
import type { BankFault, FaultOrder, RandomFaults } from '#schemas/bank/sandbox.ts';
import { seededRandom } from './random.ts';
import { sentinelFault } from './sentinels.ts';

export type Strike = { readonly kind: BankFault; readonly delayMs?: number };
/** What a call is about: an account, and for transfers a reference. */
export type Subject = { readonly account?: string; readonly reference?: string; readonly isDuplicate?: boolean };

const ALL_CALLS = Object.keys(SNAP_ENDPOINTS) as readonly SnapCall[];
const TRANSFER: readonly SnapCall[] = ['transfer'];

/** The calls a kind strikes unless it is ordered for another. */
const USUAL_CALLS = {
  'accepts-then-times-out': TRANSFER,
  slow: TRANSFER,
  '5xx-before': TRANSFER,
  '5xx-after': TRANSFER,
  'duplicate-forgets': TRANSFER,
  'holder-mismatch': ['accountInquiry'],
  'closed-account': ['accountInquiry', 'transfer'],
  'late-reversal': TRANSFER,
  outage: ALL_CALLS,
  'drop-connection': TRANSFER,
  'drop-before': TRANSFER,
  'garbled-answer': TRANSFER,
} as const satisfies Record<BankFault, readonly SnapCall[]>;

const RECOVERABLE: readonly BankFault[] = [
  'accepts-then-times-out',
  'slow',
  '5xx-before',
  '5xx-after',
  'drop-connection',
  'drop-before',
  'garbled-answer',
];
/** Not accidents of one moment: a sentinel of this kind is like this for ever. */
const LASTING: readonly BankFault[] = ['holder-mismatch', 'closed-account', 'duplicate-forgets', 'slow'];

type Queued = { readonly order: FaultOrder; left: number };

/** Decides which call goes wrong: what was ordered first, then by sentinel account, then by the dice. */
export class FaultPlan {
  #queue: Queued[] = [];
  #dice: { readonly roll: () => number; readonly perMille: number; readonly kinds: readonly BankFault[] } | undefined;
  readonly #struckSentinels = new Set<string>();

  order(order: FaultOrder): void {
    this.#queue.push({ order, left: order.times === 'always' ? Number.POSITIVE_INFINITY : order.times });
  }

  rollDice({ seed, perMille, kinds }: RandomFaults): void {
    this.#dice = { roll: seededRandom(seed), perMille, kinds: kinds ?? RECOVERABLE };
  }

  clear(): void {
    this.#queue = [];
    this.#dice = undefined;
  }

  pending(): readonly FaultOrder[] {
    return this.#queue.map(({ order }) => order);
  }

  /** Everything is dark, before anyone is recognised. */
  outage(call: SnapCall): boolean {
    return this.#fromQueue(call, {}, 'outage') !== undefined;
  }

  strike(call: SnapCall, subject: Subject): Strike | undefined {
    return this.#fromQueue(call, subject) ?? this.#fromSentinel(call, subject) ?? this.#fromDice(call);
  }

  #fromQueue(call: SnapCall, subject: Subject, only?: BankFault): Strike | undefined {
    const queued = this.#queue.find(
      ({ order }) =>
        (only === undefined || order.kind === only) &&
        (order.call === undefined ? strikesUsually(order.kind, call) : order.call === call) &&
        (order.account === undefined || order.account === subject.account) &&
        // There is nothing to forget before the second time.
        (order.kind !== 'duplicate-forgets' || subject.isDuplicate === true),
    );
    if (!queued) return undefined;
    queued.left -= 1;
    if (queued.left <= 0) this.#queue = this.#queue.filter((other) => other !== queued);
    const { kind, delayMs } = queued.order;
    return delayMs === undefined ? { kind } : { kind, delayMs };
  }

  /** Accidents strike the first call of each reference only, or nobody behind a sentinel could ever be paid. */
  #fromSentinel(call: SnapCall, { account = '', reference = '', isDuplicate = false }: Subject): Strike | undefined {
    const kind = sentinelFault(account);
    if (kind === undefined || (kind === 'duplicate-forgets' && !isDuplicate)) return undefined;
    const usual: readonly SnapCall[] = kind === 'outage' ? TRANSFER : USUAL_CALLS[kind];
    if (!usual.includes(call)) return undefined;
    if (LASTING.includes(kind)) return { kind };
    const struck = `${account}|${reference}`;
    if (this.#struckSentinels.has(struck)) return undefined;
    this.#struckSentinels.add(struck);
    return { kind };
  }

  #fromDice(call: SnapCall): Strike | undefined {
    if (!this.#dice || call !== 'transfer') return undefined;
    const { roll, perMille, kinds } = this.#dice;
    // Both numbers are drawn every time, so that another rate does not move the later ones.
    const [hit, choice] = [roll() * 1000 < perMille, kinds[Math.floor(roll() * kinds.length)]];
    return hit && choice !== undefined ? { kind: choice } : undefined;
  }
}

function strikesUsually(kind: BankFault, call: SnapCall): boolean {
  const usual: readonly SnapCall[] = USUAL_CALLS[kind];
  return usual.includes(call);
}
