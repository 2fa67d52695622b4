import { parseArgs } from 'node:util';
import { CLOCKS, type Clock } from './clocks.ts';

export const USAGE = `npm run test:dates -- [--clock NAME]… [--pure | --stack] [--only PATTERN]
Runs the pure tests, and the tests on servers that touch calendars, under other clocks; with --only those files alone. Clocks:
${CLOCKS.map(({ name, shows }) => `  ${name.padEnd(18)} ${shows} WITA`).join('\n')}`;

export type DatesOptions = { readonly clocks: readonly Clock[]; readonly pure: boolean; readonly stack: boolean; readonly only?: string };

/** Throws with the sentence a person needs. */
export function readOptions(args: readonly string[]): DatesOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clock: { type: 'string', multiple: true },
      pure: { type: 'boolean', default: false },
      stack: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const unknown = values.clock?.find((name) => !CLOCKS.some((clock) => clock.name === name));
  if (unknown !== undefined) throw new Error(`There is no clock "${unknown}".\n\n${USAGE}`);
  const clocks = CLOCKS.filter(({ name }) => values.clock === undefined || values.clock.includes(name));
  const both = values.pure === values.stack;
  return { clocks, pure: both || values.pure, stack: both || values.stack, ...(values.only === undefined ? {} : { only: values.only }) };
}
