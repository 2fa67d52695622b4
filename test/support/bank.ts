import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { BankPatience } from '#activities/payout-patience.ts';
import { BANK_PROFILES } from '#adapters/bank/bank-profiles.ts';
import type { BankPort } from '#adapters/bank/port.ts';
import { createSnapBank } from '#adapters/bank/snap-bank.ts';
import type { BankProfile } from '#domain/money/payout/bank-profile.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import type { FaultOrder, LedgerView } from '#schemas/bank/sandbox.ts';
import { bankNow } from './real-clock.ts';

export type TestBank = {
  readonly url: string;
  readonly port: BankPort;
  /** Of somebody who has little time. */
  readonly patience: BankPatience;
  openAccount(account: { bankCode: string; accountNumber: string; holderName: string }): Promise<void>;
  fault(order: z.input<typeof FaultOrder>): Promise<void>;
  clearFaults(): Promise<void>;
  ledger(): Promise<LedgerView>;
  /** Ends the bank and starts it again over the same book, at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const SOURCE = '8880000000001';
const FIRST_INQUIRY_MS = 200;

/** The sandbox bank in this process, over a book of its own, with an adapter that holds its keys. */
export async function testBank(timeoutMs = 1_500, profile: BankProfile = BANK_PROFILES.snap): Promise<TestBank> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const clientSecret = 'a-secret-made-for-this-test-only';
  const options = {
    dataFile: join(mkdtempSync(join(tmpdir(), 'santun-bank-')), 'book.jsonl'),
    clientKey: 'SANTUN',
    clientSecret,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sourceAccount: SOURCE,
    openingBalance: 1_000_000_000_000,
    now: bankNow,
    referenceLimit: profile.referenceLimit,
  };
  let bank: RunningBank = await startBank(options);
  const { url } = bank;
  const port = createSnapBank({
    url,
    partnerId: options.clientKey,
    clientSecret,
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sourceAccount: SOURCE,
    channelId: '95221',
    timeoutMs,
    firstInquiryMs: FIRST_INQUIRY_MS,
    bankRemembersMs: 86_400_000,
    profile,
    now: bankNow,
  });
  async function post(path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
  return {
    url,
    port,
    patience: { firstInquiryMs: FIRST_INQUIRY_MS, inquiryMs: [1_000, 5_000, 60_000, 86_400_000], resendMs: [1_000, 5_000] },
    openAccount: (account) => post('/sandbox/accounts', account),
    fault: (order) => post('/sandbox/faults', order),
    async clearFaults() {
      await fetch(`${url}/sandbox/faults`, { method: 'DELETE' });
    },
    async ledger() {
      return (await (await fetch(`${url}/sandbox/ledger`)).json()) as LedgerView;
    },
    async restart() {
      await bank.close();
      bank = await startBank({ ...options, port: Number(new URL(url).port) });
    },
    close: () => bank.close(),
  };
}

/** What one account received, as the bank's own book says it. */
export async function receivedBy(bank: TestBank, bankCode: string, accountNumber: string): Promise<readonly number[]> {
  const { entries } = await bank.ledger();
  const account = `${bankCode}:${accountNumber}`;
  return entries
    .filter((entry) => entry.kind === 'transfer')
    .flatMap((entry) => entry.postings.filter((posting) => posting.account === account).map((posting) => posting.amount));
}
