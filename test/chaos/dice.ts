import { seededRandom } from '#sandbox/bank/random.ts';

/** All chance of a run comes from its seed; parts of it draw from dice of their own, so that none disturbs another's luck. */
export type Dice = {
  /** From `least` to `most`, both possible. */
  whole(least: number, most: number): number;
  /** From 0 up to but not including 1. */
  share(): number;
  chance(of: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(items: readonly T[]): readonly T[];
};

export function diceOf(seed: number, purpose: string): Dice {
  const roll = seededRandom([...purpose].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0, seed >>> 0));
  const whole = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1));
  return {
    whole,
    share: roll,
    chance: (of) => roll() < of,
    pick<T>(from: readonly T[]): T {
      const found = from[whole(0, from.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    shuffled<T>(items: readonly T[]): readonly T[] {
      return items
        .map((item) => ({ item, at: roll() }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item);
    },
  };
}
