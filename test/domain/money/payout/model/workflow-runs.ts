import type { PayoutInput } from '#workflows/messages.ts';
import type { Build } from './build.ts';

/** What happens to a waiting workflow: its timer, a signal, or the end of the activity it had begun. */
export type Happening =
  | { readonly type: 'timer' }
  | { readonly type: 'signal'; readonly name: string; readonly value: unknown }
  | { readonly type: 'returned'; readonly value: unknown };
export type Stands =
  | { readonly type: 'runs'; readonly activity: string; readonly args: readonly unknown[] }
  | { readonly type: 'waits' }
  | { readonly type: 'ended' }
  | { readonly type: 'broke'; readonly error: string };
type Place = { readonly input: PayoutInput; readonly happened: readonly Happening[]; readonly stands: Stands };

/** The real payout workflow, run again from its beginning with what has happened to it. */
export class WorkflowRuns {
  readonly #build: Build;
  readonly #places: Place[] = [];
  readonly #known = new Map<string, number>();
  readonly #alike = new Map<string, number>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(build: Build) {
    this.#build = build;
  }

  at(place: number): Place {
    const found = this.#places[place];
    if (!found) throw new RangeError(`no place ${place}`);
    return found;
  }

  begin(input: PayoutInput): Promise<number> {
    return this.#reach(input, []);
  }

  after(place: number, happening: Happening): Promise<number> {
    const { input, happened } = this.at(place);
    return this.#reach(input, [...happened, happening]);
  }

  async #reach(input: PayoutInput, happened: readonly Happening[]): Promise<number> {
    const text = JSON.stringify([input, happened]);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const stands = await this.#replay(input, happened);
    const likeness = JSON.stringify([input, stands, await this.#prospects(input, happened, stands, 2)]);
    const alike = this.#alike.get(likeness) ?? this.#places.push({ input, happened, stands }) - 1;
    this.#alike.set(likeness, alike);
    this.#known.set(text, alike);
    return alike;
  }

  /**
   * A workflow that asks again and again must not become ever new: two places that do the same now, and whatever happens in the next two
   * steps, are taken for one.
   */
  async #prospects(input: PayoutInput, happened: readonly Happening[], stands: Stands, steps: number): Promise<unknown> {
    if (steps === 0 || stands.type === 'ended' || stands.type === 'broke') return undefined;
    const happenings =
      stands.type === 'waits' ? [{ type: 'timer' } as const] : RESULTS.map((value) => ({ type: 'returned', value }) as const);
    const ahead: unknown[] = [];
    for (const happening of happenings) {
      const next = [...happened, happening];
      const reached = await this.#replay(input, next);
      ahead.push(reached, await this.#prospects(input, next, reached, steps - 1));
    }
    return ahead;
  }

  /** One after the other: the stand-in for Temporal serves one workflow at a time. */
  #replay(input: PayoutInput, happened: readonly Happening[]): Promise<Stands> {
    const replayed = this.#turn.then(() => {
      const { payout } = this.#build('workflows/payout.workflow.ts');
      return this.#build.host.replay(() => payout(input), happened);
    });
    this.#turn = replayed.catch(() => undefined);
    return replayed;
  }
}

const RESULTS = [{ state: 'settled' }, { state: 'unknown' }, { state: 'send-again' }] as const;
