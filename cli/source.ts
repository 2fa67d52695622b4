import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isSandbox, readMongoUrl } from '#config/env.ts';

/** Where a claim is read, and in words whose system that is. */
export type Source = {
  readonly url: string;
  readonly name: string;
  /** Its claims may live ahead of the wall clock. */
  readonly isSandbox?: boolean;
};

export const RUNNING = [
  { file: join('.run', 'start', 'env.json'), by: '`npm start`' },
  { file: join('.run', 'demo', 'env.json'), by: '`npm run demo`' },
] as const;
const Written = z.object({ SANTUN_MONGO_URL: z.string().min(1) });

/** The environment says it, or a system that runs here has written it down; undefined when neither does. */
export function findSource(environment?: Readonly<Record<string, string | undefined>>, rootDir = process.cwd()): Source | undefined {
  const url = readMongoUrl(environment);
  if (url !== undefined) return { url, name: `SANTUN_MONGO_URL, ${place(url)}`, ...(isSandbox(environment) ? { isSandbox: true } : {}) };
  for (const { file, by } of RUNNING) {
    const written = readWritten(join(rootDir, file));
    if (written !== undefined) return { url: written, name: `sistem yang dijalankan ${by} (${file}), ${place(written)}`, isSandbox: true };
  }
  return undefined;
}

function readWritten(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return Written.parse(JSON.parse(readFileSync(path, 'utf8'))).SANTUN_MONGO_URL;
  } catch {
    // Half written by a start or a stop of this moment: as good as not there.
    return undefined;
  }
}

/** Host and database, without the user and password a connection string may carry. */
export function place(url: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^/?]*@)?([^/?]+(?:\/[^?]*)?)/.exec(url)?.[1] ?? 'alamat yang tidak dapat dibaca';
}
