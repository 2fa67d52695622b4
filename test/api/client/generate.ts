import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiOf } from '#api/openapi.ts';
import { ENDPOINTS } from '#api/routes/index.ts';

// npm run openapi: writes the description of the API, and the types of a client that is made from it; --check only compares.
const DESCRIPTION = join(process.cwd(), 'docs', 'openapi.json');
const CLIENT_TYPES = join(process.cwd(), 'test', 'api', 'client', 'openapi.d.ts');

function descriptionNow(): string {
  const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string };
  return `${JSON.stringify(openApiOf(ENDPOINTS, version), undefined, 1)}\n`;
}

async function clientTypesOf(description: string): Promise<string> {
  return `// Made by \`npm run openapi\` from docs/openapi.json.\n${astToString(await openapiTS(description))}`;
}

async function main(): Promise<number> {
  const description = descriptionNow();
  const types = await clientTypesOf(description);
  const files = [
    [DESCRIPTION, description],
    [CLIENT_TYPES, types],
  ] as const;
  if (!process.argv.includes('--check')) {
    for (const [file, text] of files) writeFileSync(file, text);
    return 0;
  }
  const stale = files.filter(([file, text]) => readFileSync(file, 'utf8') !== text).map(([file]) => file);
  for (const file of stale) console.error(`${file} is not what the endpoints say: npm run openapi`);
  return stale.length;
}

process.exitCode = await main();
