import { SNAP_ENDPOINTS, type SnapCall } from '#schemas/bank/endpoints.ts';
import { type BankFault, FAULT_REACH, type FaultOrder, mayStrike, type RandomFaults, strikesUsually } from '#schemas/bank/sandbox.ts';
import { seededRandom } from './random.ts';
import { sentinelFault } from './sentinels.ts';

export type Strike = { readonly kind: BankFault; readonly delayMs?: number };
/** What a call is about: an account, and for transfers a reference. */
export type Subject = { readonly account?: string; readonly reference?: string; readonly isDuplicate?: boolean };

const TRANSFER: readonly SnapCall[] = ['transfer'];

/** After these the same order can still be paid, or is already. */
export const RECOVERABLE: readonly BankFault[] = [
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

/** Transfers first: their dice are the seed's own. */
const ROLLED: readonly SnapCall[] = [...TRANSFER, ...(Object.keys(SNAP_ENDPOINTS) as SnapCall[]).filter((call) => call !== 'transfer')];
type Dice = { readonly roll: () => number; readonly perMille: number; readonly kinds: readonly BankFault[] };

type Queued = { readonly order: FaultOrder; left: number };

/** Decides which call goes wrong: what was ordered first, then by sentinel account, then by the dice. */
export class FaultPlan {
  #queue: Queued[] = [];
  #dice: ReadonlyMap<SnapCall, Dice> = new Map();
  readonly #struckSentinels = new Set<string>();

  order(order: FaultOrder): void {
    this.#queue.push({ order, left: order.times === 'always' ? Number.POSITIVE_INFINITY : order.times });
  }

  /** Each call has dice of its own: how often somebody asks must not move which transfers are struck. */
  rollDice({ seed, perMille, ...at }: RandomFaults): void {
    const kinds: readonly BankFault[] = at.kinds ?? RECOVERABLE;
    const calls: readonly SnapCall[] = at.calls ?? TRANSFER;
    const diceFor = (call: SnapCall): Dice => ({
      roll: seededRandom(seed + 7_919 * ROLLED.indexOf(call)),
      perMille,
      kinds: kinds.filter((kind) => mayStrike(kind, call)),
    });
    this.#dice = new Map(calls.map((call) => [call, diceFor(call)]));
  }

  clear(): void {
    this.#queue = [];
    this.#dice = new Map();
  }

  pending(): readonly FaultOrder[] {
    return this.#queue.map(({ order }) => order);
  }

  /** Everything is dark, before anyone is recognised. */
  outage(call: SnapCall): boolean {
    return this.#fromQueue(call, {}, 'outage') !== undefined;
  }

  strike(call: SnapCall, subject: Subject): Strike | undefined {
    return this.#fromQueue(call, subject) ?? this.#fromSentinel(call, subject) ?? this.#fromDice(call, subject);
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
    const usual: readonly SnapCall[] = kind === 'outage' ? TRANSFER : FAULT_REACH[kind].usual;
    if (!usual.includes(call)) return undefined;
    if (LASTING.includes(kind)) return { kind };
    const struck = `${account}|${reference}`;
    if (this.#struckSentinels.has(struck)) return undefined;
    this.#struckSentinels.add(struck);
    return { kind };
  }

  #fromDice(call: SnapCall, { isDuplicate = false }: Subject): Strike | undefined {
    const dice = this.#dice.get(call);
    if (!dice) return undefined;
    const { roll, perMille, kinds } = dice;
    // Both numbers are drawn every time, so that another rate does not move the later ones.
    const [hit, kind] = [roll() * 1000 < perMille, kinds[Math.floor(roll() * kinds.length)]];
    if (!hit || kind === undefined || (kind === 'duplicate-forgets' && !isDuplicate)) return undefined;
    return { kind };
  }
}
