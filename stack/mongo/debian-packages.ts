import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findOnPath, outputOf } from '#stack/prerequisites.ts';
import type { Progress } from '#stack/progress.ts';
import { runCommand } from '#stack/run-command.ts';
import { POSTGRES_ID } from './inside-root.ts';

/** `into` does not exist yet; `suite` is the release's code name. */
export type DebianOrder = { readonly into: string; readonly suite: string; readonly logFile: string; readonly progress: Progress };

/** dash: initdb speaks to the server through a shell. util-linux: setpriv. */
const WANTED = ['postgresql-18-documentdb', 'dash', 'util-linux'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** The mirror this machine's own apt uses, when it is a Debian that can unpack Debian's packages; otherwise none. */
export function machineMirror(): string | undefined {
  const release = outputOf('sh', ['-c', '. /etc/os-release && echo "$ID $VERSION_CODENAME"']).trim();
  const codename = /^debian (\S+)$/.exec(release)?.[1];
  if (codename === undefined || findOnPath('dpkg-deb') === undefined || !existsSync(KEYRING)) return undefined;
  const targets = outputOf('apt-get', ['indextargets', '--format', '$(RELEASE) $(COMPONENT) $(REPO_URI)', 'Created-By: Packages']);
  return targets
    .split('\n')
    .find((line) => line.startsWith(`${codename} main `))
    ?.split(' ')[2];
}

/**
 * Fetches the wanted packages with all they depend on and unpacks them, without installing: no script of a package runs, and what those
 * scripts would have made and PostgreSQL needs is made at the end. apt works in folders of its own and checks the release's signature.
 */
export async function unpackPackages({ into, suite, mirror, logFile, progress }: DebianOrder & { readonly mirror: string }): Promise<void> {
  const apt = join(into, 'var', 'santun-apt');
  const env = {
    APT_CONFIG: writeAptSettings(apt, `deb [signed-by=${KEYRING}] ${mirror} ${suite} main`),
    DEBIAN_FRONTEND: 'noninteractive',
  };
  const onLine = (line: string): void => progress.detail(line.replace(/^(Get:\d+) ?/, '').slice(0, 80));
  progress.step('fetching PostgreSQL 18 with DocumentDB and what they link to from Debian (142 MB, once)');
  await runCommand({ purpose: "Reading Debian's package list", command: 'apt-get', args: ['update'], env, logFile, onLine });
  const args = ['install', '-y', '--download-only', ...WANTED];
  await runCommand({ purpose: 'Fetching PostgreSQL with DocumentDB', command: 'apt-get', args, env, logFile, onLine });
  const archives = join(apt, 'cache', 'archives');
  const files = readdirSync(archives).filter((name) => name.endsWith('.deb'));
  for (const [index, file] of files.entries()) {
    if (index % 20 === 0) progress.detail(`unpacking ${index + 1} of ${files.length}`);
    await runCommand({ purpose: `Unpacking ${file}`, command: 'dpkg-deb', args: ['-x', join(archives, file), into], logFile });
  }
  rmSync(apt, { recursive: true });
  finish(into);
}

/** apt keeps its lists, packages and notion of what is installed (nothing) to itself; returns the file that says so. */
function writeAptSettings(apt: string, source: string): string {
  for (const folder of ['lists/partial', 'cache/archives/partial', 'etc/apt.conf.d', 'etc/preferences.d']) {
    mkdirSync(join(apt, folder), { recursive: true });
  }
  writeFileSync(join(apt, 'status'), '');
  writeFileSync(join(apt, 'etc', 'sources.list'), `${source}\n`);
  const settings = {
    Dir: apt,
    'Dir::State': apt,
    'Dir::State::status': join(apt, 'status'),
    'Dir::Cache': join(apt, 'cache'),
    'Dir::Etc': join(apt, 'etc'),
    'Dir::Etc::sourceparts': '-',
    'APT::Install-Recommends': 'false',
    // Otherwise apt wants a whole minimal system beside what is asked for.
    'pkgCacheGen::Essential': 'none',
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    'Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled': 'false',
    // The user apt changes to may not read the home of ours.
    'APT::Sandbox::User': 'root',
  };
  const file = join(apt, 'apt.conf');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([key, value]) => `${key} "${value}";\n`)
      .join(''),
  );
  return file;
}

/** What the packages' own scripts would have made. */
function finish(root: string): void {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    if (existsSync(join(root, 'usr', name)) && !existsSync(join(root, name))) symlinkSync(`usr/${name}`, join(root, name));
  }
  for (const folder of ['dev', 'proc', 'srv', 'tmp', 'root']) mkdirSync(join(root, folder), { recursive: true });
  spawnSync('chmod', ['1777', join(root, 'tmp')]);
  const people = `root:x:0:0:root:/root:/bin/sh\npostgres:x:${POSTGRES_ID}:${POSTGRES_ID}:PostgreSQL:/:/bin/sh\n`;
  writeFileSync(join(root, 'etc', 'passwd'), people);
  writeFileSync(join(root, 'etc', 'group'), `root:x:0:\npostgres:x:${POSTGRES_ID}:\n`);
  // DocumentDB makes indexes over a connection of its own, to `localhost`.
  writeFileSync(join(root, 'etc', 'hosts'), '127.0.0.1 localhost\n');
  writeFileSync(join(root, 'etc', 'nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files\n');
  // Linear algebra for PostGIS lies in folders that an alternative usually points to.
  for (const library of globSync(join(root, 'usr/lib/*/{blas,lapack}/lib*.so.3'))) {
    linkOnce(join(basename(dirname(library)), basename(library)), join(dirname(dirname(library)), basename(library)));
  }
  // Which of several PostGIS an extension means is an alternative as well.
  for (const control of globSync(join(root, 'usr/share/postgresql/18/extension/*-3.control'))) {
    linkOnce(basename(control), control.replace(/-3\.control$/, '.control'));
  }
  // Devices for a root of root's own; in a user namespace the machine's are mounted over this folder.
  if (process.getuid?.() === 0) {
    for (const [name, minor] of [
      ['null', '3'],
      ['zero', '5'],
      ['random', '8'],
      ['urandom', '9'],
    ] as const) {
      spawnSync('mknod', ['-m', '666', join(root, 'dev', name), 'c', '1', minor]);
    }
  }
}

function linkOnce(target: string, path: string): void {
  if (!existsSync(path)) symlinkSync(target, path);
}
