import { InputError } from '#domain/input-error.ts';
import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import golden from '../../../golden/benefits.json' with { type: 'json' };

describe('golden benefits', () => {
  test.each(golden.cases)('$id: $about', ({ input, expected }) => {
    const calculate = () => calculateBenefits(input as unknown as BenefitInput);
    if ('error' in expected) {
      expect(calculate).toThrow(expect.objectContaining({ name: InputError.name, ...expected.error }));
      return;
    }
    const { explanation, ...result } = calculate();
    expect(result).toEqual(expected.result);
    expect(explanation.length).toBeGreaterThan(0);
  });
});
