import type { Instant } from '#domain/time/calendar/instant.ts';

type Told = { readonly tells: readonly string[]; readonly requires: readonly string[] };
/** The ladder of rules.md section 7, from the highest share left to the region. */
const DEADLINE: Readonly<Record<string, Told>> = {
  r50: { tells: ['holder'], requires: [] },
  r75: { tells: ['holder', 'supervisor'], requires: ['move-to-front'] },
  r100: { tells: ['supervisor'], requires: ['acknowledge', 'give-reason', 'show-late-price'] },
  'r+1': { tells: ['branch-head'], requires: ['acknowledge'] },
  'r+3': { tells: ['region'], requires: ['acknowledge'] },
};
const RESPONSE: Readonly<Record<string, Told>> = { r100: { tells: ['supervisor'], requires: ['acknowledge'] } };

/** One clock of one generation, as its facts so far tell it. */
export class Track {
  readonly clock: string;
  readonly generation: number;
  readonly startedAt: Instant;
  pauses: { from: number; to: number; ground: string }[] = [];
  extendedBy = 0;
  isStopped = false;
  readonly fired = new Map<string, Instant>();
  readonly acknowledged = new Set<string>();
  readonly steps: readonly string[];
  readonly ladder: Readonly<Record<string, Told>>;

  constructor(clock: string, generation: number, startedAt: Instant) {
    this.clock = clock;
    this.generation = generation;
    this.startedAt = startedAt;
    this.ladder = clock === 'first-look' || clock === 'second-eyes' ? RESPONSE : DEADLINE;
    this.steps = Object.keys(this.ladder).map((key) => key.slice(1));
  }

  pause(ground: string, from: Instant): void {
    this.pauses.push({ from, to: Number.POSITIVE_INFINITY, ground });
  }

  resume(ground: string, at: Instant): void {
    const isOver = (pause: { to: number; ground: string }): boolean => pause.ground === ground && pause.to === Number.POSITIVE_INFINITY;
    this.pauses = this.pauses.map((pause) => (isOver(pause) ? { ...pause, to: at } : pause));
  }

  get name(): string {
    return `${this.clock}:${this.generation}`;
  }

  get next(): string | undefined {
    return this.steps.find((id) => !this.fired.has(id));
  }

  /** The rung before the next one, while it waits to be acknowledged. */
  get ignoredSince(): Instant | undefined {
    const next = this.next;
    const before = next === undefined ? undefined : this.steps[this.steps.indexOf(next) - 1];
    if (before === undefined || this.acknowledged.has(before)) return undefined;
    return this.ladder[`r${before}`]?.requires.includes('acknowledge') ? this.fired.get(before) : undefined;
  }
}
