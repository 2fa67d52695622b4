import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { IdentityUnavailable, TokenRejected } from '#adapters/identity/identity-errors.ts';
import type { RefusalCode } from '#domain/reason-codes.ts';
import type { Refusal } from '#domain/refusal.ts';
import { type TextId, text } from '#locales/text.ts';

/** An answer that is not the wished one, with the sentence for the person who asked. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, textId: TextId) {
    super(text(textId));
    this.status = status;
    this.code = code;
  }
}

/** "Not there" and "not yours" are one answer: knowing that a claim exists is knowing something. */
export function notFound(): HttpError {
  return new HttpError(404, 'not-found', 'error.notFound');
}

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  /** Said beside the sentence, such as what changed meanwhile. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(refusal: Refusal, more: Readonly<Record<string, unknown>> = {}) {
    super(refusal.text);
    this.refusal = refusal;
    this.more = more;
  }
}

/** The one body shape of every error. */
export async function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { status, body } = describeError(error);
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  // The code of the fault only: a token, or what stands in it, is never logged.
  if (error instanceof TokenRejected) request.log.warn({ fault: error.fault }, 'token rejected');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send({ ...body, requestId: request.id });
}

const REFUSED_AS: Readonly<Partial<Record<RefusalCode, number>>> = { 'view-required': 428, 'stale-view': 412 };

type Described = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

export function describeError(error: unknown): Described {
  if (error instanceof RefusedError) {
    const { refused, text: sentence, rule } = error.refusal;
    return { status: REFUSED_AS[refused] ?? 409, body: { error: refused, text: sentence, rule, ...error.more } };
  }
  if (error instanceof HttpError) return { status: error.status, body: { error: error.code, text: error.message } };
  if (error instanceof ZodError) {
    return { status: 400, body: { error: 'invalid-shape', text: text('error.shape'), fields: toFields(error) } };
  }
  if (error instanceof TokenRejected) return { status: 401, body: { error: 'unauthorised', text: text('error.unauthorised') } };
  if (error instanceof Unavailable) return unavailable(error.what);
  if (error instanceof IdentityUnavailable) return unavailable('identity');
  return fromFramework(error) ?? outsideFault(error) ?? { status: 500, body: { error: 'internal', text: text('error.bug') } };
}

/** Where to look and what would be right; a field nobody knows is named itself, not the object it stands in. */
function toFields({ issues }: ZodError): readonly { readonly field: string; readonly message: string }[] {
  return issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ field: path.map(String).join('.') || 'body', message: issue.message }));
  });
}

const FRAMEWORK: Readonly<Record<number, readonly [string, TextId]>> = {
  400: ['invalid-shape', 'error.shape'],
  404: ['not-found', 'error.notFound'],
  413: ['too-large', 'error.tooLarge'],
  414: ['too-large', 'error.tooLarge'],
  415: ['invalid-shape', 'error.mediaType'],
  429: ['too-many', 'error.tooMany'],
};

function fromFramework(error: unknown): Described | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 0;
  const known = FRAMEWORK[status];
  if (!known) return undefined;
  const fields = status === 400 ? { fields: [{ field: 'body', message: text('error.notJson') }] } : {};
  return { status, body: { error: known[0], text: text(known[1]), ...fields } };
}

/** The store did not answer, as opposed to having refused what we asked: that would be a bug of ours. */
const STORE_SILENT = /^Mongo(ose)?(ServerSelection|Network|NotConnected|TopologyClosed|PoolC|ConnectionPool|WaitQueue|Expired)/;

/**
 * The store answered that it cannot serve now: MongoDB while it changes its primary or shuts down, and InternalError (1), which is what
 * FerretDB says while the database behind it is away.
 */
const STORE_AWAY: readonly unknown[] = [1, 6, 7, 89, 91, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436];

/** Who did not answer, by the names their clients give their errors. */
function outsideFault(error: unknown): Described | undefined {
  if (!(error instanceof Error)) return undefined;
  const isBuffered = error.name === 'MongooseError' && error.message.includes('buffering timed out');
  const isAway = error.name === 'MongoServerError' && 'code' in error && STORE_AWAY.includes(error.code);
  if (isBuffered || isAway || STORE_SILENT.test(error.name)) return unavailable('store');
  if (/ServiceError|TransportError|WorkflowUpdateRPCTimeoutOrCancelledError/.test(error.name)) return unavailable('workflow');
  return undefined;
}

/** What is down, by the name the health page uses for it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly what: string;

  constructor(what: string) {
    super(`${what} does not answer`);
    this.what = what;
  }
}

function unavailable(what: string): Described {
  return { status: 503, body: { error: 'unavailable', what, text: text('error.unavailable', { what }) } };
}
