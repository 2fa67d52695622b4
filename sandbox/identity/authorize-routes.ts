import type { FastifyInstance, FastifyReply } from 'fastify';
import { AuthorizeQuery, type createCodes, LogoutQuery } from './codes.ts';
import { grant } from './grants.ts';
import { signInPage } from './sign-in-page.ts';

const PROBLEM = 'Nama atau sandi tidak cocok. Sandi peragaan tertulis di terminal npm start.';

/** Where a browser comes to sign in, and leaves with a code. */
export function addAuthorize(app: FastifyInstance, codes: ReturnType<typeof createCodes>, password: string): void {
  app.get('/authorize', async (request, reply) => {
    const asked = AuthorizeQuery.safeParse(request.query);
    return asked.success ? html(reply, 200, signInPage(asked.data)) : reply.code(400).send({ error: 'invalid_request' });
  });

  // The sandbox keeps nobody signed in, so there is only the way back.
  app.get('/logout', async (request, reply) => {
    const asked = LogoutQuery.safeParse(request.query);
    return asked.success ? reply.redirect(asked.data.post_logout_redirect_uri, 303) : reply.code(400).send({ error: 'invalid_request' });
  });

  app.post('/authorize', async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const asked = AuthorizeQuery.safeParse(Object.fromEntries(form));
    if (!asked.success) return reply.code(400).send({ error: 'invalid_request' });
    const given = { grant_type: 'password', username: form.get('username') ?? '', password: form.get('password') ?? '' };
    const granted = grant(new URLSearchParams(given), password);
    if ('error' in granted) return html(reply, 401, signInPage(asked.data, PROBLEM));
    const back = new URL(asked.data.redirect_uri);
    back.searchParams.set('code', codes.issue(granted.user, asked.data));
    back.searchParams.set('state', asked.data.state);
    return reply.redirect(back.href, 303);
  });
}

function html(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
