/** At most `limit` holders at once; the others wait in line. */
export class Slots {
  readonly #limit: number;
  readonly #line: (() => void)[] = [];
  #held = 0;
  #highest = 0;

  constructor(limit: number) {
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`in flight must be at least 1, not ${limit}`);
    this.#limit = limit;
  }

  get held(): number {
    return this.#held;
  }

  get highest(): number {
    return this.#highest;
  }

  async take(): Promise<void> {
    if (this.#held >= this.#limit) {
      // Whoever gives back hands the slot over, so nobody who comes later can slip in between.
      await new Promise<void>((resolve) => this.#line.push(resolve));
      return;
    }
    this.#held += 1;
    this.#highest = Math.max(this.#highest, this.#held);
  }

  giveBack(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#held -= 1;
    else next();
  }
}
