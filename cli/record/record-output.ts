import type { Writable } from 'node:stream';

const CONTROL = /\p{Cc}+/gu;

/**
 * Waits while the reader is slow: a broken store may have more to report than fits in memory. What is named may come from a tampered key,
 * and a control character in it could rewrite the reader's terminal.
 */
export function writeLines(stdout: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return Promise.resolve();
  const text = lines.map((line) => `${line.replace(CONTROL, ' ')}\n`).join('');
  return new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve())));
}
