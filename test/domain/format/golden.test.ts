import golden from '../../golden/formats.json' with { type: 'json' };
import { FORMATS, type FormatCase, runFormat } from './formats.ts';

const CASES = golden.cases as FormatCase[];

describe('formats people read', () => {
  test.each(CASES.map((example) => [`${example.format}(${JSON.stringify(example.args).slice(1, -1)})`, example] as const))(
    '%s is written as agreed',
    (_, example) => {
      expect(runFormat(example)).toBe(example.expected);
    },
  );

  test('every format has at least one agreed example', () => {
    expect(Object.keys(FORMATS).filter((name) => !CASES.some(({ format }) => format === name))).toEqual([]);
  });
});
