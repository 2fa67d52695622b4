import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** One JSON text per line, never rewritten. A line is true once `append` has returned. */
export type JournalFile<Line> = {
  readonly lines: readonly Line[];
  append(lines: readonly Line[]): void;
  close(): void;
};

/**
 * A process killed while writing leaves half a line: it was never answered, so it is cut off. Damage anywhere else is not ours to repair and
 * throws.
 */
export function openJournalFile<Line>(path: string): JournalFile<Line> {
  mkdirSync(dirname(path), { recursive: true });
  const stored = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const wholeBytes = stored.lastIndexOf(0x0a) + 1;
  const lines = stored
    .subarray(0, wholeBytes)
    .toString('utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Line);
  const file = openSync(path, 'a', 0o600);
  let size = wholeBytes;
  if (wholeBytes < stored.length) ftruncateSync(file, wholeBytes);
  return {
    lines,
    append(added) {
      const bytes = Buffer.from(added.map((line) => `${JSON.stringify(line)}\n`).join(''));
      try {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
        fsyncSync(file);
      } catch (error) {
        // A full disk must not leave half a line in front of the next one.
        ftruncateSync(file, size);
        throw error;
      }
      size += bytes.length;
    },
    close() {
      closeSync(file);
    },
  };
}
