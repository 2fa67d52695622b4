import type { SnapBankConfig } from '#adapters/bank/snap-config.ts';
import { toSnapAmount } from '#adapters/bank/snap-wire.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { TransferOrder, TransferOutcome, TransferStatus } from '#domain/money/payout/transfer.ts';
import { SNAP_ENDPOINTS } from '#schemas/bank/endpoints.ts';
import { LATEST_STATUS } from '#schemas/bank/transfer-status.ts';
import type { Build } from './build.ts';
import { FIRST_INQUIRY_MS } from './run.ts';

/** What comes back over the wire from a transfer. */
export type TransferReply = 'done' | 'refused' | 'never-left' | 'conflict' | '5xx' | 'timeout' | 'garbled';
/** And from a question; `nothing` in time, before the bank can have known, and after it may have forgotten. */
export type StatusReply =
  | Exclude<keyof typeof LATEST_STATUS, 'initiated' | 'paying' | 'cancelled' | 'notFound'>
  | 'nothing'
  | 'nothing-yet'
  | 'nothing-left'
  | '5xx'
  | 'timeout';

const REMEMBERS_MS = 1_000 * FIRST_INQUIRY_MS;
const IN_TIME_MS = 10 * FIRST_INQUIRY_MS;

/** The real adapter between the model's bank and the real activities: what a code, a silence or a late answer means is its business. */
export class Wire {
  readonly #build: Build;
  readonly #heard = new Map<string, unknown>();

  constructor(build: Build) {
    this.#build = build;
  }

  transfer(order: TransferOrder, reply: TransferReply): Promise<TransferOutcome> {
    return this.#once(['transfer', order, reply], () => {
      const config = configAt(order.sentAt);
      const { transfer } = this.#build('adapters/bank/snap-transfer.ts');
      return transfer(config, (call, request) => this.#transferReply(call, request, reply), order);
    });
  }

  status(order: TransferOrder, reply: StatusReply): Promise<TransferStatus> {
    return this.#once(['status', order, reply], () => {
      const waitedMs = { nothing: IN_TIME_MS, 'nothing-yet': 0, 'nothing-left': 2 * REMEMBERS_MS };
      const at = order.sentAt + (reply in waitedMs ? waitedMs[reply as keyof typeof waitedMs] : IN_TIME_MS);
      const { transferStatus } = this.#build('adapters/bank/snap-status.ts');
      return transferStatus(configAt(at), async () => this.#statusReply(order, reply), order, '1');
    });
  }

  async #once<T extends TransferOutcome | TransferStatus>(about: unknown, ask: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(about);
    const known = this.#heard.get(text) as T | undefined;
    if (known !== undefined) return known;
    const answer = await ask();
    // Why it is unknown is for people; two silences are one world.
    const heard = answer.state === 'unknown' ? ({ ...answer, since: 0, why: 'timeout' } as T) : answer;
    this.#heard.set(text, heard);
    return heard;
  }

  async #transferReply(call: 'transfer' | string, request: object, reply: TransferReply) {
    if (reply === 'timeout') throw this.#fault('perhaps');
    if (reply === 'never-left') throw this.#fault('nothing');
    if (reply === 'garbled') return this.#read('transfer', 200, undefined);
    if (reply === '5xx') return this.#read('transfer', 504, '00');
    if (reply === 'conflict') return this.#read('transfer', 409, '01');
    if (reply === 'refused') return this.#read('transfer', 403, '18');
    return this.#read('transfer', 200, '00', { ...request, referenceNo: `BANK-${call}` });
  }

  #statusReply(order: TransferOrder, reply: StatusReply) {
    if (reply === 'timeout') throw this.#fault('perhaps');
    if (reply === '5xx') return this.#read('transferStatus', 504, '00');
    if (reply.startsWith('nothing')) return this.#read('transferStatus', 404, '01');
    return this.#read('transferStatus', 200, '00', {
      originalPartnerReferenceNo: partnerReference(order.payoutId, order.issue),
      originalReferenceNo: 'BANK-transfer',
      latestTransactionStatus: LATEST_STATUS[reply as keyof typeof LATEST_STATUS],
      amount: toSnapAmount(order.amount),
      beneficiaryAccountNo: order.payee.accountNumber,
    });
  }

  #fault(sent: 'nothing' | 'perhaps') {
    const { BankFault } = this.#build('adapters/bank/bank-fault.ts');
    return new BankFault(sent === 'nothing' ? { sent, why: 'bank-unreachable' } : { sent, why: 'timeout' });
  }

  #read(call: 'transfer' | 'transferStatus', status: number, caseCode: string | undefined, more: object = {}) {
    const responseCode = `${status}${SNAP_ENDPOINTS[call].serviceCode}${caseCode ?? ''}`;
    const body = caseCode === undefined ? undefined : { responseCode, responseMessage: '-', ...more };
    return { meaning: this.#build('adapters/bank/snap-codes.ts').meaningOf(call, status, body), body };
  }
}

function configAt(now: number): SnapBankConfig {
  return {
    url: '',
    partnerId: '',
    clientSecret: '',
    privateKeyPem: '',
    sourceAccount: '8880000000001',
    channelId: '',
    timeoutMs: 0,
    firstInquiryMs: FIRST_INQUIRY_MS,
    bankRemembersMs: REMEMBERS_MS,
    now: () => now,
  };
}
