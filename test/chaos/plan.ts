import { diceOf } from './dice.ts';

/** One SIGKILL: `afterMs` into its round, back after `downMs`; perhaps killed a second time so soon after that it may not be up yet. */
export type Blow = {
  readonly component: string;
  readonly afterMs: number;
  readonly downMs: number;
  readonly againAfterMs?: number;
};

/** What falls together. The next round begins when everything of this one works again, so that each recovery has a beginning and an end. */
export type Round = { readonly pauseMs: number; readonly blows: readonly Blow[] };

export type Pace = {
  readonly pauseMs: readonly [number, number];
  readonly downMs: readonly [number, number];
  /** The number of victims of a round is picked from these. */
  readonly atOnce: readonly number[];
};

export const LONG: Pace = { pauseMs: [500, 6_000], downMs: [500, 5_000], atOnce: [1, 1, 1, 2, 2, 3] };
/** Everything once within a minute. */
export const SHORT: Pace = { pauseMs: [200, 800], downMs: [500, 2_000], atOnce: [2, 3, 4] };

const AT_ONCE_WITHIN_MS = 1_500;
const SECOND_BLOW = 0.12;

/** Rounds without end, the same for the same seed. Nobody is hit a second time before everybody has been hit once. */
export function* planOf(seed: number, components: readonly string[], pace: Pace): Generator<Round, never> {
  const dice = diceOf(seed, 'plan');
  let waiting: readonly string[] = dice.shuffled(components);
  for (;;) {
    const count = Math.min(dice.pick(pace.atOnce), components.length);
    const victims = waiting.length > 0 ? waiting.slice(0, count) : dice.shuffled(components).slice(0, count);
    waiting = waiting.slice(count);
    const blows = victims.map((component, index): Blow => {
      const blow = {
        component,
        afterMs: index === 0 ? 0 : dice.whole(0, AT_ONCE_WITHIN_MS),
        downMs: dice.whole(...pace.downMs),
      };
      return dice.chance(SECOND_BLOW) ? { ...blow, againAfterMs: dice.whole(50, 2_000) } : blow;
    });
    yield { pauseMs: dice.whole(...pace.pauseMs), blows };
  }
}
