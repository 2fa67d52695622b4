import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { arrivals, statusReplies } from './bank.ts';
import type { Claims } from './claims.ts';
import { type Answer, type Call, HOLDER } from './run.ts';
import type { Store } from './store.ts';
import type { Wire } from './wire.ts';
import { type Move, referenceOf, type World, without } from './world.ts';

/** One way in which a call may end: the world after it, and what the caller hears. */
type Ending = Move & { readonly answer: Answer };
/** What the runs of this world know and have under way. */
type Seen = { readonly inUse: ReadonlySet<number>; readonly hasUnsent: (payoutId: string, issue: number) => boolean };

/** Everything an activity may call: the store, the claim, the bank. */
export class Outside {
  readonly #claims: Claims;
  readonly #store: Store;
  readonly #wire: Wire;

  constructor(claims: Claims, store: Store, wire: Wire) {
    this.#claims = claims;
    this.#store = store;
    this.#wire = wire;
  }

  async answers(world: World, { port, args }: Call, seen: Seen): Promise<readonly Ending[]> {
    switch (port) {
      case 'payouts.find':
        return [told('reads the line', world, this.#store.find(world, args[0] as string))];
      case 'payouts.open': {
        const [next, value] = this.#store.open(world, args);
        return [told(`opens the line (${value.payout.state}, issue ${value.payout.issue})`, next, value)];
      }
      case 'payouts.write': {
        const [next, value] = this.#store.write(world, args, seen.inUse);
        return [told(value ? `writes ${wordsOf(value)}` : 'writes, and somebody wrote before it', next, value)];
      }
      case 'claims.find':
        return [told('reads the claim', world, { state: this.#claims.state(world.claim) })];
      case 'running.tell':
      case 'running.tellEnded':
        return [this.#tell(world, args[1] as ClaimEvent, port)];
      case 'bank.inquireAccount':
        return inquire(world);
      case 'bank.transfer':
        return this.#transfer(world, args[0] as TransferOrder);
      case 'bank.transferStatus':
        return this.#ask(world, args[0] as TransferOrder, seen);
      default:
        throw new Error(`nobody answers ${port}`);
    }
  }

  #tell(world: World, event: ClaimEvent, port: string): Ending {
    const hasEnded = isFinal(this.#claims.state(world.claim).status);
    if (hasEnded && port === 'running.tell') return { label: 'finds the claim ended', world, answer: { fault: 'not-running' } };
    const state = event.type === 'payoutChanged' ? event.outcome.state : event.type;
    return told(`tells the claim: ${state}`, this.#claims.apply(world, this.#claims.hear(world.claim, event)), undefined);
  }

  #transfer(world: World, order: TransferOrder): Promise<readonly Ending[]> {
    const sent = arrivals(world, this.#reference(order), order);
    return Promise.all(sent.map(async ({ label, world: next, reply }) => told(label, next, await this.#wire.transfer(order, reply))));
  }

  #ask(world: World, order: TransferOrder, { hasUnsent }: Seen): Promise<readonly Ending[]> {
    // A bank that has had the time to know an order does not miss one that is still with us.
    const isOnItsWay = hasUnsent(order.payoutId, order.issue);
    const replies = statusReplies(world, this.#reference(order)).filter((reply) => reply !== 'nothing' || !isOnItsWay);
    return Promise.all(replies.map(async (reply) => told(`asks the bank: ${reply}`, world, await this.#wire.status(order, reply))));
  }

  #reference({ payoutId, issue }: TransferOrder): string {
    return referenceOf(this.#claims.lines.numberOf(payoutId), issue);
  }
}

function inquire(world: World): readonly Ending[] {
  const matches = told('the bank names the holder', world, { state: 'found', holderName: HOLDER });
  const worse = without(world, 'faults');
  if (!worse) return [matches];
  return [matches, told('the bank says the account is closed', worse, { state: 'refused', code: '4031618', reason: 'account-closed' })];
}

function told(label: string, world: World, value: unknown): Ending {
  return { label, world, answer: { value } };
}

function wordsOf({ payout, log }: PayoutDocument): string {
  return `${log.at(-1)?.event.type ?? 'nothing'}: ${payout.state}, issue ${payout.issue}`;
}
