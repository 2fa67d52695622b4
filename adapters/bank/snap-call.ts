import { SNAP_ENDPOINTS, type SnapCall } from '#schemas/bank/endpoints.ts';
import { type Meaning, meaningOf } from './snap-codes.ts';
import type { SnapBankConfig } from './snap-config.ts';
import { type HttpAnswer, post } from './snap-http.ts';
import { signCall } from './snap-signature.ts';
import type { TokenSource } from './snap-token.ts';
import { toSnapTime } from './snap-wire.ts';

export type SnapReply = { readonly meaning: Meaning; readonly body: unknown };
export type SnapCaller = (call: Exclude<SnapCall, 'accessToken'>, body: object, externalId: string) => Promise<SnapReply>;

/** Signed calls. A refused token is renewed once: a 401 is the one answer after which the same order may go again at once. */
export function createSnapCaller(config: SnapBankConfig, tokens: TokenSource): SnapCaller {
  async function attempt(path: string, body: string, externalId: string, token: string): Promise<HttpAnswer> {
    const timestamp = toSnapTime(config.now());
    const headers = {
      Authorization: `Bearer ${token}`,
      'X-TIMESTAMP': timestamp,
      'X-SIGNATURE': signCall(config.clientSecret, { method: 'POST', path, token, body, timestamp }),
      'X-PARTNER-ID': config.partnerId,
      'X-EXTERNAL-ID': externalId,
      'CHANNEL-ID': config.channelId,
    };
    return post(config.url + path, headers, body, config.timeoutMs);
  }

  return async (call, content, externalId) => {
    const body = JSON.stringify(content);
    const { path } = SNAP_ENDPOINTS[call];
    const token = await tokens.current();
    const answer = await attempt(path, body, externalId, token);
    const meaning = meaningOf(call, answer.status, answer.body);
    if (meaning.means !== 'not-sent' || meaning.why !== 'not-authorised') return { meaning, body: answer.body };
    tokens.discard(token);
    const second = await attempt(path, body, externalId, await tokens.current());
    return { meaning: meaningOf(call, second.status, second.body), body: second.body };
  };
}
