import type { Line } from '#cli/lines.ts';
import { InputError } from '#domain/input-error.ts';
import { type Family, type FamilyInputs, readEnvelope, readInput } from '#schemas/calculate/read-request.ts';
import { calculateFamily, type FamilyResults } from './calculate-families.ts';

export type AnswerError = { readonly code: string; readonly field: string; readonly message: string };

export type Calculated<F extends Family = Family> = {
  readonly family: F;
  readonly input: FamilyInputs[F];
  readonly result: FamilyResults[F];
};

/** `bug` is ours, not the line's: it goes to standard error, never into an answer. */
export type Answer = Calculated | { readonly error: AnswerError; readonly bug?: unknown };

/** 1 MiB; a claim with every paper and pause of its life has a hundredth of it. */
export const MAX_LINE_BYTES = 1_048_576;

const UNREADABLE = {
  'too-long': 'Baris lebih dari 1 MiB. Tulis satu perhitungan per baris.',
  'not-utf8': 'Baris bukan UTF-8. Simpan berkas sebagai UTF-8.',
} as const;

const OUT_OF_RANGE = 'Ada tanggal atau bilangan di luar yang dapat dihitung. Periksa tahun dan jumlah.';
const BUG = 'Kesalahan program, bukan kesalahan masukan. Laporkan baris ini beserta pesan di keluaran kesalahan.';

/** Exactly one answer per line, whatever stands on it: the next line is not to suffer, not even from a bug. */
export function answerLine(line: Line, calculate: typeof calculateFamily = calculateFamily): Answer {
  if ('unreadable' in line) return { error: invalid('line', UNREADABLE[line.unreadable]) };
  try {
    const { family, input } = readEnvelope(parseJson(line.text));
    return answer(family, input, calculate);
  } catch (error) {
    return toErrorAnswer(error);
  }
}

function answer<F extends Family>(family: F, value: unknown, calculate: typeof calculateFamily): Answer {
  const input = readInput(family, value);
  return { family, input, result: calculate(family, input) } as Answer;
}

function parseJson(text: string): unknown {
  if (text.trim() === '')
    throw new InputError('invalid-input', 'line', 'Baris kosong. Tulis {"family": …, "input": {…}} atau hapus baris ini.');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError(
      'invalid-input',
      'line',
      `Bukan JSON yang sah${positionIn(error)}. Tulis satu objek JSON lengkap dalam satu baris.`,
    );
  }
}

/** Only the position: the rest of V8's message quotes the line, and a line may hold personal data. */
function positionIn(error: SyntaxError): string {
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return position === undefined ? '' : ` pada huruf ke-${Number(position) + 1}`;
}

function toErrorAnswer(error: unknown): Answer {
  if (error instanceof InputError) return { error: { code: error.code, field: error.field, message: error.message } };
  if (error instanceof RangeError) return { error: invalid('input', OUT_OF_RANGE) };
  return { error: { code: 'internal-error', field: 'input', message: BUG }, bug: error };
}

function invalid(field: string, message: string): AnswerError {
  return { code: 'invalid-input', field, message };
}
