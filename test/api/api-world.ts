import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createSealed } from '#adapters/identity/sealed.ts';
import { createSignIn } from '#adapters/identity/sign-in.ts';
import { createStatusSecret } from '#adapters/identity/status-secret.ts';
import { createTokenVerifier } from '#adapters/identity/verify.ts';
import { createCalendarRollouts } from '#adapters/temporal/calendar-rollouts.ts';
import { type AppOptions, createApp } from '#api/app.ts';
import type { ApiDeps } from '#api/deps.ts';
import { type RunningIdentity, startIdentity } from '#sandbox/identity/start.ts';
import { DEMO_MACHINES } from '#sandbox/identity/users.ts';
import { API_PATH } from '#schemas/http/api-path.ts';
import { realNow } from '../support/real-clock.ts';
import { startWorld, type World } from '../support/world.ts';

export const PASSWORD = 'rahasia-uji';
const ABOUT_MONEY =
  /^(\/(?:claims|entitlements|reconciliation-cases)\/[^/]+)\/.*(?:sitting|account|recommendation|decisions|payout|release|finding|changes|close)/;
const FORM_TOKEN = 'tanda-formulir-uji';

export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: looked into field by field, which is what the tests assert
  readonly body: any;
  readonly headers: Headers;
  readonly text: string;
};
export type Send = {
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The API over a whole world, with the sandbox's own identity provider and its people. */
export type ApiWorld = World & {
  /** Where the API listens. */
  readonly url: string;
  readonly identity: RunningIdentity;
  readonly desk: NonNullable<ApiDeps['desk']>;
  /** Of MongoDB. */
  readonly database: string;
  /** Where its signing key is kept. */
  readonly identityFile: string;
  readonly statusSecret: (claimId: string) => string;
  /** Another API over the same world, closed with it. */
  anotherApi(deps: Partial<ApiDeps>, options?: AppOptions): Promise<string>;
  token(username: string): Promise<string>;
  /** As a person of the sandbox; `undefined` sends no token. */
  call(person: string | undefined, path: string, send?: Send, on?: string): Promise<Answer>;
  /** A page, as the browser of somebody who has signed in asks for it; `form` posts with the token of the session. */
  visit(person: string | undefined, path: string, form?: Readonly<Record<string, string>>, on?: string): Promise<Answer>;
  /** A command, with an id of its own unless the body brings one, by somebody who has just looked at what it is about. */
  give(person: string, path: string, body: object, on?: string): Promise<Answer>;
};

/** A token from another provider with the same key and the same name: it differs only in what `more` says. */
export async function tokenOfTwin(
  { identity, identityFile }: ApiWorld,
  username: string,
  more: Partial<Parameters<typeof startIdentity>[0]>,
): Promise<string> {
  const port = await freePort();
  const twin = await startIdentity({ dataFile: identityFile, password: PASSWORD, issuer: identity.issuer, port, ...more });
  const token = await askToken(`http://127.0.0.1:${port}`, username);
  await twin.close();
  return token;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function startApiWorld(more: Partial<ApiDeps> = {}): Promise<ApiWorld> {
  const world = await startWorld();
  const identityFile = join(mkdtempSync(join(tmpdir(), 'santun-identity-')), 'key.json');
  const identity = await startIdentity({ dataFile: identityFile, password: PASSWORD });
  const statusSecret = createStatusSecret(world.personKey);
  const sessions = createSealed(world.personKey, 'session');
  const desk = {
    signIn: createSignIn({ issuer: identity.issuer, clientId: 'santun-web', audience: 'santun-api' }),
    sessions,
    departures: createSealed(world.personKey, 'departure'),
  };
  const deps: ApiDeps = {
    stores: world.stores,
    claims: world.claims,
    payments: world.payments,
    scholarships: world.scholarships,
    rollouts: createCalendarRollouts(world.temporal.client, world.queues),
    bank: world.bank.port,
    verifyToken: createTokenVerifier({ issuer: identity.issuer, audience: 'santun-api' }),
    desk,
    statusSecret,
    health: { store: world.stores.isReachable, workflow: world.temporal.isReachable },
    now: realNow,
    patienceMs: 30_000,
    ...more,
  };
  const apps: FastifyInstance[] = [];
  const tokens = new Map<string, Promise<string>>();

  async function anotherApi(others: Partial<ApiDeps>, options?: AppOptions): Promise<string> {
    const made = await createApp({ ...deps, ...others }, { checkReplies: true, ...options });
    apps.push(made);
    return made.listen({ host: '127.0.0.1', port: 0 });
  }
  // The tests together ask more than a person would in a minute.
  const url = await anotherApi({}, { requestsPerMinute: 100_000 });

  function token(username: string): Promise<string> {
    const known = tokens.get(username) ?? askToken(identity.issuer, username);
    tokens.set(username, known);
    return known;
  }

  async function call(person: string | undefined, path: string, { method = 'GET', body, headers }: Send = {}, on = url): Promise<Answer> {
    const authorization = person === undefined ? {} : { authorization: `Bearer ${await token(person)}` };
    const isText = typeof body === 'string';
    const type = body === undefined || isText ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined ? {} : { body: isText ? body : JSON.stringify(body) };
    const answer = await fetch(`${on}${isPage(path) ? '' : API_PATH}${path}`, {
      method,
      headers: { ...authorization, ...type, ...headers },
      ...payload,
      redirect: 'manual',
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').startsWith('application/json') && text !== '';
    return { status: answer.status, body: isJson ? JSON.parse(text) : undefined, headers: answer.headers, text };
  }

  /** What a person looked at just before: decisions about money are refused without it. */
  async function seenBy(person: string, path: string, on?: string): Promise<Readonly<Record<string, string>>> {
    const [, thing] = ABOUT_MONEY.exec(path) ?? [];
    const tag = thing === undefined ? null : (await call(person, thing, {}, on)).headers.get('etag');
    return tag === null ? {} : { 'if-match': tag };
  }

  async function visit(person: string | undefined, path: string, form?: Readonly<Record<string, string>>, on = url): Promise<Answer> {
    const session = person === undefined ? undefined : await sessions.seal({ token: await token(person), csrf: FORM_TOKEN }, 600);
    const headers: Record<string, string> = session === undefined ? {} : { cookie: `santun=${session}` };
    if (form === undefined) return call(undefined, path, { headers }, on);
    headers['content-type'] = 'application/x-www-form-urlencoded';
    return call(undefined, path, { method: 'POST', body: new URLSearchParams({ csrf: FORM_TOKEN, ...form }).toString(), headers }, on);
  }

  return {
    ...world,
    url,
    database: world.groupId.replace(/\.intake$/, ''),
    identity,
    desk,
    identityFile,
    statusSecret,
    anotherApi,
    token,
    call,
    visit,
    async give(person, path, body, on) {
      const seen = 'expectedSeq' in body ? {} : await seenBy(person, path, on);
      return call(person, path, { method: 'POST', body: { commandId: randomUUID(), ...body }, headers: seen }, on);
    },
    async close() {
      for (const made of apps) await made.close();
      await identity.close();
      await world.close();
    },
  };
}

/** Everything else is spoken with the API. */
function isPage(path: string): boolean {
  return /^\/(status|health|masuk|keluar|pencocokan|laporan|api)?([/?]|$)/.test(path);
}

async function askToken(issuer: string, username: string): Promise<string> {
  const isMachine = DEMO_MACHINES.some((machine) => machine.username === username);
  const form = isMachine
    ? { grant_type: 'client_credentials', client_id: username, client_secret: PASSWORD }
    : { grant_type: 'password', username, password: PASSWORD };
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
  return ((await answer.json()) as { access_token: string }).access_token;
}
