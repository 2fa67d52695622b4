import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument } from '#schemas/events/asyncapi.ts';
import { breakingChanges } from '#schemas/events/compatibility.ts';
import { eventSchemas, type JsonSchema } from '#schemas/events/export.ts';

export const EVENT_DOCS = 'docs/events';

/** File name → what it has to hold. */
export function expectedEventDocs(): Readonly<Record<string, JsonSchema>> {
  const schemas = Object.entries(eventSchemas()).map(([name, schema]) => [`${name}.schema.json`, schema] as const);
  return { ...Object.fromEntries(schemas), 'asyncapi.json': asyncApiDocument() };
}

export function committedEventDoc(file: string, rootDir = process.cwd()): JsonSchema | undefined {
  const path = join(rootDir, EVENT_DOCS, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as JsonSchema) : undefined;
}

/** What the schemas of today would break for those who built on the committed ones. */
export function breaksSinceCommitted(): readonly string[] {
  return Object.entries(eventSchemas()).flatMap(([name, later]) => {
    const earlier = committedEventDoc(`${name}.schema.json`);
    return earlier === undefined ? [] : breakingChanges(earlier, later).map((change) => `${name}: ${change}`);
  });
}
