import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import type { ScholarshipInput } from '#domain/scholarship/scholarship-input.ts';

type Case = { readonly id: string; readonly about: string; readonly input: ScholarshipInput; readonly expected: unknown };
const file = readFileSync(join(__dirname, '../../golden/scholarship.json'), 'utf8');
const { cases } = JSON.parse(file) as { cases: readonly Case[] };

function answer(input: ScholarshipInput): unknown {
  try {
    const { explanation: _, ...result } = calculateScholarship(input);
    return { result };
  } catch (error) {
    return { error: { code: (error as { code?: string }).code } };
  }
}

test.each(cases)('$id: $about', ({ input, expected }) => {
  expect(answer(input)).toEqual(expected);
});
