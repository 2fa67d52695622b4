import { pipeline } from 'node:stream/promises';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { createLineSplitter, type Line } from '#cli/lines.ts';
import { isSeparatorLine } from '#domain/format/table-text.ts';
import { type Answer, answerLine, MAX_LINE_BYTES } from './answer-line.ts';
import { calculateFamily } from './calculate-families.ts';
import { HELP } from './calculate-help.ts';
import { writeForPeople } from './calculate-human.ts';

const FLUSH_AT_CHARACTERS = 65_536;

/**
 * Exit code 0 when every line was answered, also where answers are errors; 2 for wrong options;
 * 1 when a bug of ours was met or the reader of the answers left.
 */
export async function calculate(args: readonly string[], io: CommandIo, calculateOne = calculateFamily): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const unknown = args.find((arg) => arg !== '--human');
  if (unknown !== undefined) {
    io.stderr.write(`Pilihan tidak dikenal: ${unknown}\nsantun calculate [--human | --help] < baris.jsonl\n`);
    return USAGE_ERROR;
  }
  return answerStream(io, calculateOne, args.includes('--human') ? writeForPeople : writeJson);
}

type Write = (answer: Answer, lineNumber: number) => string;

async function answerStream({ stdin, stdout, stderr }: CommandIo, calculateOne: typeof calculateFamily, write: Write): Promise<number> {
  let bugs = 0;
  const answerOne = (line: Line, lineNumber: number): string => {
    const answer = answerLine(line, calculateOne);
    if ('bug' in answer) {
      bugs += 1;
      if (bugs === 1) stderr.write(`Baris ${lineNumber}: ${stackOf(answer.bug)}\n`);
    }
    return write(answer, lineNumber);
  };
  try {
    await pipeline(stdin, (source: AsyncIterable<Uint8Array | string>) => answerAll(source, answerOne), stdout, { end: false });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
    return 1;
  }
  return bugs === 0 ? 0 : 1;
}

/** Answers go out with the piece of input that held their lines; the pipeline reads no further while the reader is slow. */
async function* answerAll(
  source: AsyncIterable<Uint8Array | string>,
  answerOne: (line: Line, lineNumber: number) => string,
): AsyncGenerator<string> {
  const lines = createLineSplitter(MAX_LINE_BYTES);
  let lineNumber = 0;
  const answers = function* (pieces: Iterable<Line>): Generator<string> {
    let text = '';
    for (const line of pieces) {
      lineNumber += 1;
      // A spreadsheet put it there: it asks nothing, so nothing answers it.
      if (lineNumber === 1 && 'text' in line && isSeparatorLine(line.text)) continue;
      text += answerOne(line, lineNumber);
      if (text.length < FLUSH_AT_CHARACTERS) continue;
      yield text;
      text = '';
    }
    if (text !== '') yield text;
  };
  for await (const piece of source) yield* answers(lines.push(piece));
  yield* answers(lines.end());
}

function writeJson(answer: Answer): string {
  return `${JSON.stringify('error' in answer ? { error: answer.error } : { result: answer.result })}\n`;
}

function stackOf(bug: unknown): string {
  return bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
}

/** `santun calculate | head -1` is no failure of ours. */
function isReaderGone(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ERR_STREAM_DESTROYED';
}
