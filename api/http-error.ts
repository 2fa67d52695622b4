import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { IdentityUnavailable, TokenRejected } from '#adapters/identity/identity-errors.ts';
import type { Refusal } from '#domain/refusal.ts';
import { type TextId, text } from '#locales/text.ts';

/** An answer that is not the wished one, with the sentence for the person who asked. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, textId: TextId, more: Readonly<Record<string, unknown>> = {}, values?: Record<string, string>) {
    super(text(textId, values));
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

/** "Not there" and "not yours" are one answer: knowing that a claim exists is knowing something. */
export function notFound(): HttpError {
  return new HttpError(404, 'not-found', 'error.notFound');
}

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.text);
    this.refusal = refusal;
  }
}

/** The one body shape of every error. */
export async function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { status, body } = describe(error);
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  return reply.code(status).send({ ...body, requestId: request.id });
}

function describe(error: unknown): { status: number; body: Record<string, unknown> } {
  if (error instanceof RefusedError) {
    const { refused, text: sentence, rule } = error.refusal;
    return { status: 409, body: { error: refused, text: sentence, rule } };
  }
  if (error instanceof HttpError) return { status: error.status, body: { error: error.code, text: error.message, ...error.more } };
  if (error instanceof ZodError) {
    const fields = error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }));
    return { status: 400, body: { error: 'invalid-shape', text: text('error.shape'), fields } };
  }
  if (error instanceof TokenRejected) return { status: 401, body: { error: 'unauthorised', text: text('error.unauthorised') } };
  if (error instanceof IdentityUnavailable) return unavailable('identity');
  return fromFramework(error) ?? outsideFault(error) ?? { status: 500, body: { error: 'internal', text: text('error.bug') } };
}

const FRAMEWORK: Readonly<Record<number, readonly [string, TextId]>> = {
  400: ['invalid-shape', 'error.shape'],
  404: ['not-found', 'error.notFound'],
  413: ['too-large', 'error.tooLarge'],
  415: ['invalid-shape', 'error.shape'],
  429: ['too-many', 'error.tooMany'],
};

function fromFramework(error: unknown): { status: number; body: Record<string, unknown> } | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 0;
  const known = FRAMEWORK[status];
  return known && { status, body: { error: known[0], text: text(known[1]) } };
}

/** Who did not answer, by the names their clients give their errors. */
function outsideFault(error: unknown): { status: number; body: Record<string, unknown> } | undefined {
  const name = error instanceof Error ? error.name : '';
  if (/^Mongo|^Mongoose/.test(name)) return unavailable('store');
  if (/ServiceError|TransportError|WorkflowUpdateRPCTimeoutOrCancelledError/.test(name)) return unavailable('workflow');
  return undefined;
}

function unavailable(what: string): { status: number; body: Record<string, unknown> } {
  return { status: 503, body: { error: 'unavailable', what, text: text('error.unavailable', { what }) } };
}
