import fc from 'fast-check';
import { propertyRuns } from '../support/property-runs.ts';
import { readOptions } from './options.ts';
import { LONG, planOf, type Round, SHORT } from './plan.ts';
import { castOf, KINDS } from './stories.ts';

const PARTS = ['api', 'bank', 'claims', 'intake', 'kafka', 'payouts', 'postgres', 'temporal'];
const anySeed = fc.integer({ min: 0, max: 4_294_967_295 });
const anyPace = fc.constantFrom(LONG, SHORT);

function rounds(seed: number, pace = LONG, count = 40): readonly Round[] {
  const plan = planOf(seed, PARTS, pace);
  return Array.from({ length: count }, () => plan.next().value);
}

describe('who is killed when', () => {
  test('the seed decides everything', () => {
    expect(rounds(11)).toEqual(rounds(11));
    expect(rounds(11)).not.toEqual(rounds(12));
  });

  test('every part is hit once before any is hit a second time', () => {
    fc.assert(
      fc.property(anySeed, anyPace, (seed, pace) => {
        const victims = rounds(seed, pace).flatMap(({ blows }) => blows.map(({ component }) => component));
        expect(new Set(victims.slice(0, PARTS.length))).toEqual(new Set(PARTS));
      }),
      { numRuns: propertyRuns },
    );
  });

  test('nobody is hit twice in one round, and all are down for half a second to five', () => {
    fc.assert(
      fc.property(anySeed, anyPace, (seed, pace) => {
        for (const { blows } of rounds(seed, pace)) {
          expect(new Set(blows.map(({ component }) => component)).size).toBe(blows.length);
          expect(blows.every(({ downMs }) => downMs >= 500 && downMs <= 5_000)).toBe(true);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  test('several fall at once now and then, and some a second time while they start', () => {
    const many = rounds(3, LONG, 200);
    expect(many.some(({ blows }) => blows.length > 1)).toBe(true);
    expect(many.some(({ blows }) => blows.some(({ againAfterMs }) => againAfterMs !== undefined))).toBe(true);
  });
});

describe('whose claims they are', () => {
  test('every story is told in every run, and one of them is asked whether things work', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: KINDS.length, max: 400 }), (seed, count) => {
        const cast = castOf(seed, count);
        expect(new Set(cast.map(({ kind }) => kind))).toEqual(new Set(KINDS));
        expect(cast.filter(({ kind }) => kind === 'canary')).toHaveLength(1);
        expect(new Set(cast.map(({ n }) => n)).size).toBe(count);
        expect(cast.every(({ officerAt, approverAt }) => officerAt <= approverAt && approverAt < 1)).toBe(true);
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('what may be asked of a run', () => {
  test('a seed, a length and a number of claims', () => {
    expect(readOptions(['--seed', '7', '--minutes', '2.5', '--claims', '50'])).toEqual({
      seed: 7,
      minutes: 2.5,
      claims: 50,
      markdown: false,
    });
    expect(readOptions([])).toMatchObject({ minutes: 10, claims: 300 });
  });

  test.each([
    ['--seed', 'x'],
    ['--seed', '1.5'],
    ['--seed', '-1'],
    ['--minutes', '0'],
    ['--minutes', ''],
    ['--claims', '3'],
    ['--claims', '1e9'],
    ['--speed', '1'],
  ])('%s %s is refused with a sentence that names it', (name, value) => {
    expect(() => readOptions([`${name}=${value}`])).toThrow(name);
  });
});
