import type { Readable, Writable } from 'node:stream';

/** What a subcommand may touch; the process itself in production, streams in memory in tests. */
export type CommandIo = { readonly stdin: Readable; readonly stdout: Writable; readonly stderr: Writable };

/** Answers the exit code. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

export const USAGE_ERROR = 2;
