import { timingSafeEqual } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { typedCode } from '#adapters/identity/family-code.ts';
import type { ApiDeps } from '#api/deps.ts';
import { describeError } from '#api/http-error.ts';
import type { Limits } from '#api/limits.ts';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { MS_PER_DAY } from '#domain/time/calendar/work-calendar.ts';
import { StatusForm } from '#schemas/http/status-page.ts';
import { asOfFor, calendarOf, earlierCalendarsOf } from '#services/claims/clock-view.ts';
import type { Html } from '#services/printouts/html.ts';
import { askPage, noticePage } from './ask-page.ts';
import { claimPage } from './claim-page.ts';

/** Of one claim's number at one address: families behind one network do not share it. */
const TRIES_PER_MINUTE = 20;
const FORM_LIMIT = 2_048;
/** So long after the last payment the page is open; later a secret found in a drawer shows nothing. */
const OPEN_DAYS = 90;

/**
 * The family's page: claim number and secret are posted, never in an address that a browser remembers. A wrong number and a wrong secret
 * look the same.
 */
export function addStatusPage(app: FastifyInstance, deps: ApiDeps, limits?: Pick<Limits, 'address'>): void {
  app.get('/', (_request, reply) => reply.redirect('/status'));
  app.register((pages, _options, done) => {
    // Forms for this page only: an endpoint that took them could be called by any page of the web.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    pages.setErrorHandler((error, request, reply) => {
      const { status } = describeError(error);
      if (status >= 500) request.log.error({ err: error }, 'status page failed');
      return send(reply, status, errorPage(status));
    });
    pages.get('/status', (_request, reply) => send(reply, 200, askPage()));
    const tries = { hook: 'preHandler', max: TRIES_PER_MINUTE, timeWindow: '1 minute', keyGenerator: keyOfTry } as const;
    pages.post('/status', { config: { rateLimit: tries }, ...(limits && { onRequest: limits.address }) }, async (request, reply) => {
      const { status, page } = await answer(StatusForm.parse(request.body), deps, request);
      return send(reply, status, page);
    });
    done();
  });
}

function keyOfTry(request: FastifyRequest): string {
  return `${request.ip}|${parseClaimId(StatusForm.parse(request.body).claim) ?? ''}`;
}

type Form = { readonly claim: string; readonly secret: string };

async function answer(form: Form, deps: ApiDeps, { id, log }: Pick<FastifyRequest, 'id' | 'log'>): Promise<{ status: number; page: Html }> {
  const { stores } = deps;
  const claim = await find(form, deps, log);
  if (!claim) return { status: 404, page: askPage({ number: form.claim, isUnknown: true }) };
  const now = asOfFor(claim, deps);
  if (isOver(claim, now)) return { status: 410, page: noticePage('page.over.title', 'page.over', { claim: claim.claimId }) };
  const [journal, calendar, earlier, accountNumbers] = await Promise.all([
    stores.journal.read(claim.claimId),
    calendarOf(claim, stores),
    earlierCalendarsOf(claim, stores),
    accountsOf(claim, stores),
  ]);
  await stores.reads.note({ _id: id, at: deps.now(), actorId: 'family', role: 'family', action: 'status-page', subject: claim.claimId });
  return { status: 200, page: claimPage({ claim, journal, secret: form.secret, calendar, earlier, now, accountNumbers }) };
}

/** Asks the store only for those who know the secret, so that neither the answer nor its time tells whether a claim exists. */
async function find(
  { claim: number, secret }: Form,
  { stores, statusSecret, oldCodes, now }: ApiDeps,
  log: FastifyBaseLogger,
): Promise<ClaimState | undefined> {
  const claimId = parseClaimId(number);
  const typed = typedCode(secret);
  const verdict = claimId === undefined ? 'none' : await stores.familyCodes.judge(claimId, typed);
  // Computed from the number, as all were once: it ends when the first code is made for the claim.
  const isOldOne = isSame(typed, statusSecret(claimId ?? ''));
  const isRight = verdict === 'right' || (isOldOne && (verdict === 'none' || oldCodes === 'always'));
  // Only a well-formed number: whatever else was typed may be anything. It says nothing of whether such a claim exists.
  if (!isRight) log.warn({ code: 'status-code-wrong', ...(claimId && { claimId }) }, 'status code rejected');
  if (!isRight && claimId) await stores.familyCodes.noteGuess(claimId, now());
  return claimId && isRight ? (await stores.claims.find(claimId))?.state : undefined;
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function isOver({ status, payouts, updatedAt }: ClaimState, now: number): boolean {
  const lastPaidAt = Math.max(updatedAt, ...payouts.map(({ settledAt }) => settledAt ?? 0));
  return status === 'closed' && now > lastPaidAt + OPEN_DAYS * MS_PER_DAY;
}

async function accountsOf({ payouts }: ClaimState, { accounts }: ApiDeps['stores']): Promise<ReadonlyMap<string, string>> {
  const refs = payouts.flatMap(({ accountRef }) => (accountRef === undefined ? [] : [accountRef]));
  const known = await Promise.all(refs.map((accountRef) => accounts.find(accountRef)));
  return new Map(known.flatMap((account) => (account ? [[account._id, account.accountNumber]] : [])));
}

function errorPage(status: number): Html {
  if (status === 429) return noticePage('page.tooMany.title', 'page.tooMany');
  if (status >= 500) return noticePage('page.down.title', 'page.down');
  return noticePage('page.unreadable.title', 'page.unreadable');
}

function send(reply: FastifyReply, status: number, page: Html): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.html);
}
