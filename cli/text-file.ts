import { readFile } from 'node:fs/promises';

const MOST_BYTES = 64 * 1_048_576;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A file that is not what it says, with the sentence for the person who handed it over. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const SAVE_AGAIN = 'Simpan ulang sebagai UTF-8 (di Excel: Simpan Sebagai, "CSV UTF-8"; di Notepad: Pengodean "UTF-8"), lalu ulangi.';

/**
 * Every file a person hands to a command is read here. Reading it as UTF-8 without looking would turn each letter of another code into one and
 * the same sign, and the garbage would be stored as a name. A byte order mark is dropped.
 */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(await readFile(path));
}

/** Throws an UnreadableFile that names the line and the byte, and says how to save it again. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES)
    throw new UnreadableFile(`Berkas terlalu besar: paling banyak ${MOST_BYTES / 1_048_576} MB. Bagi menjadi beberapa berkas.`);
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new UnreadableFile(`Berkas ini UTF-16 ("Unicode"), bukan UTF-8. ${SAVE_AGAIN}`);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw new UnreadableFile(
      `Baris ${lineOf(bytes, zero)}, bita ke-${zero + 1} adalah bita nol: ini bukan berkas teks UTF-8. ${SAVE_AGAIN}`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const at = firstWrong(bytes);
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    throw new UnreadableFile(`Baris ${lineOf(bytes, at)}, bita ke-${at + 1} (${byte}) bukan UTF-8. ${SAVE_AGAIN}`);
  }
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** A line ends with CR, LF, or both. */
function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index += 1) {
    const isEnd = bytes[index] === LINE_FEED || (bytes[index] === CARRIAGE_RETURN && bytes[index + 1] !== LINE_FEED);
    if (isEnd) line += 1;
  }
  return line;
}

/** A lenient reading has the sign for "unreadable" there; a text may also hold that very sign, written as what it is. */
function firstWrong(bytes: Uint8Array): number {
  const [lenient, writer] = [new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), new TextEncoder()];
  let at = 0;
  for (const letter of lenient) {
    const isWritten = startsWith(bytes.subarray(at), 0xef, 0xbf, 0xbd);
    if (letter === '\uFFFD' && !isWritten) return at;
    at += writer.encode(letter).length;
  }
  return at;
}
