import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { IdentityUnavailable, TokenRejected } from '#adapters/identity/identity-errors.ts';
import { isStoreAway } from '#adapters/mongo/faults.ts';
import { isTemporalAway } from '#adapters/temporal/faults.ts';
import type { RefusalCode } from '#domain/reason-codes.ts';
import { type TextId, text } from '#locales/text.ts';
import { NotFound, RefusedError, Unavailable } from '#services/errors.ts';

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
  if (error instanceof NotFound) return { status: 404, body: { error: 'not-found', text: text('error.notFound') } };
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

/** Who did not answer. */
function outsideFault(error: unknown): Described | undefined {
  if (isStoreAway(error)) return unavailable('store');
  return isTemporalAway(error) ? unavailable('workflow') : undefined;
}

function unavailable(what: string): Described {
  return { status: 503, body: { error: 'unavailable', what, text: text('error.unavailable', { what }) } };
}
