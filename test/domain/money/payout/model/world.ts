/**
 * Everything that decides what may happen next. Numbers stand for entries of tables (claims, orders, documents) and for places in the run of
 * an activity, so that equal worlds have equal text.
 */
export type World = {
  readonly claim: number;
  /** Documents of the payouts store, by line. */
  readonly docs: Readonly<Record<number, number>>;
  /** What the bank did with the orders under one reference, oldest first. */
  readonly bank: Readonly<Record<string, readonly Item[]>>;
  readonly flows: readonly Flow[];
  /** Tries given up by the workflow that are still running somewhere. */
  readonly ghosts: readonly number[];
  /** A reconciliation that tells what the statement proves. */
  readonly words: readonly number[];
  /** Every order the claim ever gave. */
  readonly orders: readonly number[];
  /** The highest total two persons have approved. */
  readonly approved: number;
  readonly left: Budget;
};

/**
 * `transit`: accepted and not carried out. `lying`: refused, to be paid all the same; `extra` is that payment, by the bank's broken word.
 */
export type Item = {
  readonly state: 'transit' | 'paid' | 'reversed' | 'refused' | 'lying' | 'extra';
  readonly amount: number;
  readonly to: string;
};

/** One payout workflow. `at` is where the running try of its activity stands; `hears` is a signal on its way to it. */
export type Flow = {
  readonly order: number;
  /** Absent until it has begun. */
  readonly place?: number;
  readonly at?: number;
  readonly hears?: number;
};

/** What may still go wrong, or be done again, on the way to this world. */
export type Budget = {
  /** Of the bank. */
  readonly faults: number;
  readonly crashes: number;
  /** Retries that begin while the try before is still running. */
  readonly twins: number;
  /** Claims opened again, and coverage told anew. */
  readonly changes: number;
};

export type Move = { readonly label: string; readonly world: World };

export function referenceOf(line: number, issue: number): string {
  return `${line}.${issue}`;
}

export function without(world: World, kind: keyof Budget): World | undefined {
  const left = world.left[kind];
  return left > 0 ? { ...world, left: { ...world.left, [kind]: left - 1 } } : undefined;
}

export function textOf(world: World): string {
  return JSON.stringify(world);
}

/** `undefined` takes away. */
export function withFlow(world: World, index: number, change: { readonly [Key in keyof Flow]?: Flow[Key] | undefined }): World {
  const flow = world.flows[index];
  if (!flow) throw new RangeError(`no flow ${index}`);
  const { order, place, at, hears } = { ...flow, ...change };
  const next: Flow = {
    order: order ?? flow.order,
    ...(place === undefined ? {} : { place }),
    ...(at === undefined ? {} : { at }),
    ...(hears === undefined ? {} : { hears }),
  };
  return { ...world, flows: world.flows.with(index, next) };
}
