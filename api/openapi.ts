import { z } from 'zod';
import { READS } from '#domain/access.ts';
import { ACTIONS } from '#domain/claim/actions.ts';
import type { CommandType } from '#domain/claim/commands.ts';
import { REFUSAL_CODES } from '#domain/reason-codes.ts';
import { API_PATH } from '#schemas/http/api-path.ts';
import * as audit from '#schemas/http/replies/audit.ts';
import * as calendars from '#schemas/http/replies/calendars.ts';
import * as claim from '#schemas/http/replies/claim.ts';
import * as claims from '#schemas/http/replies/claims.ts';
import * as entitlements from '#schemas/http/replies/entitlements.ts';
import * as escalations from '#schemas/http/replies/escalations.ts';
import * as events from '#schemas/http/replies/events.ts';
import * as freezes from '#schemas/http/replies/freezes.ts';
import * as incidents from '#schemas/http/replies/incidents.ts';
import * as news from '#schemas/http/replies/news.ts';
import * as notices from '#schemas/http/replies/notices.ts';
import * as parts from '#schemas/http/replies/parts.ts';
import * as readings from '#schemas/http/replies/readings.ts';
import * as reconciliations from '#schemas/http/replies/reconciliations.ts';
import * as reports from '#schemas/http/replies/reports.ts';
import { type AnyEndpoint, isCommand } from './endpoint.ts';

/** Everything that has a name in an answer. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  ...audit,
  ...calendars,
  ...claim,
  ...claims,
  ...entitlements,
  ...escalations,
  ...events,
  ...freezes,
  ...incidents,
  ...news,
  ...notices,
  ...parts,
  ...readings,
  ...reconciliations,
  ...reports,
};

const ErrorReply = z
  .object({
    error: z.union([z.enum(REFUSAL_CODES), z.string()]).describe('code; stable, for programs'),
    text: z.string().describe('what went wrong and what to do, in Indonesian, for people'),
    rule: z.string().optional().describe('of a refusal: the article or the policy behind it'),
    fields: z
      .array(z.strictObject({ field: z.string(), message: z.string() }))
      .optional()
      .describe('of a wrong shape: each field with its rule'),
    changes: z
      .array(z.strictObject({ seq: z.number(), at: parts.Instant, actor: parts.ClaimActor, text: z.string() }))
      .optional()
      .describe('of an old view: what has changed since'),
    what: z.string().optional().describe('of 503: what does not answer'),
    requestId: z.string().describe('to be named when asking us'),
  })
  .describe('every answer that is not the wished one');

const ERRORS: Readonly<Record<string, string>> = {
  400: 'A field is missing or wrong; each is named with its rule.',
  401: 'No token, or one that does not count any more.',
  404: 'Not there, or not for this person: both look the same.',
  409: 'The rules refuse it, with the reason.',
  412: 'It has changed since it was looked at; the answer says how.',
  413: 'The body is too large.',
  428: 'A decision about money must say what was seen: If-Match, or expectedSeq.',
  414: 'The address is too long.',
  415: 'Only JSON is taken.',
  429: 'Too many requests; Retry-After says when to come again.',
  500: 'A fault of ours; it is logged under requestId.',
  503: 'Something we need does not answer; ask again. A command sent again with its id counts once.',
};

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of all that people and machines may ask under one path. Sorted as the endpoints are, so that a change is a short difference. */
export function openApiOf(endpoints: readonly AnyEndpoint[], version: string): Json {
  const registry = z.registry<{ id: string }>();
  const ids = new Map<z.ZodType, string>();
  for (const [id, shape] of Object.entries({ ...NAMED, ErrorReply })) {
    registry.add(shape, { id });
    ids.set(shape, id);
  }
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'output' });
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of endpoints) {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, ids) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Santun',
      version,
      description:
        'Claims of death and work accident of BPJS Ketenagakerjaan participants, from report to money. Sentences are Indonesian, codes are stable.',
      license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
    },
    servers: [{ url: API_PATH }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(endpoints.map(tagOf))].map((name) => ({ name, description: `Everything under /${name}.` })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...shape }]) => [id, shape])),
      responses: Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          status,
          { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorReply' } } } },
        ]),
      ),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token of the issuer, for a person or a machine.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-santun', description: 'Of a browser signed in on our pages.' },
      },
    },
  };
}

function operationOf(route: AnyEndpoint, ids: ReadonlyMap<z.ZodType, string>): Json {
  const { method, action, about, params, query, body, reply } = route;
  const asked = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')];
  return {
    operationId: operationIdOf(route),
    tags: [tagOf(route)],
    summary: about,
    description: `For: ${rolesOf(action).join(', ')}.`,
    'x-roles': rolesOf(action),
    parameters: [...asked, ...(isCommand(action) ? [IF_MATCH] : [])],
    ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: inputOf(body) } } } }),
    responses: {
      200: {
        description: 'As wished.',
        content: { 'application/json': { schema: refOf(reply, ids) }, ...(asked.some(({ name }) => name === 'format') ? CSV : {}) },
      },
      ...Object.fromEntries(
        Object.keys(ERRORS)
          .filter((status) => method === 'POST' || !OF_COMMANDS.includes(status))
          .map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'ETag of what was seen; decisions about money demand it, or expectedSeq in the body.',
  schema: { type: 'string' },
} as const;
const CSV = { 'text/csv': { schema: { type: 'string' } } } as const;

/** Nobody is refused, or sends too much, where nothing is sent. */
const OF_COMMANDS: readonly string[] = ['409', '412', '413', '415', '428'];

/** A name for programs: method and path, which never change their meaning. */
function operationIdOf({ method, url }: Pick<AnyEndpoint, 'method' | 'url'>): string {
  const words = url.split('/').flatMap((part) => (part.startsWith(':') || part === '' ? [] : part.split('-')));
  const [verb, of] = [method === 'GET' ? 'read' : 'post', /:\w+$/.test(url) ? 'One' : ''];
  return [verb, ...words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`), of].join('');
}

function tagOf({ url }: Pick<AnyEndpoint, 'url'>): string {
  return url.split('/')[1] ?? '';
}

function rolesOf(action: AnyEndpoint['action']): readonly string[] {
  if (!isCommand(action)) return READS[action];
  const rows: readonly Readonly<Partial<Record<CommandType, { readonly roles: readonly string[] }>>>[] = Object.values(ACTIONS);
  return [...new Set(rows.flatMap((row) => row[action]?.roles ?? []))];
}

function inputOf(shape: z.ZodType): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return schema;
}

function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query'): readonly Json[] {
  if (shape === undefined) return [];
  const { properties = {}, required = [] } = inputOf(shape) as { properties?: Record<string, Json>; required?: readonly string[] };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function refOf(reply: z.ZodType, ids: ReadonlyMap<z.ZodType, string>): Json {
  const id = ids.get(reply);
  if (id === undefined) throw new Error('an answer without a name: export its shape from schemas/http/replies');
  return { $ref: `#/components/schemas/${id}` };
}
