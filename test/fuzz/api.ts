import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { API_PATH } from '#schemas/http/api-path.ts';
import { pythonWithPip } from '#stack/prerequisites.ts';
import { startServers } from '#stack/servers.ts';
import { type ApiWorld, startApiWorld } from '../api/api-world.ts';
import { reportDeath, workUpTo } from '../api/story-over-http.ts';

const USAGE = `npm run fuzz:api -- [--examples 20] [--seed 1] [--as petugas.satu,penyetuju.satu,pengawas,staf.bpr,auditor]
Schemathesis reads the served description and asks every endpoint for what it allows and what it does not, as each of these people. It ends with
exit code 1 where an answer is a 5xx, or outside its shape, status or type. Nothing but loopback.`;
const VERSION = '4.32.5';
const CHECKS = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
const home = join(process.cwd(), '.run', 'fuzz');
const venv = join(home, `schemathesis-${VERSION}`);
const program = join(venv, 'bin', 'schemathesis');

function install(): void {
  if (existsSync(program)) return;
  const python = pythonWithPip();
  if (python === undefined) throw new Error('Schemathesis needs Python 3 with pip and venv.');
  mkdirSync(home, { recursive: true });
  for (const [command, args] of [
    [python, ['-m', 'venv', venv]],
    [join(venv, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]],
  ] as const) {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  }
}

/** Running claims in three stages, so that not every number is unknown; the description told to the tool names them. */
async function prepare(world: ApiWorld): Promise<string> {
  await Promise.all([world.startClaimsWorker(), world.startPayoutsWorker(), world.startIntake().joined()]);
  const [reported, complete, recommended] = [await reportDeath(world, 1), await reportDeath(world, 2), await reportDeath(world, 3)];
  await workUpTo('complete', world, complete);
  await workUpTo('recommended', world, recommended);
  const ids = [reported, complete, recommended].map(({ claimId }) => claimId);
  const file = join(home, 'openapi.json');
  const text = readFileSync(join(process.cwd(), 'docs', 'openapi.json'), 'utf8');
  writeFileSync(file, JSON.stringify(withNumbers(JSON.parse(text), ids)));
  return file;
}

type Parameters = { readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[] };
type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Parameters>>>> };

function withNumbers(description: Description, ids: readonly string[]): Description {
  const told = ({ parameters = [], ...operation }: Parameters): Parameters => ({
    ...operation,
    parameters: parameters.map((one) => (one.name === 'claimId' && one.in === 'path' ? { ...one, schema: { enum: ids } } : one)),
  });
  const paths = Object.entries(description.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, told(operation)])),
  ]);
  return { ...description, paths: Object.fromEntries(paths) };
}

async function fuzzAs(person: string, world: ApiWorld, file: string, options: readonly string[]): Promise<number> {
  console.log(`\n== as ${person}`);
  const auth = `Authorization: Bearer ${await world.token(person)}`;
  const args = [
    'run',
    file,
    '--url',
    `${world.url}${API_PATH}`,
    '-H',
    auth,
    '--checks',
    CHECKS,
    '--workers',
    '1',
    '--no-color',
    ...options,
  ];
  const child = spawn(program, args, { stdio: 'inherit', cwd: home });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve(code ?? 1)));
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { examples: text, seed: text, as: text, help: { type: 'boolean' } } });
  const examples = Number(values.examples ?? 20);
  if (values.help || !(examples >= 1 && examples <= 500)) throw new Error(USAGE);
  install();
  const people = (values.as ?? 'petugas.satu,penyetuju.satu,pengawas,staf.bpr,auditor').split(',');
  const options = [
    '--max-examples',
    String(examples),
    '--seed',
    values.seed ?? '1',
    '--generation-database',
    'none',
    '--continue-on-failure',
  ];
  const servers = await startServers({
    dataDir: join(home, 'servers'),
    log: console.error,
    env: {},
    signal: AbortSignal.timeout(3_600_000),
  });
  Object.assign(process.env, servers.env);
  let failed = 0;
  try {
    const world = await startApiWorld();
    const file = await prepare(world);
    for (const person of people) failed += (await fuzzAs(person, world, file, options)) === 0 ? 0 : 1;
    await world.close();
  } finally {
    await servers.stop();
    rmSync(join(home, 'servers'), { recursive: true, force: true });
  }
  console.log(failed === 0 ? '\nheld' : `\n${failed} of ${people.length} people found something`);
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
