import pino, { type Bindings, type ChildLoggerOptions, type DestinationStream, type Logger } from 'pino';
import type { Env } from './env.ts';
import { openArguments, openFields } from './log-privacy.ts';

export type { Logger } from 'pino';

const asItIs = (value: unknown): unknown => value;

/** JSON lines on standard output, UTC times, ids and codes only: whatever is logged goes through config/log-privacy.ts first. */
export function createLog(process: string, level: Env['SANTUN_LOG_LEVEL'], destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    // They are plain by then, and a framework's own serializers would undo it.
    serializers: { err: asItIs, error: asItIs, req: asItIs, res: asItIs },
    hooks: {
      logMethod(args, method) {
        method.apply(this, openArguments(args) as typeof args);
      },
    },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  // The fields of a child are written down once, past the hook; its own children inherit this.
  const child: (this: Logger, bindings: Bindings, options?: ChildLoggerOptions) => Logger = logger.child;
  Object.assign(logger, {
    child(this: Logger, bindings: Bindings, childOptions?: ChildLoggerOptions) {
      return child.call(this, openFields(bindings) as Bindings, childOptions);
    },
  });
  return logger;
}
