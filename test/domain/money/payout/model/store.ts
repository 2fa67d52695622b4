import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import { ordersAt } from '#domain/money/payout/line-orders.ts';
import type { Claims } from './claims.ts';
import { Table } from './table.ts';
import type { World } from './world.ts';

/** The payouts store as its adapter behaves: one document per line for ever, every write guarded by the version that was read. */
export class Store {
  readonly documents = new Table<PayoutDocument>();
  readonly #claims: Claims;
  readonly #isGuarded: boolean;

  constructor(claims: Claims, isGuarded = true) {
    this.#claims = claims;
    this.#isGuarded = isGuarded;
  }

  find({ docs }: World, payoutId: string): PayoutDocument | undefined {
    const number = docs[this.#claims.lines.numberOf(payoutId)];
    return number === undefined ? undefined : this.documents.valueOf(number);
  }

  open(world: World, args: readonly unknown[]): readonly [World, PayoutDocument] {
    const [claimId, order, fresh] = args as [string, PayoutDocument['order'], PayoutDocument['payout']];
    const known = this.find(world, fresh.id);
    if (known) return [world, known];
    const document: PayoutDocument = { _id: fresh.id, claimId, order, payout: fresh, version: 0, log: [] };
    return [this.#put(world, document), document];
  }

  /** `inUse`: versions somebody may still compare with. A new one differs from them; beyond that its size means nothing. */
  write(world: World, args: readonly unknown[], inUse: ReadonlySet<number>): readonly [World, PayoutDocument | undefined] {
    const [before, payout, entries, added] = args as [
      PayoutDocument,
      PayoutDocument['payout'],
      PayoutDocument['log'],
      PayoutDocument['order'] | undefined,
    ];
    const now = this.find(world, before._id);
    if (!now || (this.#isGuarded && now.version !== before.version)) return [world, undefined];
    let version = 0;
    while (inUse.has(version)) version += 1;
    // Of the log only the last word moves money.
    const log = entries.slice(-1).map(({ event }) => ({ at: 0, event: withoutTime(event), why: 'why' }));
    const { order, earlier } = ordersAt(before, payout.issue, added);
    const after: PayoutDocument = { ...before, payout, order, ...(earlier.length === 0 ? {} : { earlier }), version, log };
    return [this.#put(world, after), after];
  }

  /** Versions matter only while somebody holds one. */
  atRest(world: World): World {
    let next = world;
    for (const number of Object.values(world.docs)) {
      const document = this.documents.valueOf(number);
      if (document.version !== 0) next = this.#put(next, { ...document, version: 0 });
    }
    return next;
  }

  #put(world: World, document: PayoutDocument): World {
    const line = this.#claims.lines.numberOf(document._id);
    return { ...world, docs: { ...world.docs, [line]: this.documents.numberOf(document) } };
  }
}

function withoutTime(event: PayoutDocument['log'][number]['event']): PayoutDocument['log'][number]['event'] {
  return 'at' in event ? { ...event, at: 0 } : event;
}
