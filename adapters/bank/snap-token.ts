import { createPrivateKey } from 'node:crypto';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { AccessTokenAnswer } from '#schemas/bank/access-token.ts';
import { SNAP_ENDPOINTS } from '#schemas/bank/endpoints.ts';
import { BankFault } from './bank-fault.ts';
import { meaningOf } from './snap-codes.ts';
import type { SnapBankConfig } from './snap-config.ts';
import { post } from './snap-http.ts';
import { signTokenRequest } from './snap-signature.ts';
import { toSnapTime } from './snap-wire.ts';

type Token = { readonly value: string; readonly freshUntil: Instant };

/** A token is renewed when a tenth of its life is left, so that it cannot die on the way to the bank. */
const USED_SHARE = 0.9;

export type TokenSource = {
  /** Throws a BankFault that says nothing was sent: without a token no order leaves. */
  current(): Promise<string>;
  /** The bank did not accept it; the next call gets another one. */
  discard(token: string): void;
};

export function createTokenSource(config: SnapBankConfig): TokenSource {
  const privateKey = createPrivateKey(config.privateKeyPem);
  let held: Token | undefined;
  let underWay: Promise<Token> | undefined;

  async function request(): Promise<Token> {
    const timestamp = toSnapTime(config.now());
    const headers = {
      'X-TIMESTAMP': timestamp,
      'X-CLIENT-KEY': config.partnerId,
      'X-SIGNATURE': signTokenRequest(privateKey, config.partnerId, timestamp),
    };
    const body = JSON.stringify({ grantType: 'client_credentials' });
    const answer = await post(config.url + SNAP_ENDPOINTS.accessToken.path, headers, body, config.timeoutMs);
    const parsed = AccessTokenAnswer.safeParse(answer.body);
    if (meaningOf('accessToken', answer.status, answer.body).means !== 'done' || !parsed.success) {
      throw new BankFault({ sent: 'nothing', why: 'no-token' });
    }
    const lifeMs = Number(parsed.data.expiresIn) * 1000;
    return { value: parsed.data.accessToken, freshUntil: config.now() + lifeMs * USED_SHARE };
  }

  return {
    async current() {
      if (held && config.now() < held.freshUntil) return held.value;
      underWay ??= request().finally(() => {
        underWay = undefined;
      });
      try {
        held = await underWay;
        return held.value;
      } catch (error) {
        // A token request that fell silent has moved no money: for the order itself nothing was sent.
        if (error instanceof BankFault && error.fate.sent === 'perhaps') throw new BankFault({ sent: 'nothing', why: 'no-token' }, error);
        throw error;
      }
    },
    discard(token) {
      if (held?.value === token) held = undefined;
    },
  };
}
