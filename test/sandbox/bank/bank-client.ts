import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { createSnapBank } from '#adapters/bank/snap-bank.ts';
import type { SnapBankConfig } from '#adapters/bank/snap-config.ts';
import type { BankOptions } from '#sandbox/bank/start.ts';
import type { AccountOpening, FaultOrder, LedgerView, RandomFaults, StatementFaultOrder, StrayTransfer } from '#schemas/bank/sandbox.ts';
import { realNow } from '../../support/real-clock.ts';

export const SOURCE_ACCOUNT = '8880000000001';
export const OPENING_BALANCE = 10_000_000_000;

export type Keys = { readonly publicKey: string; readonly privateKey: string; readonly clientSecret: string };

export function makeKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    clientSecret: 'a-secret-of-this-test-only',
  };
}

/** A book of its own, with a source account that can pay. */
export function bankOptions(keys: Keys): BankOptions {
  return {
    dataFile: join(mkdtempSync(join(tmpdir(), 'santun-bank-')), 'book.jsonl'),
    clientKey: 'SANTUN',
    clientSecret: keys.clientSecret,
    publicKeyPem: keys.publicKey,
    sourceAccount: SOURCE_ACCOUNT,
    openingBalance: OPENING_BALANCE,
  };
}

export function adapterConfig(url: string, keys: Keys, changes: Partial<SnapBankConfig> = {}): SnapBankConfig {
  return {
    url,
    partnerId: 'SANTUN',
    clientSecret: keys.clientSecret,
    privateKeyPem: keys.privateKey,
    sourceAccount: SOURCE_ACCOUNT,
    channelId: '95221',
    timeoutMs: 2_000,
    firstInquiryMs: 60_000,
    bankRemembersMs: 20 * 3_600_000,
    now: realNow,
    ...changes,
  };
}

export const adapterFor = (url: string, keys: Keys, changes: Partial<SnapBankConfig> = {}) =>
  createSnapBank(adapterConfig(url, keys, changes));

/** The sandbox bank's back office. */
export function backOffice(url: string) {
  async function post(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
  return {
    fault: (order: z.input<typeof FaultOrder>) => post('/sandbox/faults', order),
    randomFaults: (dice: RandomFaults) => post('/sandbox/random-faults', dice),
    openAccount: (account: z.input<typeof AccountOpening>) => post('/sandbox/accounts', account),
    reverse: (partnerReferenceNo: string) => post('/sandbox/reversals', { partnerReferenceNo }),
    statementFault: (order: z.input<typeof StatementFaultOrder>) => post('/sandbox/statement-faults', order),
    strayTransfer: (stray: StrayTransfer) => post('/sandbox/stray-transfers', stray),
    async clearFaults() {
      await fetch(`${url}/sandbox/faults`, { method: 'DELETE' });
    },
    async ledger(reference?: string): Promise<LedgerView> {
      const query = reference === undefined ? '' : `?reference=${reference}`;
      return (await (await fetch(`${url}/sandbox/ledger${query}`)).json()) as LedgerView;
    },
  };
}
export type BackOffice = ReturnType<typeof backOffice>;
