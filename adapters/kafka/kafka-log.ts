import { type LogEntry, logLevel } from 'kafkajs';
import type { Log } from './port.ts';

/** Said at ERROR by the library while it is about to try again: a coordinator still loading, a leader being chosen, a group rebalancing. */
const PASSING =
  /coordinator|rebalanc|leader|metadata|host this topic-partition|not (?:aware|available)|Connection (?:error|timeout|closed)|Closed connection|Failed to (?:connect|send)|EoS guarantees/i;

export function kafkaLogCreator(log: Log): () => (entry: LogEntry) => void {
  return () => (entry) => {
    const { message, timestamp: _, logger: __, stack, error, ...rest } = entry.log;
    const errorName = error instanceof Error ? error.name : error;
    const level = levelOf(entry.level, `${message} ${String(errorName ?? '')}`, rest);
    log(level, `kafka: ${message}`, {
      part: entry.namespace,
      ...rest,
      ...(errorName === undefined ? {} : { error: errorName }),
      ...(level === 'error' ? { stack } : {}),
    });
  };
}

function levelOf(level: logLevel, text: string, fields: Record<string, unknown>): Parameters<Log>[0] {
  // INFO is its chatter about joining and pausing; ours says what matters.
  if (level !== logLevel.ERROR && level !== logLevel.WARN) return 'debug';
  if ('retryCount' in fields || 'retryTime' in fields || PASSING.test(text)) return 'debug';
  return level === logLevel.ERROR ? 'error' : 'warn';
}
