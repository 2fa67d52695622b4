import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { calendarOf } from '../claim-view.ts';
import type { ApiDeps } from '../endpoint.ts';
import type { Html } from './html.ts';
import { askPage, claimPage } from './status-html.ts';

const PER_MINUTE = 20;

/**
 * The family's page: claim number and secret are posted, never in an address that a browser remembers. A wrong number and a wrong secret
 * look the same.
 */
export function addStatusPage(app: FastifyInstance, deps: ApiDeps): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 2_048 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get('/', (_request, reply) => reply.redirect('/status'));
  app.get('/status', (_request, reply) => send(reply, 200, askPage()));
  app.post('/status', { config: { rateLimit: { max: PER_MINUTE, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { claim: number, secret } = { claim: '', secret: '', ...(request.body as Record<string, string> | undefined) };
    const found = await find(number, secret, deps);
    if (!found) return send(reply, 404, askPage({ number, isUnknown: true }));
    const calendar = await calendarOf(found.claim, deps.stores);
    return send(reply, 200, claimPage({ ...found, secret, calendar, now: deps.now() }));
  });
}

async function find(
  number: string,
  secret: string,
  { stores, statusSecret }: ApiDeps,
): Promise<{ claim: ClaimState; journal: readonly JournalEntry[] } | undefined> {
  const claimId = parseClaimId(number);
  // Computed for every number, so that the time of the answer does not tell whether a claim exists.
  const isRight = isSame(secret.trim().toUpperCase(), statusSecret(claimId ?? ''));
  const document = claimId && (await stores.claims.find(claimId));
  if (!document || !isRight) return undefined;
  return { claim: document.state, journal: await stores.journal.read(document._id) };
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function send(reply: FastifyReply, status: number, page: Html): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.html);
}
