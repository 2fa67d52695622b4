import pino, { type Logger } from 'pino';
import type { Env } from './env.ts';

export type { Logger } from 'pino';

/** Fields that would name a person or open a door never reach a log, whoever logs the object they sit in. */
const SECRET_FIELDS = ['nik', 'name', 'holderName', 'accountNumber', 'phone', 'authorization', 'password', 'secret', 'token'];

/** JSON lines on standard output, UTC times, ids and codes only. */
export function createLog(process: string, level: Env['SANTUN_LOG_LEVEL']): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '•••' },
  });
}
