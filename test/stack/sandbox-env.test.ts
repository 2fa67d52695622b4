import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rootDir = process.cwd();

function printed(): ReadonlyMap<string, string> {
  const { stdout } = spawnSync(process.execPath, [join(rootDir, 'stack', 'docker', 'sandbox-env.mjs')], { encoding: 'utf8' });
  return new Map([...stdout.matchAll(/^([A-Z_]+)=("[^"]*"|.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

test('the sandbox .env sets every variable docker-compose.yml cannot do without', () => {
  const required = [...readFileSync(join(rootDir, 'docker-compose.yml'), 'utf8').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  expect(required.length).toBeGreaterThan(8);
  expect([...printed().keys()]).toEqual(expect.arrayContaining(required));
});

test('two sandboxes share no secret', () => {
  const first = printed();
  const second = printed();
  const secrets = [...first.keys()].filter((name) => /PASSWORD|SECRET|_KEY$/.test(name));
  expect(secrets.length).toBeGreaterThan(7);
  for (const name of secrets) expect(first.get(name)).not.toBe(second.get(name));
});
