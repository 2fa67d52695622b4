import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce, cacheFolder } from '#stack/cache.ts';
import type { Progress } from '#stack/progress.ts';
import { bootstrapDebian } from './debian-bootstrap.ts';
import { machineMirror, unpackPackages } from './debian-packages.ts';

/** The first Debian release that carries PostgreSQL 18 with DocumentDB. */
const SUITE = 'forky';
export const debianRoot = (): string => cacheFolder('documentdb', `pg18-${SUITE}`);

/**
 * A folder with PostgreSQL 18, DocumentDB and what they link to, from Debian's packages: no registry carries either as a plain download.
 * On a Debian just those packages are unpacked (seconds); elsewhere mmdebstrap makes a whole small Debian (a minute or two).
 */
export function ensureDebianRoot(progress: Progress): Promise<string> {
  return buildOnce(debianRoot(), progress, async (into) => {
    const order = { into, suite: SUITE, logFile: `${debianRoot()}.log`, progress };
    const mirror = machineMirror();
    await (mirror === undefined ? bootstrapDebian(order) : unpackPackages({ ...order, mirror }));
  });
}

/** The root's `srv` holds one folder per data directory of ours. */
export function instanceFolder(root: string, id: string): string {
  return join(root, 'srv', 'santun', id);
}

export function ownerOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'owner'), 'utf8');
  } catch {
    return undefined;
  }
}
