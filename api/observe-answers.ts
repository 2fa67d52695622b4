import type { FastifyInstance } from 'fastify';
import type { AnsweredRequest } from '#adapters/metrics/port.ts';

export type Observe = (answered: AnsweredRequest) => void;

/** By the template of the route: an address holds the number of a claim, and the family's page its code. */
export function observeAnswers(app: FastifyInstance, observe: Observe): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? undefined : request.routeOptions.url;
    observe({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
  });
}
