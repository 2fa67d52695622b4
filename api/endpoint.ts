import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { mayAsk, type Read } from '#domain/access.ts';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import type { Actor } from '#domain/people/actor.ts';
import { explainIssue } from '#schemas/http/explain-issue.ts';
import { notFound } from '#services/errors.ts';
import { CsvFile } from '#services/reports/csv-file.ts';
import type { ApiDeps } from './deps.ts';
import type { ActorOf } from './plugins/actor.ts';

/** A command is allowed by domain/claim/actions.ts, a read by domain/access.ts; there is no third way in. */
export type Action = CommandType | Read;

type Shape = z.ZodType | undefined;
type Parsed<T extends Shape> = T extends z.ZodType ? z.output<T> : undefined;

export type Endpoint<P extends Shape, Q extends Shape, B extends Shape> = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly action: Action;
  /** What it is for, in a sentence for whoever connects a system. */
  readonly about: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered, but for a file. */
  readonly reply: z.ZodType;
  handle(
    request: {
      actor: Actor;
      wantsCsv: boolean;
      /** Number the caller has seen, of If-Match. */
      seen?: number;
      params: Parsed<P>;
      query: Parsed<Q>;
      body: Parsed<B>;
    },
    deps: ApiDeps,
  ): Promise<unknown>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of endpoints of every shape
export type AnyEndpoint = Endpoint<any, any, any>;

export function endpoint<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  definition: Endpoint<P, Q, B>,
): Endpoint<P, Q, B> {
  return definition;
}

/** What registering an endpoint needs besides the house. */
export type Registering = {
  readonly actorOf: ActorOf;
  /** In tests and in the sandbox: an answer outside its shape is a fault. */
  readonly checkReplies: boolean;
};

/** Authenticates before a byte of the body is read, checks the shape once, hands plain values to the route. */
export function register(app: FastifyInstance, route: AnyEndpoint, deps: ApiDeps, { actorOf, checkReplies }: Registering): void {
  const read = isCommand(route.action) ? undefined : route.action;
  app.route({
    method: route.method,
    url: route.url,
    async onRequest(request, reply) {
      const actor = await actorOf(request, reply);
      request.setDecorator<Actor>('actor', actor);
      // Every line from here on says who asked, the last one of the framework too.
      request.log = request.log.child({ actor: actor.id, role: actor.role });
      reply.log = request.log;
    },
    async handler(request, reply) {
      const actor = request.getDecorator<Actor>('actor');
      if (read && !mayAsk(actor, read)) throw notFound();
      const answer = await route.handle(
        {
          actor,
          wantsCsv: /\btext\/csv\b/.test(request.headers.accept ?? ''),
          ...seenIn(request.headers['if-match']),
          params: route.params?.parse(request.params, { error: explainIssue }),
          query: route.query?.parse(request.query, { error: explainIssue }),
          body: route.body?.parse(request.body, { error: explainIssue }),
        },
        deps,
      );
      await noteRead(
        route,
        { actor, params: request.params, file: answer instanceof CsvFile ? answer.name : undefined, id: request.id },
        deps,
      );
      if (checkReplies && !(answer instanceof CsvFile)) mustFit(route, answer);
      if (hasNumber(answer)) reply.header('etag', `"${answer.seq}"`);
      return answer instanceof CsvFile ? sendFile(answer, actor, request, reply) : answer;
    },
  });
}

/** As it leaves: what is undefined is not there. */
function mustFit({ method, url, reply }: AnyEndpoint, answer: unknown): void {
  const { error } = reply.safeParse(JSON.parse(JSON.stringify(answer)));
  if (error)
    throw new Error(
      `${method} ${url} answers outside its shape: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    );
}

type Reading = { readonly actor: Actor; readonly params: unknown; readonly file: string | undefined; readonly id: string };

/** Nothing about one family, and no file, leaves without a trace of who took it. A list shows numbers and stages, and leaves none. */
async function noteRead(route: AnyEndpoint, { actor, params, file, id }: Reading, { stores, now }: ApiDeps): Promise<void> {
  if (route.method !== 'GET') return;
  const { claimId, entitlementId } = (params ?? {}) as { readonly claimId?: string; readonly entitlementId?: string };
  const subject = claimId ?? entitlementId;
  if (subject === undefined && file === undefined) return;
  const { id: actorId, role, institution } = actor;
  await stores.reads.note({
    _id: id,
    at: now(),
    actorId,
    role,
    ...(institution === undefined ? {} : { institution }),
    action: route.action,
    ...(subject === undefined ? {} : { subject: parseClaimId(subject) ?? subject }),
    ...(file === undefined ? {} : { file }),
  });
}

/** A weak tag, as a proxy that compresses makes of ours, names the same number. */
function seenIn(ifMatch: string | undefined): { readonly seen?: number } {
  const [, number] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch?.trim() ?? '') ?? [];
  return number === undefined ? {} : { seen: Number(number) };
}

function hasNumber(answer: unknown): answer is { readonly seq: number } {
  return typeof answer === 'object' && answer !== null && 'seq' in answer && typeof answer.seq === 'number';
}

/** Who took which file away is in the log. */
export function sendFile(
  { name, headers, content }: CsvFile,
  { id, role }: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  request.log.info({ actor: id, role, file: name }, 'exported');
  return reply.headers(headers).send(content);
}

export function isCommand(action: Action): action is CommandType {
  return (COMMAND_TYPES as readonly string[]).includes(action);
}
