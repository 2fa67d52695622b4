import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeirsInput } from '#domain/law/heirs/people.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';

type Case = { readonly id: string; readonly about: string; readonly input: HeirsInput; readonly expected: unknown };
const file = readFileSync(join(__dirname, '../../../golden/heirs.json'), 'utf8');
const { cases } = JSON.parse(file) as { cases: readonly Case[] };

function answer(input: HeirsInput): unknown {
  try {
    const { explanation: _, ...result } = resolveHeirs(input);
    return { result };
  } catch (error) {
    return { error: { code: (error as { code?: string }).code } };
  }
}

test.each(cases)('$id: $about', ({ input, expected }) => {
  expect(answer(input)).toEqual(expected);
});
