import { calculateClock, toGoldenResult } from '#domain/time/clock/calculate.ts';
import { GOLDEN_CASES, type GoldenCase, readGolden } from './golden-input.ts';

function answer({ input }: GoldenCase): unknown {
  try {
    return { result: toGoldenResult(calculateClock(readGolden(input))) };
  } catch (error) {
    return { error: { code: (error as { code: string }).code } };
  }
}

describe('the golden clocks', () => {
  test.each(GOLDEN_CASES.map((golden) => [golden.id, golden.about, golden] as const))('%s: %s', (_id, _about, golden) => {
    expect(answer(golden)).toEqual(golden.expected);
  });
});
