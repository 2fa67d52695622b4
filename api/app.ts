import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { type ApiDeps, register } from './endpoint.ts';
import { HttpError, notFound, sendError } from './http-error.ts';
import { createLimits } from './limits.ts';
import { type Observe, observeAnswers } from './observe-answers.ts';
import { DESK_STYLE_HASH } from './pages/desk-layout.ts';
import { addDeskPages } from './pages/desk-pages.ts';
import { STYLE_HASH } from './pages/layout.ts';
import { addStatusPage } from './pages/status-page.ts';
import { addHealth } from './routes/health.ts';
import { ENDPOINTS } from './routes/index.ts';
import { moveTime } from './routes/sandbox/move-time.ts';

const BODY_LIMIT = 65_536;
/** For all of a request to arrive; a phone on a weak line sends its two kilobytes in far less. */
const REQUEST_WITHIN_MS = 30_000;

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': `default-src 'none'; style-src '${STYLE_HASH}' '${DESK_STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
} as const;

export type AppOptions = {
  readonly logger?: FastifyBaseLogger;
  /** Of each person, and of everybody else at one address. */
  readonly requestsPerMinute?: number;
  /** Addresses whose word about where a request came from is believed. */
  readonly trustedProxies?: readonly string[];
  /** Told of every answer, for those who count them. */
  readonly observe?: Observe;
};

/** The API without a port, so that a test can have one of its own. */
export async function createApp(
  deps: ApiDeps,
  { logger, requestsPerMinute = 600, trustedProxies = [], observe }: AppOptions = {},
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
      void sendError(error, request, reply.headers(HEADERS).header('x-request-id', request.id));
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
    reply.headers({ ...HEADERS, 'x-request-id': request.id });
  });
  addHealth(app, deps);
  addStatusPage(app, deps, limits);
  if (deps.desk) addDeskPages(app, deps.desk, deps, limits);
  app.decorateRequest('actor', null);
  for (const route of ENDPOINTS) register(app, route, deps, limits);
  if (deps.timeMachine) register(app, moveTime(deps.timeMachine), deps, limits);
  return app;
}

function orTooMany(error: unknown): void {
  if (error instanceof HttpError && error.status === 429) throw error;
}
