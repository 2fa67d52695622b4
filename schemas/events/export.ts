import { z } from 'zod';
import { DeadLetterHeaders } from './dead-letter.ts';
import { PUBLISHED, RECEIVED } from './index.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** Message name → JSON Schema of its data, as a producer has to send it. */
export function eventSchemas(): Readonly<Record<string, JsonSchema>> {
  const named: [string, z.ZodType][] = [...Object.values(RECEIVED), ...Object.values(PUBLISHED)].flatMap((byType) =>
    Object.entries(byType),
  );
  return Object.fromEntries(named.map(([name, schema]) => [name, jsonSchema(name, schema)]));
}

export function deadLetterHeadersSchema(): JsonSchema {
  return jsonSchema('dead-letter-headers', DeadLetterHeaders);
}

function jsonSchema(name: string, schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: `urn:santun:event:${name}`, title: name, ...rest };
}
