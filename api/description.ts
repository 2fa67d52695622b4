/** Of an OpenAPI document what a person reads; the rest is for programs. */
export type Described = {
  readonly version: string;
  readonly areas: readonly { readonly area: string; readonly operations: readonly Operation[] }[];
};
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly about: string;
  readonly roles: readonly string[];
  readonly fields: readonly Field[];
};
export type Field = {
  readonly name: string;
  readonly place: 'path' | 'query' | 'header' | 'body';
  readonly isRequired: boolean;
  readonly shape: string;
  readonly meaning: string;
};

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};
type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
};
type Document = {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
};
type Documented = {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly 'x-roles': readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
};

export function describedFor(document: object): Described {
  const { info, paths } = document as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ area: operation.tags[0] ?? '', ...operationOf(method, path, operation) })),
  );
  const areas = [...Map.groupBy(operations, ({ area }) => area)].map(([area, ofArea]) => ({ area, operations: ofArea }));
  return { version: info.version, areas };
}

function operationOf(method: string, path: string, { summary, parameters, requestBody, ...rest }: Documented): Operation {
  const asked = parameters.map(
    ({ name, in: place, required, description, schema }): Field => ({
      name,
      place,
      isRequired: required,
      shape: shapeOf(schema),
      meaning: description ?? schema.description ?? '',
    }),
  );
  const body = requestBody?.content['application/json'].schema;
  return {
    method: method.toUpperCase(),
    path,
    about: summary,
    roles: rest['x-roles'],
    fields: [...asked, ...(body ? fieldsOf(body) : [])],
  };
}

/** Of variants, all that occur; what every one of them demands is demanded. */
function fieldsOf(schema: Schema): readonly Field[] {
  const variants = schema.anyOf ?? schema.oneOf ?? [schema];
  const names = [...new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return names.map((name) => {
    const shapes = variants.flatMap(({ properties = {} }) => properties[name] ?? []);
    return {
      name,
      place: 'body',
      isRequired: variants.every(({ required = [] }) => required.includes(name)),
      shape: [...new Set(shapes.map(shapeOf))].join(' | '),
      meaning: shapes.find(({ description }) => description !== undefined)?.description ?? '',
    };
  });
}

const MOST_NAMED = 12;

function shapeOf({ type, enum: values, const: only, items, anyOf, oneOf, properties }: Schema): string {
  if (only !== undefined) return String(only);
  if (values) return values.length > MOST_NAMED ? `${values.slice(0, MOST_NAMED).join(' | ')} | …` : values.join(' | ');
  const variants = anyOf ?? oneOf;
  if (variants) return [...new Set(variants.map(shapeOf))].join(' | ');
  if (items) return `[${shapeOf(items)}]`;
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`;
  return type ?? 'object';
}
