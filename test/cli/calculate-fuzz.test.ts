import fc from 'fast-check';
import { answerLine } from '#cli/calculate/answer-line.ts';
import { GOLDEN_CASES, lineOf } from './golden.ts';
import { answersIn, runCalculate } from './run-calculate.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const oneLine = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\n'));
const golden = fc.constantFrom(...GOLDEN_CASES.map(lineOf));
const cutGolden = fc.tuple(golden, fc.nat()).map(([line, at]) => line.slice(0, at % line.length));
const lines = fc.array(fc.oneof(oneLine, fc.json(), golden, cutGolden), { maxLength: 12 });

test('every line, whatever it holds, gets exactly one answer that is valid JSON', async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (questions) => {
      const { code, stdout, stderr } = await runCalculate(questions.map((line) => `${line}\n`).join(''));
      const answers = answersIn(stdout) as Record<string, unknown>[];
      expect(answers).toHaveLength(questions.length);
      for (const answer of answers) expect([['result'], ['error']]).toContainEqual(Object.keys(answer));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }),
  );
});

test('how the bytes are cut into pieces changes no answer', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat({ max: 200 }), { maxLength: 20 }), async (questions, cuts) => {
      const bytes = Buffer.from(questions.join('\n'));
      const pieces: Buffer[] = [];
      let start = 0;
      for (const cut of cuts) {
        pieces.push(bytes.subarray(start, start + cut));
        start += cut;
      }
      pieces.push(bytes.subarray(start));
      const whole = await runCalculate([bytes]);
      expect(await runCalculate(pieces.filter((piece) => piece.length > 0))).toEqual(whole);
    }),
  );
});

/** Every place in a value, as the path to it. */
function placesIn(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function put(value: Json, [key, ...rest]: readonly string[], replacement: Json): Json {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? put(item, rest, replacement) : item));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: put(value[key] ?? null, rest, replacement) };
}

const ODD: readonly Json[] = [0, -1, 1, 0.5, 1e9, 9_007_199_254_740_991, '', 'x', true, false, null, [], {}, 'a', 'b', 23, 2026, 9998];
const DATES: readonly Json[] = [
  '1000-01-01',
  '9998-12-31',
  '2026-02-29',
  '2024-02-29',
  '2019-12-02',
  '2026-01',
  '2026-05-11T00:00:00Z',
  '9998-12-31T23:59:59Z',
  '1000-01-01T00:00:00Z',
];
const replacement: fc.Arbitrary<Json> = fc.oneof(fc.constantFrom(...ODD), fc.constantFrom(...DATES), fc.nat({ max: 400 }));

test('a golden input changed anywhere is calculated or refused with a field, never a bug', () => {
  const mutants = fc
    .constantFrom(...GOLDEN_CASES)
    .chain(({ family, input }) =>
      fc
        .array(fc.tuple(fc.constantFrom(...placesIn(input as Json)), replacement), { minLength: 1, maxLength: 3 })
        .map((changes) => ({ family, input: changes.reduce<Json>((value, [path, what]) => put(value, path, what), input as Json) })),
    );
  fc.assert(
    fc.property(mutants, (mutant) => {
      const answer = answerLine({ text: JSON.stringify(mutant) });
      if (!('error' in answer)) return;
      expect(answer).not.toHaveProperty('bug');
      expect(answer.error.field).not.toBe('');
      expect(answer.error.message).not.toBe('');
    }),
    { numRuns: 1_000 },
  );
});
