import type { SnapCall } from '#schemas/bank/endpoints.ts';
import type { BankFault, LedgerView } from '#schemas/bank/sandbox.ts';
import { BANK_CODE } from './desk.ts';
import { patiently } from './patience.ts';

/** The back door of the sandbox bank. It is killed too, so everything that must be done is repeated. */
export type BackOffice = {
  openAccount(accountNumber: string, holderName: string, status: 'open' | 'closed'): Promise<void>;
  /** The rest is one try each. */
  ledger(): Promise<LedgerView>;
  rollDice(dice: { readonly seed: number; readonly perMille: number; readonly kinds: readonly BankFault[] }): Promise<void>;
  outage(call: SnapCall, times: number): Promise<void>;
  /** Takes the next transfer to the account, and does not answer; nor the first questions about it. Until the bank is killed. */
  payInSilence(accountNumber: string, questions: number): Promise<void>;
  clearFaults(): Promise<void>;
};

const ANSWER_WITHIN_MS = 10_000;

export function createBackOffice(url: string, signal: AbortSignal): BackOffice {
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
  async function post(path: string, body: object): Promise<void> {
    await ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }
  return {
    async openAccount(accountNumber, holderName, status) {
      const account = { bankCode: BANK_CODE, accountNumber, holderName: holderName.toUpperCase(), status };
      await patiently(`account ${accountNumber} to be ${status}`, () => post('/sandbox/accounts', account).then(() => true), signal);
    },
    ledger: async () => (await (await ask('/sandbox/ledger')).json()) as LedgerView,
    rollDice: (dice) => post('/sandbox/random-faults', dice),
    outage: (call, times) => post('/sandbox/faults', { kind: 'outage', call, times }),
    async payInSilence(account, questions) {
      await patiently(
        `a bank that pays account ${account} in silence`,
        async () => {
          await post('/sandbox/faults', { kind: 'accepts-then-times-out', account, times: 1 });
          await post('/sandbox/faults', { kind: '5xx-before', call: 'transferStatus', account, times: questions });
          return true;
        },
        signal,
      );
    },
    async clearFaults() {
      await ask('/sandbox/faults', { method: 'DELETE' });
    },
  };
}
