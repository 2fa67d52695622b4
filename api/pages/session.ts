import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { TokenRejected } from '#adapters/identity/identity-errors.ts';
import type { Sealed } from '#adapters/identity/sealed.ts';
import type { SignIn } from '#adapters/identity/sign-in.ts';
import type { TokenVerifier } from '#adapters/identity/verify.ts';
import type { SessionsStore } from '#adapters/mongo/sessions-store.ts';
import type { Visitor } from '#services/printouts/desk-layout.ts';

/** What pages for people at a desk need besides the API's own. */
export type DeskDeps = {
  readonly signIn: SignIn;
  readonly sessions: Sealed;
  /** Between leaving for the issuer and coming back. */
  readonly departures: Sealed;
  /** How browsers reach us; without it the loopback address we listen on. */
  readonly publicUrl?: string;
};

export const SESSION = 'santun';
/** A browser takes it from us alone, for no other path and no other machine of the same domain. */
const HOST = '__Host-';
export const DEPARTURE = 'santun-masuk';

type VisitDeps = {
  readonly verifyToken: TokenVerifier;
  readonly stores: { readonly sessions: Pick<SessionsStore, 'find'> };
  readonly now: () => number;
};

/** Who is visiting, by the cookie of these pages; the token inside is verified as any bearer's is, every time. */
export async function visitorOf(request: FastifyRequest, { sessions }: DeskDeps, deps: VisitDeps): Promise<Visitor | undefined> {
  const { token, csrf, number } = (await sessions.open(cookieOf(request, SESSION))) ?? {};
  if (token === undefined || csrf === undefined) return undefined;
  // Of releases up to 0.2.0 a cookie names no session, and ends with its token.
  if (number !== undefined && !(await deps.stores.sessions.find(number, deps.now()))) return undefined;
  try {
    return { actor: await deps.verifyToken(token), csrf, ...(number === undefined ? {} : { session: number }) };
  } catch (error) {
    if (!(error instanceof TokenRejected)) throw error;
    request.log.warn({ fault: error.fault }, 'token rejected');
    return undefined;
  }
}

/** A form of ours, not one that another site made this browser send. */
export function isOurForm(given: unknown, { csrf }: Pick<Visitor, 'csrf'>): boolean {
  const [left, right] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(csrf)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export function cookieOf({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const kept = (wanted: string): string | undefined => pairs.find((pair) => pair.startsWith(`${wanted}=`))?.slice(wanted.length + 1);
  return kept(`${HOST}${name}`) ?? kept(name);
}

/** Lax: sent when somebody comes here by a link, never with what another site posts. */
export function cookie(name: string, value: string, seconds: number, isSecure: boolean): string {
  return `${isSecure ? HOST : ''}${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

export function publicUrlOf(request: FastifyRequest, { publicUrl }: DeskDeps): string {
  // Never the Host header: whoever sends a request chooses it.
  return publicUrl?.replace(/\/$/, '') ?? `http://127.0.0.1:${request.socket.localPort}`;
}
