import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { KINDS } from './stories.ts';

export const USAGE = `npm run chaos -- [--seed N] [--minutes 10] [--claims 300] [--json FILE] [--markdown]
Kills every part of Santun at random while claims are in flight, and lets the sandbox bank's ledger judge.`;

export type ChaosOptions = {
  readonly seed: number;
  readonly minutes: number;
  readonly claims: number;
  readonly json?: string;
  readonly markdown: boolean;
};

const LARGEST_SEED = 4_294_967_295;

/** Throws with the sentence a person needs. */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      claims: { type: 'string', default: '300' },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
    },
  });
  return {
    seed: values.seed === undefined ? randomInt(1, 2 ** 31) : whole('--seed', values.seed, 0, LARGEST_SEED),
    minutes: within('--minutes', values.minutes, 0.1, 120),
    claims: whole('--claims', values.claims, KINDS.length, 5_000),
    ...(values.json === undefined ? {} : { json: values.json }),
    markdown: values.markdown,
  };
}

function within(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= least && number <= most) return number;
  throw new Error(`${name} must be a number from ${least} to ${most}, and is "${value}".\n\n${USAGE}`);
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = within(name, value, least, most);
  if (Number.isInteger(number)) return number;
  throw new Error(`${name} must be a whole number, and is "${value}".\n\n${USAGE}`);
}
