import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { type ApiDeps, register } from './endpoint.ts';
import { notFound, sendError } from './http-error.ts';
import { addStatusPage } from './pages/status-page.ts';
import { addHealth } from './routes/health.ts';
import { ENDPOINTS } from './routes/index.ts';

const BODY_LIMIT = 65_536;

export type AppOptions = { readonly logger?: FastifyBaseLogger; readonly requestsPerMinute?: number };

/** The API without a port, so that a test can have one of its own. */
export async function createApp(deps: ApiDeps, { logger, requestsPerMinute = 600 }: AppOptions = {}): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  });
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' });
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((request, reply) => sendError(notFound(), request, reply));
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    });
  });
  addHealth(app, deps);
  addStatusPage(app, deps);
  for (const route of ENDPOINTS) register(app, route, deps);
  return app;
}
