import type { JsonSchema } from './export.ts';

/**
 * What a later JSON Schema of the same major would break for senders and readers of the earlier one, one sentence each; empty when the
 * change is additive. What it cannot judge it reports: a false alarm costs a look, a missed break costs a partner's events.
 */
export function breakingChanges(earlier: JsonSchema, later: JsonSchema): readonly string[] {
  return compare(earlier, later, []);
}

type Path = readonly string[];

function compare(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  return [
    ...typeChanges(earlier, later, path),
    ...choiceChanges(earlier, later, path),
    ...boundChanges(earlier, later, path),
    ...shapeChanges(earlier, later, path),
    ...fieldChanges(earlier, later, path),
    ...insideChanges(earlier, later, path),
  ];
}

function typeChanges(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  const now = listOf(later.type);
  if (now.length === 0) return [];
  const before = listOf(earlier.type);
  if (before.length === 0) return [says(path, `accepts only ${now.join(', ')} now`)];
  const lost = before.filter((type) => !now.includes(type) && !(type === 'integer' && now.includes('number')));
  return lost.length > 0 ? [says(path, `no longer accepts ${lost.join(', ')}`)] : [];
}

function choiceChanges(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  const now = choicesOf(later);
  if (now === undefined) return [];
  const before = choicesOf(earlier);
  if (before === undefined) return [says(path, 'accepts only listed values now')];
  const lost = before.filter((value) => !now.includes(value));
  return lost.length > 0 ? [says(path, `no longer accepts ${lost.join(', ')}`)] : [];
}

const LOWER_BOUNDS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const UPPER_BOUNDS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

function boundChanges(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  const raised = LOWER_BOUNDS.filter((bound) => numberOf(later[bound], -Infinity) > numberOf(earlier[bound], -Infinity));
  const lowered = UPPER_BOUNDS.filter((bound) => numberOf(later[bound], Infinity) < numberOf(earlier[bound], Infinity));
  return [...raised, ...lowered].map((bound) => says(path, `has a tighter ${bound}`));
}

const SHAPES = [
  'pattern',
  'format',
  'multipleOf',
  'uniqueItems',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'propertyNames',
  'additionalProperties',
];

function shapeChanges(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  // The pattern behind a format belongs to the library that writes it and may change with it.
  const sameFormat = later.format !== undefined && later.format === earlier.format;
  return SHAPES.filter((word) => !(word === 'pattern' && sameFormat))
    .filter((word) => later[word] !== undefined && JSON.stringify(later[word]) !== JSON.stringify(earlier[word]))
    .map((word) => says(path, `has another ${word}`));
}

function fieldChanges(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  const [before, now] = [fieldsOf(earlier), fieldsOf(later)];
  const removed = Object.keys(before).filter((name) => !(name in now));
  const required = listOf(later.required).filter((name) => !listOf(earlier.required).includes(name));
  const released = listOf(earlier.required).filter((name) => name in now && !listOf(later.required).includes(name));
  return [
    ...removed.map((name) => says([...path, name], 'was removed')),
    ...required.map((name) => says([...path, name], 'is required now')),
    ...released.map((name) => says([...path, name], 'may be absent now, and readers count on it')),
  ];
}

function insideChanges(earlier: JsonSchema, later: JsonSchema, path: Path): string[] {
  const now = fieldsOf(later);
  const inFields = Object.entries(fieldsOf(earlier)).flatMap(([name, before]) => {
    const after = now[name];
    return after === undefined ? [] : compare(before, after, [...path, name]);
  });
  const inItems = isSchema(later.items) ? compare(isSchema(earlier.items) ? earlier.items : {}, later.items, [...path, '[]']) : [];
  return [...inFields, ...inItems];
}

const says = (path: Path, what: string): string => `${path.length === 0 ? 'the event' : path.join('.')} ${what}`;
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (schema: JsonSchema): Record<string, JsonSchema> =>
  isSchema(schema.properties) ? (schema.properties as Record<string, JsonSchema>) : {};
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function choicesOf(schema: JsonSchema): string[] | undefined {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  return Array.isArray(schema.enum) ? schema.enum.map((value) => JSON.stringify(value)) : undefined;
}
