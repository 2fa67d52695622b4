import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { eventSchemas, type JsonSchema } from '#schemas/events/export.ts';
import { TOPIC_NAMES } from '#schemas/events/index.ts';
import { breaksSinceCommitted, committedEventDoc, EVENT_DOCS, expectedEventDocs } from '../../support/event-docs.ts';
import { creditSigned, deathReported } from './samples.ts';

test('the event schemas have not broken what partners built on', () => {
  expect(breaksSinceCommitted()).toEqual([]);
});

test.each(Object.entries(expectedEventDocs()))('docs/events/%s says what the schemas say', (file, expected) => {
  expect(committedEventDoc(file)).toEqual(expected);
});

test('docs/events holds nothing else', () => {
  expect(readdirSync(EVENT_DOCS).sort()).toEqual(Object.keys(expectedEventDocs()).sort());
});

describe('the exported JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, validateFormats: false });
  const schemaOf = (name: string): JsonSchema => eventSchemas()[name] ?? {};
  const credit = ajv.compile(schemaOf('credit.signed.v1'));
  const death = ajv.compile(schemaOf('death.reported.v1'));

  test('accepts the events Santun accepts, with fields it does not know', () => {
    expect(credit(creditSigned({ extra: 1 }))).toBe(true);
    expect(death(deathReported({ extra: 1 }))).toBe(true);
  });

  test('refuses what a partner can check before sending', () => {
    expect(credit(creditSigned({ signedOn: '2026-02-30' }))).toBe(false);
    expect(credit(creditSigned({ memberships: [] }))).toBe(false);
    expect(death(deathReported({ participantNik: '1' }))).toBe(false);
    expect(death(deathReported({ reportedAt: '2026-03-16T10:00:00+08:00' }))).toBe(false);
  });

  test.each(Object.keys(eventSchemas()))('%s describes itself and every field', (name) => {
    expect(undescribed(schemaOf(name), name)).toEqual([]);
  });
});

describe('the AsyncAPI document', () => {
  const document = expectedEventDocs()['asyncapi.json'] ?? {};

  test('has a channel for every topic', () => {
    expect(Object.keys(document.channels as object)).toEqual([...TOPIC_NAMES]);
  });

  test('points at nothing that is not there', () => {
    const missing = refsIn(document).filter((ref) => lookUp(document, ref) === undefined);
    expect(refsIn(document).length).toBeGreaterThan(TOPIC_NAMES.length);
    expect(missing).toEqual([]);
  });
});

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

function undescribed(schema: JsonSchema, path: string): string[] {
  const own = typeof schema.description === 'string' ? [] : [path];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, field]) =>
    undescribed(field, `${path}.${name}`),
  );
  const items = isObject(schema.items) ? undescribed(schema.items, `${path}[]`) : [];
  return [...own, ...fields, ...items];
}

function refsIn(value: unknown): string[] {
  if (!isObject(value)) return [];
  const own = typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

function lookUp(document: JsonSchema, ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((found, part) => (isObject(found) ? found[part] : undefined), document);
}
