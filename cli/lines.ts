/** One line of input without its line end, or why it cannot be read. */
export type Line = { readonly text: string } | { readonly unreadable: 'too-long' | 'not-utf8' };

export type LineSplitter = {
  /** The lines that end in this piece. */
  readonly push: (piece: Uint8Array | string) => Generator<Line>;
  /** The last line, where the input does not end with a line end. */
  readonly end: () => Generator<Line>;
};

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Splits bytes, not text: a character may be cut between two pieces, and a line that is too long is never held in memory. */
export function createLineSplitter(maxBytes: number): LineSplitter {
  const decoder = new TextDecoder('utf-8', { fatal: true }); // also drops a byte order mark
  let parts: Uint8Array[] = [];
  let held = 0;

  function hold(part: Uint8Array): void {
    held += part.length;
    if (held > maxBytes + 1) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function take(): Line {
    const bytes = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    const length = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    const isTooLong = held > bytes.length || length > maxBytes;
    parts = [];
    held = 0;
    return isTooLong ? { unreadable: 'too-long' } : decode(bytes.subarray(0, length));
  }

  function decode(bytes: Uint8Array): Line {
    try {
      return { text: decoder.decode(bytes) };
    } catch {
      return { unreadable: 'not-utf8' };
    }
  }

  return {
    *push(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      let start = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
        hold(bytes.subarray(start, end));
        start = end + 1;
        yield take();
      }
      hold(bytes.subarray(start));
    },
    *end() {
      if (held > 0) yield take();
    },
  };
}
