import type { AccountOpening, StrayTransfer } from '#schemas/bank/sandbox.ts';
import type { TransferRequest } from '#schemas/bank/transfer.ts';
import type { BankTransfer, Book, BookLine } from './book.ts';
import type { Strike } from './faults.ts';
import type { JournalFile } from './journal-file.ts';
import { sentinelAccount } from './sentinels.ts';
import { SnapError } from './snap-error.ts';
import { bankDay } from './wire.ts';

export type TellerOptions = {
  /** How long a reference is protected against being taken twice. */
  readonly duplicateWindowMs: number;
  /** How long the bank answers for a transfer. */
  readonly statusWindowMs: number;
  readonly slowMs: number;
  readonly lateReversalMs: number;
  readonly now: () => number;
};

/** Moves money. Whatever it answers has been written and synced before. */
export class Teller {
  readonly #book: Book;
  readonly #journal: JournalFile<BookLine>;
  readonly #options: TellerOptions;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(book: Book, journal: JournalFile<BookLine>, options: TellerOptions) {
    this.#book = book;
    this.#journal = journal;
    this.#options = options;
  }

  /** After a crash: orders that were accepted are carried out, reversals that were due are done. */
  resume(): void {
    for (const transfer of [...this.#book.transfers()]) {
      if (transfer.state === 'pending') this.#settle(transfer.bankReference);
      if (transfer.state === 'posted' && transfer.reverseAt !== undefined) this.#reverseAt(transfer.bankReference, transfer.reverseAt);
    }
  }

  openAccount(account: AccountOpening): void {
    this.#write([{ type: 'account', ...account }]);
  }

  account(bankCode: string, accountNumber: string, strike?: Strike): AccountOpening {
    const account = this.#book.account(bankCode, accountNumber) ?? sentinelAccount(bankCode, accountNumber);
    if (!account) throw new SnapError(404, '11', 'Invalid Account');
    if (strike?.kind === 'closed-account' || account.status === 'closed') throw new SnapError(403, '18', 'Inactive Account');
    if (account.status === 'dormant') throw new SnapError(403, '09', 'Dormant Account');
    return account;
  }

  isDuplicate(partnerReferenceNo: string): boolean {
    const known = this.#book.transferOf(partnerReferenceNo);
    return known !== undefined && this.#options.now() - known.receivedAt < this.#options.duplicateWindowMs;
  }

  /** Throws a SnapError for what the bank refuses; a refusal of the order itself is remembered like a payment. */
  async transfer(request: TransferRequest, externalId: string, strike: Strike | undefined): Promise<BankTransfer> {
    const now = this.#options.now();
    const externalKey = `${bankDay(now)}|${externalId}`;
    if (this.#book.hasExternalKey(externalKey)) throw new SnapError(409, '00', 'Conflict');
    if (this.isDuplicate(request.partnerReferenceNo) && strike?.kind !== 'duplicate-forgets') {
      throw new SnapError(409, '01', 'Duplicate partnerReferenceNo');
    }
    const received = this.#receivedLine(request, externalKey, now);
    const refusal = this.#refusal(request, strike);
    if (refusal) {
      const code = `${refusal.status}18${refusal.caseCode}`;
      this.#write([received, { type: 'failed', at: now, bankReference: received.bankReference, code }]);
      throw refusal;
    }
    if (strike?.kind === 'slow') {
      this.#write([received]);
      await this.#wait(strike.delayMs ?? this.#options.slowMs);
      this.#settle(received.bankReference);
    } else if (strike?.kind === 'late-reversal') {
      const reverseAt = now + (strike.delayMs ?? this.#options.lateReversalMs);
      this.#write([received, { type: 'posted', at: now, bankReference: received.bankReference, reverseAt }]);
      this.#reverseAt(received.bankReference, reverseAt);
    } else {
      this.#write([received, { type: 'posted', at: now, bankReference: received.bankReference }]);
    }
    return this.#known(request.partnerReferenceNo);
  }

  /** Undefined for what the bank never had, and for what it no longer answers for. */
  statusOf(partnerReferenceNo: string): BankTransfer | undefined {
    const transfer = this.#book.transferOf(partnerReferenceNo);
    const remembered = transfer !== undefined && this.#options.now() - transfer.receivedAt < this.#options.statusWindowMs;
    return remembered ? transfer : undefined;
  }

  reverse(partnerReferenceNo: string): void {
    const transfer = this.#book.transferOf(partnerReferenceNo);
    if (transfer?.state !== 'posted') throw new SnapError(404, '01', 'Transaction Not Found');
    this.#giveBack(transfer.bankReference);
  }

  /** Money leaves the account although nobody asked through the gateway. */
  transferStray({ bankCode, accountNumber, amount, partnerReferenceNo }: StrayTransfer): void {
    const about = partnerReferenceNo === undefined ? {} : { partnerReferenceNo };
    const bankReference = this.#book.nextStrayReference;
    this.#write([{ type: 'stray', at: this.#options.now(), bankReference, bankCode, accountNumber, amount, ...about }]);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#journal.close();
  }

  #receivedLine(request: TransferRequest, externalKey: string, at: number): Extract<BookLine, { type: 'received' }> {
    const { partnerReferenceNo, beneficiaryBankCode: bankCode, beneficiaryAccountNo: accountNumber } = request;
    const amount = Number(request.amount.value.slice(0, -3));
    const bankReference = this.#book.nextBankReference;
    return { type: 'received', at, externalKey, partnerReferenceNo, bankReference, bankCode, accountNumber, amount };
  }

  #refusal(request: TransferRequest, strike: Strike | undefined): SnapError | undefined {
    if (request.sourceAccountNo !== this.#book.sourceAccount) return new SnapError(404, '11', 'Invalid Account');
    const amount = Number(request.amount.value);
    if (!Number.isSafeInteger(amount) || amount <= 0) return new SnapError(404, '13', 'Invalid Amount');
    if (amount > this.#book.available) return new SnapError(403, '14', 'Insufficient Funds');
    try {
      this.account(request.beneficiaryBankCode, request.beneficiaryAccountNo, strike);
    } catch (error) {
      if (error instanceof SnapError) return error;
      throw error;
    }
    return undefined;
  }

  #settle(bankReference: string): void {
    this.#write([{ type: 'posted', at: this.#options.now(), bankReference }]);
  }

  #giveBack(bankReference: string): void {
    if (this.#book.transfer(bankReference)?.state !== 'posted') return;
    this.#write([{ type: 'reversed', at: this.#options.now(), bankReference }]);
  }

  #reverseAt(bankReference: string, due: number): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#giveBack(bankReference);
      },
      Math.max(0, due - this.#options.now()),
    );
    this.#timers.add(timer);
  }

  /** Never ends when the bank closes meanwhile: the order stays accepted, and the next start carries it out. */
  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, delayMs);
      this.#timers.add(timer);
    });
  }

  #known(partnerReferenceNo: string): BankTransfer {
    const transfer = this.#book.transferOf(partnerReferenceNo);
    if (!transfer) throw new Error('a transfer was written and is not in the book');
    return transfer;
  }

  #write(lines: readonly BookLine[]): void {
    this.#journal.append(lines);
    for (const line of lines) this.#book.apply(line);
  }
}
