import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, readEnv, readMongoUrl } from '#config/env.ts';
import { RUNNING } from './source.ts';

/** The settings of the environment when there are any, else those of the system that `npm start` or `npm run demo` holds here. */
export function readRunningEnv(rootDir = process.cwd()): Env {
  const written = RUNNING.map(({ file }) => join(rootDir, file)).find((path) => existsSync(path));
  if (readMongoUrl() !== undefined || written === undefined) return readEnv();
  return readEnv(JSON.parse(readFileSync(written, 'utf8')) as Record<string, string>);
}
