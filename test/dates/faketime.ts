import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';

const WHERE = ['/usr/lib/*/faketime/libfaketime.so.1', '/usr/lib/faketime/libfaketime.so.1', '/usr/lib64/faketime/libfaketime.so.1'];
const HOW = 'install it (Debian and Ubuntu: `apt-get install faketime`) and run this again.';

/** The library that shows another time to processes which load it; fetched where that is possible, else the sentence says what to install. */
export function faketimeLibrary(note: (line: string) => void): string {
  if (process.platform !== 'linux')
    throw new Error('Other clocks need Linux: libfaketime is loaded by its loader. Run this in a container.');
  const found = installed();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) throw new Error(`libfaketime is missing: ${HOW}`);
  note('libfaketime is missing and is installed with apt-get …');
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'faketime'],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${HOW}`);
  }
  const fetched = installed();
  if (fetched === undefined) throw new Error(`faketime was installed, and its library is in none of ${WHERE.join(', ')}.`);
  return fetched;
}

const installed = (): string | undefined => globSync([...WHERE])[0];

/** A process under the clock and its child say what day it is; a tool that changes nothing must not be taken for tests that pass. */
export function showsTo(env: Readonly<Record<string, string>>): { readonly parent: number; readonly child: number } {
  const script = `const child = require('node:child_process').execFileSync(process.execPath, ['-p', 'Date.now()'], { encoding: 'utf8' });
    console.log(JSON.stringify({ parent: Date.now(), child: Number(child) }));`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { env: { ...process.env, ...env }, encoding: 'utf8' });
  return JSON.parse(stdout);
}
