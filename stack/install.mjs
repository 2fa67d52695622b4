// Runs before anything is installed, on any Node from 20 on: built-in modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
 * Installs what package-lock.json says unless exactly that is there.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function ensureInstalled(root, say) {
  if (!isNewEnough(process.versions.node)) {
    throw new Error(
      `Node ${process.versions.node} is too old: Santun needs ${OLDEST.join('.')} or newer to begin with (it brings Node ${NEEDED_MAJOR} itself).`,
    );
  }
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  const mark = join(root, 'node_modules', '.santun-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === hash) return;
  if (!installedByHand(root, JSON.parse(lockfile.toString('utf8')))) runNpmInstall(root, say);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(mark, `${hash}\n`);
}

/**
 * True when a developer's own `npm install` left the very packages of the lockfile; wiping them would cost a minute for nothing.
 * @param {string} root
 * @param {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} lockfile
 */
function installedByHand(root, lockfile) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  return Object.entries(lockfile.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * NOTE: not `npm ci`, which refuses a lockfile without the optional packages of other platforms; a mirror may not carry those, and npm then
 * leaves them out when it writes the lockfile. Versions and checksums of the lockfile hold all the same, and `--no-save` leaves it as it is.
 * @param {string} root
 * @param {(line: string) => void} say
 */
function runNpmInstall(root, say) {
  const startedAt = Date.now();
  say('npm install: fetching the packages of package-lock.json (a minute or two, only when they change) …');
  const { status, error } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) throw new Error(`npm cannot be run (${error.message}); it comes with Node.`);
  if (status !== 0) throw new Error(`npm install failed with ${status}; what it said stands above.`);
  say(`npm install: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
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

/** The environment of every process of ours: UTC, and kafkajs told that its partitioner was chosen knowingly. */
export function processEnv() {
  return { ...process.env, TZ: 'UTC', KAFKAJS_NO_PARTITIONER_WARNING: '1' };
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
