import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';

export const ROOT = process.cwd();
export const PLANTED = join(ROOT, 'test', 'walls', 'planted');

const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const PROGRAM = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

type Rules = { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };

export function wallRules(): Rules['forbidden'] {
  const { forbidden }: Rules = createRequire(CONFIG)(CONFIG);
  return forbidden;
}

/** The checker itself, started in the tree's root so that the anchored rules mean that tree's folders. */
export function cruise(tree: string): Promise<ICruiseResult> {
  const args = [PROGRAM, '--config', CONFIG, '--output-type', 'json', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 64 * 1024 * 1024 }, (_exit, stdout, stderr) => {
      // The exit code counts violations; only an answer that is no JSON means that nothing was checked.
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout));
      else reject(new Error(`dependency-cruiser gave no result: ${stderr}`));
    });
  });
}

export function violationsOf(result: ICruiseResult): readonly string[] {
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** Folders whose code is judged, where they exist; `test` is not among them, it may import everything. */
export const FOLDERS = [
  ...['domain', 'schemas', 'workflows', 'activities', 'adapters', 'services', 'api', 'cli', 'boot', 'web', 'workers'],
  ...['locales', 'config', 'sandbox', 'stack', 'bench'],
];

export function sourceFiles(tree: string, folder: string): readonly string[] {
  if (!existsSync(join(tree, folder))) return [];
  const isSource = (name: string): boolean => /\.(ts|tsx|mjs|cjs|js)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name);
  return readdirSync(join(tree, folder), { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((name) => `${folder}/${name}`);
}
