import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type ServerName = 'temporal' | 'kafka' | 'mongo';

/** What this machine has to build servers with. A version that could not be read is undefined, like a missing tool. */
export type Machine = {
  readonly linux: boolean;
  readonly root: boolean;
  readonly go: string | undefined;
  readonly java: number | undefined;
  readonly mvn: boolean;
  readonly mmdebstrap: boolean;
  readonly apt: boolean;
};

const CONTAINERS = 'or run everything in containers with `docker compose up`';
/** From 1.21 on, go fetches the newer toolchain that stack/temporal/go.mod names by itself, unless GOTOOLCHAIN=local. */
const OLDEST_GO = [1, 21] as const;
const OLDEST_JAVA = 17;

/** One sentence per missing thing: what, for which server, how to install it, and the way without it. */
export function missingFor(server: ServerName, machine: Machine): readonly string[] {
  switch (server) {
    case 'temporal':
      return missingGo('Temporal', machine);
    case 'kafka':
      return [...missingJava(machine), ...missingMaven(machine)];
    case 'mongo':
      return [...missingGo('FerretDB (the MongoDB-compatible store)', machine), ...missingRoot(machine)];
  }
}

function missingGo(server: string, { go }: Machine): string[] {
  const how = `install Go (https://go.dev/dl, or \`apt-get install golang-go\` where that is new enough), ${CONTAINERS}.`;
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

function missingRoot({ linux, root, mmdebstrap, apt }: Machine): string[] {
  const store = 'the MongoDB-compatible store (PostgreSQL with DocumentDB in a Debian folder of its own)';
  const own = 'install mongod 7 or newer so that it is on PATH, or give SANTUN_MONGO_URL,';
  if (!linux) return [`Linux is missing, which ${store} needs: ${own} ${CONTAINERS}.`];
  if (!root) return [`Root is missing, which ${store} needs for chroot: run the command again with \`sudo -E\`, or ${own} ${CONTAINERS}.`];
  if (mmdebstrap || apt) return [];
  return [
    `mmdebstrap is missing, which fetches ${store}: install it (Debian and Ubuntu: \`apt-get install mmdebstrap\`), or ${own} ${CONTAINERS}.`,
  ];
}

export class MissingPrerequisites extends Error {
  override readonly name = 'MissingPrerequisites';
}

/** Throws one error with a sentence for each thing missing. */
export function requireFor(server: ServerName, machine: Machine = lookAround()): void {
  const missing = missingFor(server, machine);
  if (missing.length > 0) throw new MissingPrerequisites(missing.join('\n'));
}

export function lookAround(): Machine {
  return {
    linux: process.platform === 'linux',
    root: process.getuid?.() === 0,
    go: /go(\d+\.\d+(\.\d+)?)/.exec(outputOf('go', ['env', 'GOVERSION']))?.[1],
    java: javaVersion(outputOf(javaCommand(), ['-version'])),
    mvn: findOnPath('mvn') !== undefined,
    mmdebstrap: findOnPath('mmdebstrap') !== undefined,
    apt: findOnPath('apt-get') !== undefined,
  };
}

export function javaCommand(): string {
  const home = process.env.JAVA_HOME;
  const own = home === undefined ? undefined : join(home, 'bin', 'java');
  return own !== undefined && existsSync(own) ? own : 'java';
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
