import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenVerifier } from '#adapters/identity/verify.ts';
import type { Actor } from '#domain/people/actor.ts';
import { HttpError } from './http-error.ts';

export type Limits = {
  /** Of whoever has shown who he is: colleagues behind one address do not share it. */
  person(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Of everybody else at one address: who guesses tokens there stops nobody who has one. */
  address(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** By the bearer's token, else by address. Throws what the verifier throws. */
  bearer(verifyToken: TokenVerifier, request: FastifyRequest, reply: FastifyReply): Promise<Actor>;
};

/** Both kinds allow `perMinute` requests. Needs @fastify/rate-limit; its windows live in this process, so two API processes allow twice as much. */
export function createLimits(app: FastifyInstance, perMinute: number): Limits {
  const actors = new WeakMap<FastifyRequest, string>();
  const window = { max: perMinute, timeWindow: '1 minute' } as const;
  const ofPerson = app.createRateLimit({ ...window, keyGenerator: (request) => `person:${actors.get(request)}` });
  const ofAddress = app.createRateLimit({ ...window, keyGenerator: (request) => `address:${request.ip}` });

  const person: Limits['person'] = async (actor, request, reply) => {
    actors.set(request, actor.id);
    refuseTooMany(await ofPerson(request), reply);
  };
  const address: Limits['address'] = async (request, reply) => refuseTooMany(await ofAddress(request), reply);
  return {
    person,
    address,
    async bearer(verifyToken, request, reply) {
      const actor = await verifyToken(request.headers.authorization).catch(async (error: unknown) => {
        await address(request, reply);
        throw error;
      });
      await person(actor, request, reply);
      return actor;
    },
  };
}

type Limit = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function refuseTooMany(limit: Limit, reply: FastifyReply): void {
  if (limit.isAllowed || !limit.isExceeded) return;
  reply.header('retry-after', String(limit.ttlInSeconds));
  throw new HttpError(429, 'too-many', 'error.tooMany');
}
