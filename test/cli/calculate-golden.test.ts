import { compared, GOLDEN_CASES, GOLDEN_FILES, lineOf } from './golden.ts';
import { answersIn, runCalculate, spawnSantun } from './run-calculate.ts';

const INPUT = `${GOLDEN_CASES.map(lineOf).join('\n')}\n`;

describe.each(GOLDEN_FILES.map(({ family, cases }) => [family, cases] as const))('santun calculate, golden %s', (family, cases) => {
  test.each(cases.map(({ id, about, input, expected }) => [id, about, input, expected] as const))(
    '%s: %s',
    async (_id, _about, input, expected) => {
      const { stdout } = await runCalculate(lineOf({ family, input }));
      expect(answersIn(stdout).map(compared)).toEqual([expected]);
    },
  );
});

test('all golden lines in one stream are answered in order, the wrong ones included', async () => {
  const { code, stdout } = await runCalculate(INPUT);
  expect(answersIn(stdout).map(compared)).toEqual(GOLDEN_CASES.map(({ expected }) => expected));
  expect(code).toBe(0);
});

test('the real command answers all golden lines the same way and exits with 0', async () => {
  const { code, stdout, stderr } = await spawnSantun(['calculate'], INPUT);
  expect(answersIn(stdout).map(compared)).toEqual(GOLDEN_CASES.map(({ expected }) => expected));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('every result explains itself, with a source on every step', async () => {
  const answers = answersIn((await runCalculate(INPUT)).stdout) as { result?: { explanation: { step: string; source: string }[] } }[];
  for (const { result } of answers.filter((answer) => 'result' in answer)) {
    expect(result?.explanation.length).toBeGreaterThan(0);
    for (const step of result?.explanation ?? []) {
      expect(Object.keys(step).filter((key) => !['step', 'amount', 'date', 'source'].includes(key))).toEqual([]);
      expect(step).toMatchObject({ step: expect.stringMatching(/\S/), source: expect.any(String) });
    }
  }
});
