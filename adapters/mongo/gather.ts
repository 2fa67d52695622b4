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
