import { inOrderOf } from './connection.ts';

/**
 * Group commit: calls that come while one round is under way leave together in the next, as soon as that one has ended. No timer, so a call
 * that comes alone goes alone and at once.
 */
export class Gather<T, R> {
  readonly #work: (items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>;
  readonly #most: number;
  readonly #waiting: { readonly item: T; readonly done: PromiseWithResolvers<R> }[] = [];
  #isRunning = false;

  /** `work` answers for every item in the order given; when it throws, the whole round has failed. */
  constructor(work: (items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>, most: number) {
    this.#work = work;
    this.#most = most;
  }

  add(item: T): Promise<R> {
    const done = Promise.withResolvers<R>();
    this.#waiting.push({ item, done });
    if (!this.#isRunning) void this.#run();
    return done.promise;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    // Callers of the same instant share the first round.
    await undefined;
    while (this.#waiting.length > 0) await this.#round(this.#waiting.splice(0, this.#most));
    this.#isRunning = false;
  }

  async #round(calls: readonly { readonly item: T; readonly done: PromiseWithResolvers<R> }[]): Promise<void> {
    try {
      const results = await this.#work(calls.map(({ item }) => item));
      for (const [index, { done }] of calls.entries()) settle(done, results[index]);
    } catch (error) {
      for (const { done } of calls) done.reject(error);
    }
  }
}

function settle<R>(done: PromiseWithResolvers<R>, result: PromiseSettledResult<R> | undefined): void {
  if (result?.status === 'fulfilled') done.resolve(result.value);
  else done.reject(result?.reason ?? new Error('a round ended without an answer for this call'));
}

/** Documents that share one read or one write. */
export const MOST_PER_QUESTION = 100;

/** One question for all callers of a moment; each gets the documents that are its own, in the order of the answer. */
export function gatherFinds<T, K extends string = string>(ask: (keys: readonly K[]) => Promise<readonly T[]>, keyOf: (document: T) => K) {
  const finds = new Gather<K, readonly T[]>(async (keys) => {
    const byKey = Map.groupBy(await ask([...new Set(keys)]), keyOf);
    return keys.map((key) => ({ status: 'fulfilled', value: byKey.get(key) ?? [] }));
  }, MOST_PER_QUESTION);
  return (key: K): Promise<readonly T[]> => finds.add(key);
}

/** One insert for the documents of a moment, in the order of their ids; a document that is there already is its own caller's error. */
export function gatherInserts<T extends { readonly _id: string }>(insertMany: (documents: T[]) => Promise<unknown>) {
  const insert = async (documents: readonly T[]): Promise<void> => {
    await insertMany(inOrderOf(documents, ({ _id }) => _id));
  };
  const inserts = new Gather<T, void>(
    together(insert, (document) => insert([document])),
    MOST_PER_QUESTION,
  );
  return (document: T): Promise<void> => inserts.add(document);
}

/** The same question of many callers: whoever comes while it is being asked shares the next answer, never one begun before he came. */
export function gatherSame<T>(ask: () => Promise<T>): () => Promise<T> {
  const asked = new Gather<undefined, T>(async (callers) => {
    const value = await ask();
    return callers.map(() => ({ status: 'fulfilled', value }));
  }, Number.MAX_SAFE_INTEGER);
  return () => asked.add(undefined);
}

const DONE = { status: 'fulfilled', value: undefined } as const;

/** One request for all. Whatever stops it, each is then tried alone and answers for itself only; so both must be harmless to repeat. */
export function together<T>(all: (items: readonly T[]) => Promise<void>, one: (item: T) => Promise<void>) {
  return async (items: readonly T[]): Promise<readonly PromiseSettledResult<void>[]> => {
    if (items.length === 1 || !(await isDone(all(items)))) return Promise.allSettled(items.map(one));
    return items.map(() => DONE);
  };
}

function isDone(request: Promise<void>): Promise<boolean> {
  return request.then(
    () => true,
    () => false,
  );
}
