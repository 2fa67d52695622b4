import { createHash, createHmac, createPublicKey, createVerify, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ExternalId, SnapTimestamp } from '#schemas/bank/parts.ts';
import { SnapError } from './snap-error.ts';

export type GatekeeperOptions = {
  readonly clientKey: string;
  readonly clientSecret: string;
  readonly publicKeyPem: string;
  readonly tokenLifetimeSeconds: number;
  readonly now: () => number;
};

/** SNAP asks partners to keep their clocks; the bank forgives a few minutes. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Who may in: token requests by RSA signature, everything else by token and HMAC signature. Tokens die with the process. */
export class Gatekeeper {
  readonly #options: GatekeeperOptions;
  readonly #publicKey: KeyObject;
  readonly #tokens = new Map<string, number>();

  constructor(options: GatekeeperOptions) {
    this.#options = options;
    this.#publicKey = createPublicKey(options.publicKeyPem);
  }

  issueToken(headers: IncomingHttpHeaders): { readonly accessToken: string; readonly expiresIn: string } {
    const timestamp = this.#timestamp(headers);
    if (header(headers, 'x-client-key') !== this.#options.clientKey) throw new SnapError(401, '00', 'Unauthorized. [Unknown client]');
    const verifier = createVerify('RSA-SHA256').update(`${this.#options.clientKey}|${timestamp}`);
    if (!verifier.verify(this.#publicKey, header(headers, 'x-signature'), 'base64')) {
      throw new SnapError(401, '00', 'Unauthorized. [Signature]');
    }
    const accessToken = randomBytes(24).toString('base64url');
    this.#tokens.set(accessToken, this.#options.now() + this.#options.tokenLifetimeSeconds * 1000);
    return { accessToken, expiresIn: String(this.#options.tokenLifetimeSeconds) };
  }

  /** Returns the request's number. */
  admit(headers: IncomingHttpHeaders, path: string, rawBody: string): string {
    const timestamp = this.#timestamp(headers);
    const token = header(headers, 'authorization').replace(/^Bearer /, '');
    const validUntil = this.#tokens.get(token);
    if (validUntil === undefined || validUntil <= this.#options.now()) throw new SnapError(401, '01', 'Invalid Token (B2B)');
    if (header(headers, 'x-partner-id') !== this.#options.clientKey) throw new SnapError(401, '00', 'Unauthorized. [Partner]');
    const digest = createHash('sha256').update(minified(rawBody)).digest('hex');
    const expected = createHmac('sha512', this.#options.clientSecret).update(`POST:${path}:${token}:${digest}:${timestamp}`).digest();
    const given = Buffer.from(header(headers, 'x-signature'), 'base64');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new SnapError(401, '00', 'Unauthorized. [Signature]');
    header(headers, 'channel-id');
    const externalId = ExternalId.safeParse(header(headers, 'x-external-id'));
    if (!externalId.success) throw new SnapError(400, '01', 'Invalid Field Format X-EXTERNAL-ID');
    return externalId.data;
  }

  #timestamp(headers: IncomingHttpHeaders): string {
    const text = header(headers, 'x-timestamp');
    if (!SnapTimestamp.safeParse(text).success) throw new SnapError(400, '01', 'Invalid Field Format X-TIMESTAMP');
    const skew = Math.abs(Date.parse(text) - this.#options.now());
    if (!(skew <= CLOCK_SKEW_MS)) throw new SnapError(401, '00', 'Unauthorized. [X-TIMESTAMP]');
    return text;
  }
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  if (typeof value !== 'string' || value === '') throw new SnapError(400, '02', `Invalid Mandatory Field ${name.toUpperCase()}`);
  return value;
}

function minified(rawBody: string): string {
  try {
    return JSON.stringify(JSON.parse(rawBody));
  } catch {
    throw new SnapError(400, '00', 'Bad Request');
  }
}
