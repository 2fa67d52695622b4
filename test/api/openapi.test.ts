import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openApiOf } from '#api/openapi.ts';
import { ENDPOINTS } from '#api/routes/index.ts';

const FILE = join(process.cwd(), 'docs', 'openapi.json');
const committed = readFileSync(FILE, 'utf8');

type Operation = { readonly operationId: string; readonly summary: string; readonly responses: Readonly<Record<string, unknown>> };
type Description = {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const described = JSON.parse(committed) as Description;
const operations = Object.values(described.paths).flatMap((path) => Object.values(path));

async function problemsOf(source: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const found = await lintFromString({ source, absoluteRef: FILE, config });
  return found.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('docs/openapi.json', () => {
  test('is what the endpoints say, and so are the types of the client made from it', () => {
    const node = join(process.cwd(), 'node_modules', 'node', 'bin', 'node');
    const { status, stderr } = spawnSync(node, ['--disable-warning=ExperimentalWarning', 'test/api/client/generate.ts', '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 60_000);

  test('has every endpoint once, under a name of its own, with what it is for', () => {
    expect(operations).toHaveLength(ENDPOINTS.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { summary } of operations) expect(summary).toMatch(/^[A-Z].{10,}\.$/);
  });

  test('keeps the rules of the trade', async () => {
    expect(await problemsOf(committed)).toEqual([]);
  }, 60_000);

  test('would not keep them with an answer nobody described', async () => {
    expect(await problemsOf(committed.replace('#/components/schemas/ClaimReply', '#/components/schemas/Unknown'))).not.toEqual([]);
  }, 60_000);

  test('an endpoint whose answer has no name is not described at all', () => {
    const [first] = ENDPOINTS;
    if (!first) throw new Error('there are endpoints');
    expect(() => openApiOf([{ ...first, reply: first.reply.describe('a copy') }], '0.0.0')).toThrow('an answer without a name');
  });
});
