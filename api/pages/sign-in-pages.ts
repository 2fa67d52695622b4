import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TokenRejected } from '#adapters/identity/identity-errors.ts';
import { SESSION_MS } from '#adapters/mongo/sessions-store.ts';
import type { ApiDeps } from '#api/deps.ts';
import type { Limits } from '#api/limits.ts';
import { text } from '#locales/text.ts';
import { deskNotice } from '#services/printouts/desk-layout.ts';
import type { Html } from '#services/printouts/html.ts';
import { cookie, cookieOf, DEPARTURE, type DeskDeps, isOurForm, publicUrlOf, SESSION } from './session.ts';

const SIGN_IN_SECONDS = 600;
const BACK = '/masuk/selesai';
const FIRST_PAGE = '/pencocokan';

const Return = z.object({ code: z.string().min(1).max(2_000), state: z.string().min(1).max(500), iss: z.string().optional() });
/** An address of our own pages and nothing else: anything more would send people who just signed in to somebody else. */
const Wanted = z.object({
  ke: z
    .string()
    .max(300)
    .regex(/^\/(pencocokan|laporan)([/?][\w/?=&.-]*)?$/)
    .catch(FIRST_PAGE),
});

/** Signing in by the issuer, and out again. Only pages use the cookie this makes; the API takes bearers as before. */
export function addSignIn(pages: FastifyInstance, desk: DeskDeps, deps: ApiDeps, limits: Limits): void {
  const guard = { onRequest: limits.address };
  pages.get('/masuk', guard, async (request, reply) => {
    const { ke } = Wanted.parse(request.query);
    const { address, begun } = await desk.signIn.begin(`${publicUrlOf(request, desk)}${BACK}`);
    const departure = await desk.departures.seal({ ...begun, ke }, SIGN_IN_SECONDS);
    return reply.header('set-cookie', cookie(DEPARTURE, departure, SIGN_IN_SECONDS, isSecure(request, desk))).redirect(address, 303);
  });

  // The code in this address is a secret while it lives, so the address is not logged.
  pages.get(BACK, { logLevel: 'warn', ...guard }, async (request, reply) => {
    const clear = cookie(DEPARTURE, '', 0, isSecure(request, desk));
    const departure = await desk.departures.open(cookieOf(request, DEPARTURE));
    const given = Return.safeParse(request.query);
    const { state, nonce, verifier, ke = FIRST_PAGE } = departure ?? {};
    if (!given.success || state === undefined || nonce === undefined || verifier === undefined || given.data.state !== state) {
      return send(reply.header('set-cookie', clear), 400, cancelled());
    }
    try {
      const redirectUri = `${publicUrlOf(request, desk)}${BACK}`;
      const signedIn = await desk.signIn.finish(given.data.code, redirectUri, { state, nonce, verifier });
      const actor = await deps.verifyToken(signedIn.accessToken);
      const number = await deps.stores.sessions.open({ actorId: actor.id, idToken: signedIn.idToken }, deps.now());
      const session = { token: signedIn.accessToken, csrf: randomBytes(24).toString('base64url'), number };
      // Longer than the token, which is verified at every look: who comes back after it can still sign out.
      const seconds = SESSION_MS.longest / 1_000;
      const kept = cookie(SESSION, await desk.sessions.seal(session, seconds), seconds, isSecure(request, desk));
      return reply.header('set-cookie', [clear, kept]).redirect(ke, 303);
    } catch (error) {
      if (!(error instanceof TokenRejected)) throw error;
      request.log.warn({ fault: error.fault }, 'sign-in rejected');
      return send(reply.header('set-cookie', clear), 400, cancelled());
    }
  });

  pages.post('/keluar', async (request, reply) => {
    // Not by the token: at a shared counter it is long over when somebody at last signs out.
    const { csrf: own, number } = (await desk.sessions.open(cookieOf(request, SESSION))) ?? {};
    const { csrf, di } = (request.body ?? {}) as { csrf?: unknown; di?: unknown };
    if (own !== undefined && !isOurForm(csrf, { csrf: own })) return reply.redirect(FIRST_PAGE, 303);
    const session = number === undefined ? undefined : await deps.stores.sessions.find(number, deps.now());
    if (number !== undefined) await deps.stores.sessions.end(number);
    if (session && di === 'semua') await deps.stores.sessions.endAll(session.actorId);
    reply.header('set-cookie', cookie(SESSION, '', 0, isSecure(request, desk)));
    // Not a redirect: our own policy forbids forms to lead to another site, and browsers hold redirects of a form to it.
    const leaving = session && (await desk.signIn.leave(session.idToken, `${publicUrlOf(request, desk)}/keluar`).catch(() => undefined));
    if (leaving === undefined) return reply.redirect('/keluar', 303);
    return send(reply.header('refresh', `0; url=${leaving}`), 200, signedOut(leaving));
  });
  pages.get('/keluar', (_request, reply) => send(reply, 200, signedOut()));
}

function isSecure(request: FastifyRequest, desk: DeskDeps): boolean {
  return publicUrlOf(request, desk).startsWith('https:');
}

const again = { href: '/masuk', label: text('desk.signIn') };

function cancelled(): Html {
  return deskNotice(text('desk.signIn.cancelled.title'), text('desk.signIn.cancelled'), again);
}

function signedOut(leaving?: string): Html {
  const next = leaving === undefined ? again : { href: leaving, label: text('desk.signedOut.issuer') };
  return deskNotice(text('desk.signedOut.title'), text('desk.signedOut'), next);
}

function send(reply: FastifyReply, status: number, page: Html): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.html);
}
