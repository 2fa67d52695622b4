import { breakingChanges } from '#schemas/events/compatibility.ts';
import { eventSchemas, type JsonSchema } from '#schemas/events/export.ts';

const base = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 10 },
    kind: { enum: ['a', 'b'], type: 'string' },
    amount: { type: 'integer', minimum: 0 },
    day: { type: 'string', format: 'date', pattern: 'x' },
    people: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
  },
  required: ['id', 'kind'],
} satisfies JsonSchema;

const withField = (name: string, schema: unknown): JsonSchema => ({ ...base, properties: { ...base.properties, [name]: schema } });

describe('changes that a partner need not notice', () => {
  test.each<[string, JsonSchema]>([
    ['nothing changed', base],
    ['a new optional field', withField('note', { type: 'string' })],
    ['a field that accepts one value more', withField('kind', { enum: ['a', 'b', 'c'], type: 'string' })],
    ['a longer text allowed', withField('id', { type: 'string', minLength: 1, maxLength: 20 })],
    ['an integer that may be any number now', withField('amount', { type: 'number', minimum: 0 })],
    ['another pattern behind the same format', withField('day', { type: 'string', format: 'date', pattern: 'y' })],
    ['another description', { ...base, description: 'better said' }],
  ])('%s', (_what, later) => {
    expect(breakingChanges(base, later)).toEqual([]);
  });
});

describe('changes that need a new major version', () => {
  const { amount: _, ...withoutAmount } = base.properties;
  const people = base.properties.people;

  test.each<[string, JsonSchema, string]>([
    ['a removed field', { ...base, properties: withoutAmount }, 'amount was removed'],
    ['an optional field made required', { ...base, required: ['id', 'kind', 'amount'] }, 'amount is required now'],
    ['a required field readers count on made optional', { ...base, required: ['id'] }, 'kind may be absent now, and readers count on it'],
    ['another type', withField('id', { type: 'number' }), 'id no longer accepts string'],
    ['whole numbers only', withField('id', { ...base.properties.id, type: 'integer' }), 'id no longer accepts string'],
    ['a value taken from a list', withField('kind', { enum: ['a'], type: 'string' }), 'kind no longer accepts "b"'],
    ['a list where any text was allowed', withField('id', { ...base.properties.id, enum: ['x'] }), 'id accepts only listed values now'],
    ['a shorter text', withField('id', { type: 'string', minLength: 1, maxLength: 9 }), 'id has a tighter maxLength'],
    ['a higher minimum', withField('amount', { type: 'integer', minimum: 1 }), 'amount has a tighter minimum'],
    ['a new pattern', withField('id', { ...base.properties.id, pattern: '^x' }), 'id has another pattern'],
    ['strangers refused', { ...base, additionalProperties: false }, 'the event has another additionalProperties'],
    [
      'a required field inside a list',
      withField('people', {
        ...people,
        items: { ...people.items, properties: { ...people.items.properties, age: { type: 'integer' } }, required: ['name', 'age'] },
      }),
      'people.[].age is required now',
    ],
    [
      'a removed field inside a list',
      withField('people', { type: 'array', items: { type: 'object', properties: {} } }),
      'people.[].name was removed',
    ],
  ])('%s', (_what, later, sentence) => {
    expect(breakingChanges(base, later)).toContain(sentence);
  });
});

test('every event compares as unchanged with itself', () => {
  expect(Object.values(eventSchemas()).flatMap((schema) => breakingChanges(schema, schema))).toEqual([]);
});
