/** Which messages of a batch are done, and up to where without a gap: only that much may be committed. */
export class Prefix {
  readonly #offsets: readonly string[];
  readonly #done: Set<string>;
  #length = 0;

  constructor(offsets: readonly string[], alreadyDone: Iterable<string> = []) {
    this.#offsets = offsets;
    this.#done = new Set(alreadyDone);
    this.#advance();
  }

  has(offset: string): boolean {
    return this.#done.has(offset);
  }

  add(offset: string): void {
    this.#done.add(offset);
    this.#advance();
  }

  /** Messages done without a gap from the start of the batch. */
  get length(): number {
    return this.#length;
  }

  get isWhole(): boolean {
    return this.#length === this.#offsets.length;
  }

  /** The last offset of the gapless part; undefined while its first message is still open. */
  get lastOffset(): string | undefined {
    return this.#offsets[this.#length - 1];
  }

  /** Done beyond the gap. */
  beyond(): Set<string> {
    return new Set(this.#offsets.slice(this.#length).filter((offset) => this.#done.has(offset)));
  }

  #advance(): void {
    for (let next = this.#offsets[this.#length]; next !== undefined && this.#done.has(next); next = this.#offsets[this.#length]) {
      this.#length += 1;
    }
  }
}
