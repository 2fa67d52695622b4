import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a workflow's history is replayed against. Activities and adapters may change under a running claim and are no part of it. */
const REPLAYED = ['domain', 'workflows'] as const;
const LETTERS = 12;

/** The same for every process of a release, and another one as soon as the replayed code differs; a few milliseconds. */
export function contentBuildId(rootDir: string): string {
  const hash = createHash('sha256');
  for (const folder of REPLAYED) {
    const files = readdirSync(join(rootDir, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    for (const file of files.map((name) => name.replaceAll('\\', '/')).sort()) {
      hash
        .update(`${folder}/${file}\0`)
        .update(readFileSync(join(rootDir, folder, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, LETTERS);
}
