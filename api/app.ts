import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { notFound } from '#services/errors.ts';
import type { ApiDeps } from './deps.ts';
import { HttpError, sendError } from './http-error.ts';
import { createLimits } from './limits.ts';
import { type Observe, observeAnswers } from './observe-answers.ts';
import { addHealth } from './routes/health.ts';
import { addDescription } from './surfaces/description.ts';
import { addFamilySurface } from './surfaces/family.ts';
import { HEADERS, NO_PAGE } from './surfaces/headers.ts';
import { addMachineSurface } from './surfaces/machine.ts';
import { addWebSurface } from './surfaces/web.ts';

const BODY_LIMIT = 65_536;
/** For all of a request to arrive; a phone on a weak line sends its two kilobytes in far less. */
const REQUEST_WITHIN_MS = 30_000;

export type AppOptions = {
  readonly logger?: FastifyBaseLogger;
  /** Of each person, and of everybody else at one address. */
  readonly requestsPerMinute?: number;
  /** Addresses whose word about where a request came from is believed. */
  readonly trustedProxies?: readonly string[];
  /** In tests and in the sandbox: an answer outside its described shape is a fault. */
  readonly checkReplies?: boolean;
  /** Of the release, as the description of the API says it. */
  readonly version?: string;
  /** Told of every answer, for those who count them. */
  readonly observe?: Observe;
};

/** The API without a port, so that a test can have one of its own. */
export async function createApp(
  deps: ApiDeps,
  { logger, requestsPerMinute = 600, trustedProxies = [], checkReplies = false, version = 'unreleased', observe }: AppOptions = {},
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_WITHIN_MS,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // An address that cannot be decoded never reaches a route; its answer has our shape all the same.
    frameworkErrors: (error, request, reply) => {
      void sendError(error, request, reply.headers({ ...HEADERS, 'content-security-policy': NO_PAGE, 'x-request-id': request.id }));
      // No hook of ours runs for it either.
      observe?.({ method: request.method, route: undefined, status: reply.statusCode, seconds: 0 });
    },
  });
  if (observe) observeAnswers(app, observe);
  // JSON is the one language of the API: a text body would only fail later, in a place that explains it worse.
  app.removeContentTypeParser('text/plain');
  await app.register(rateLimit, { global: false });
  const limits = createLimits(app, requestsPerMinute);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(async (request, reply) => {
    // Whether the token is any good does not matter here: only whose turn it is.
    await limits.bearer(deps.verifyToken, request, reply).catch(orTooMany);
    return sendError(notFound(), request, reply);
  });
  app.addHook('onSend', async (request, reply) => {
    reply.headers({ ...HEADERS, 'content-security-policy': NO_PAGE, 'x-request-id': request.id });
  });
  app.decorateRequest('actor', null);
  addHealth(app, deps);
  addMachineSurface(app, deps, limits, checkReplies);
  addDescription(app, version, limits);
  addFamilySurface(app, deps, limits);
  addWebSurface(app, deps, limits);
  return app;
}

function orTooMany(error: unknown): void {
  if (error instanceof HttpError && error.status === 429) throw error;
}
