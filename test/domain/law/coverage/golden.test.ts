import { InputError } from '#domain/input-error.ts';
import { coverageOn } from '#domain/law/coverage/coverage.ts';
import type { CoverageInput } from '#domain/law/coverage/coverage-types.ts';
import golden from '../../../golden/coverage.json' with { type: 'json' };

describe('golden coverage', () => {
  test.each(golden.cases)('$id: $about', ({ input, expected }) => {
    const calculate = () => coverageOn(input as unknown as CoverageInput);
    if ('error' in expected) {
      expect(calculate).toThrow(expect.objectContaining({ name: InputError.name, ...expected.error }));
      return;
    }
    const { explanation, ...result } = calculate();
    expect(result).toEqual(expected.result);
    expect(explanation.length).toBeGreaterThan(0);
  });
});
