import { createHash, createHmac, createSign, type KeyObject } from 'node:crypto';

/** Of the token request: SHA256withRSA over `clientKey|timestamp`, base64. */
export function signTokenRequest(privateKey: KeyObject, clientKey: string, timestamp: string): string {
  return createSign('RSA-SHA256').update(`${clientKey}|${timestamp}`).sign(privateKey, 'base64');
}

export type SignedCall = {
  readonly method: 'POST';
  readonly path: string;
  readonly token: string;
  /** Exactly the bytes that are sent; they are minified already because `JSON.stringify` wrote them. */
  readonly body: string;
  readonly timestamp: string;
};

/** Of every other call: HMAC-SHA512 over method, path, token, body digest and time, base64. */
export function signCall(clientSecret: string, { method, path, token, body, timestamp }: SignedCall): string {
  const digest = createHash('sha256').update(body).digest('hex').toLowerCase();
  return createHmac('sha512', clientSecret).update(`${method}:${path}:${token}:${digest}:${timestamp}`).digest('base64');
}
