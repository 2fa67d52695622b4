// Runs before anything is installed, on any Node from 20 on: built-in modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const OLDEST = [20, 3];
const NEEDED_MAJOR = 24;
export const NODE_FLAGS = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * Installs what package-lock.json says unless exactly that is there. What only tests and checks need (half of the download) is left out
 * until somebody runs those.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {{ withTests?: boolean }} [options]
 */
export async function ensureInstalled(root, say, { withTests = false } = {}) {
  if (!isNewEnough(process.versions.node)) {
    throw new Error(
      `Node ${process.versions.node} is too old: Santun needs ${OLDEST.join('.')} or newer to begin with (it brings Node ${NEEDED_MAJOR} itself).`,
    );
  }
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  const found = installedScope(root, hash, JSON.parse(lockfile.toString('utf8')).packages ?? {});
  const isEnough = found === 'all' || (found === 'run' && !withTests);
  if (!isEnough) await runNpmInstall(root, say, withTests);
  const scope = isEnough ? found : scopeOf(withTests);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(markOf(root), `${hash} ${scope}\n`);
}

const scopeOf = (withTests) => (withTests ? 'all' : 'run');
const markOf = (root) => join(root, 'node_modules', '.santun-lock');

/** 'all', 'run' (without what only tests need) or undefined. */
function installedScope(root, hash, packages) {
  const [marked, scope = 'all'] = existsSync(markOf(root)) ? readFileSync(markOf(root), 'utf8').trim().split(' ') : [];
  if (marked === hash) return scope;
  return [true, false].filter((withTests) => installedByHand(root, packages, withTests)).map(scopeOf)[0];
}

/**
 * True when a developer's own `npm install` left the very packages of the lockfile; wiping them would cost a minute for nothing.
 * @param {string} root
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean, dev?: boolean }>} packages
 * @param {boolean} withTests
 */
function installedByHand(root, packages, withTests) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '' || (wanted.dev === true && !withTests)) return true;
    const found = present[path];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * NOTE: not `npm ci`, which refuses a lockfile without the optional packages of other platforms; a mirror may not carry those, and npm then
 * leaves them out when it writes the lockfile. Versions and checksums of the lockfile hold all the same, and `--no-save` leaves it as it is.
 * Warnings are left out: they are about packages of packages, and nothing anybody here could act on.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {boolean} withTests
 */
async function runNpmInstall(root, say, withTests) {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  say(`npm install: fetching ${withTests ? 'all packages' : 'the packages that it runs on'} (10 to 40 s, only when they change) …`);
  const ticker = setInterval(() => say(`npm install: ${seconds()} …`), 5_000);
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...(withTests ? [] : ['--omit=dev'])];
  const npm = spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  const status = await new Promise((resolve, reject) => {
    npm.once('close', resolve);
    npm.once('error', (error) => reject(new Error(`npm cannot be run (${error.message}); it comes with Node.`)));
  }).finally(() => clearInterval(ticker));
  if (status !== 0) throw new Error(`npm install failed with ${status}; what it said stands above.`);
  say(`npm install: done in ${seconds()}`);
}

/**
 * The Node that runs TypeScript as it is: the one among our packages, or this one when it is new enough.
 * @param {string} root
 */
export function modernNode(root) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  throw new Error(
    `Node ${NEEDED_MAJOR} is not among the installed packages (its download was skipped?): run \`npm rebuild node\`, or use Node ${NEEDED_MAJOR} to start.`,
  );
}

/**
 * The environment of every process of ours: UTC, kafkajs told that its partitioner was chosen knowingly, and compiled modules kept, which
 * halves what each of the ten processes of a second start costs to load.
 */
export function processEnv() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'santun', 'node-compile');
  return { NODE_COMPILE_CACHE: cache, ...process.env, TZ: 'UTC', KAFKAJS_NO_PARTITIONER_WARNING: '1' };
}

/**
 * Runs to the end with our terminal; signals are handed on, and the child decides when it is over.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} root
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, root) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: processEnv() });
    // NOTE: a terminal gives Ctrl-C to the child itself; handing it on would make it two, and a second one means "at once".
    process.on('SIGINT', () => (process.stdin.isTTY ? undefined : child.kill('SIGINT')));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGHUP'));
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
