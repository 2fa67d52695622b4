import type { BackOffOptions } from './port.ts';

/** How long each place waits next: doubling (or whatever the factor is) up to a ceiling, from the start again after progress. */
export class BackOff {
  readonly #options: BackOffOptions;
  readonly #failures = new Map<string, number>();

  constructor(options: BackOffOptions) {
    this.#options = options;
  }

  next(place: string): number {
    const failures = this.#failures.get(place) ?? 0;
    this.#failures.set(place, failures + 1);
    const { firstMs, factor, mostMs } = this.#options;
    return Math.min(mostMs, firstMs * factor ** failures);
  }

  reset(place: string): void {
    this.#failures.delete(place);
  }
}
