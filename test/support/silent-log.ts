import type { Log } from '#adapters/kafka/port.ts';

/** Warnings and errors are shown when SANTUN_TEST_LOG is set; otherwise a test speaks through its assertions. */
export const testLog: Log = (level, message, fields) => {
  if (process.env.SANTUN_TEST_LOG && level !== 'debug') process.stderr.write(`${level} ${message} ${JSON.stringify(fields)}\n`);
};
