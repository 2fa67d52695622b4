import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiDeps } from '#api/deps.ts';
import type { Limits } from '#api/limits.ts';
import { cookieOf, publicUrlOf, SESSION, visitorOf } from '#api/pages/session.ts';
import type { Actor } from '#domain/people/actor.ts';

export type ActorOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Actor>;

/**
 * Who asks: by a bearer's token, or in a browser by the session that was begun on our own pages. A cookie travels with whatever makes the
 * browser send it, so it counts only for a request that the browser says was made by a page of ours.
 */
export function createActorOf({ verifyToken, desk, ...deps }: ApiDeps, limits: Limits): ActorOf {
  return async (request, reply) => {
    const isBrowser = desk !== undefined && request.headers.authorization === undefined && cookieOf(request, SESSION) !== undefined;
    const visitor =
      isBrowser && isFromOurPage(request, publicUrlOf(request, desk))
        ? await visitorOf(request, desk, { verifyToken, ...deps })
        : undefined;
    if (!visitor) return limits.bearer(verifyToken, request, reply);
    await limits.person(visitor.actor, request, reply);
    return visitor.actor;
  };
}

/** Browsers since 2023 say it themselves; older ones name at least the origin of what they post. */
function isFromOurPage({ headers }: FastifyRequest, ourUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === new URL(ourUrl).origin : site === 'same-origin';
}
