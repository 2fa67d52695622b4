import type { AccountOpening, LedgerEntry, LedgerView } from '#schemas/bank/sandbox.ts';

/** What the bank writes down. `received` without `posted` is an order on its way. */
export type BookLine =
  | { readonly type: 'opening'; readonly at: number; readonly sourceAccount: string; readonly amount: number }
  | ({ readonly type: 'account' } & AccountOpening)
  | ({ readonly type: 'received'; readonly at: number; readonly externalKey: string } & Order)
  | { readonly type: 'failed'; readonly at: number; readonly bankReference: string; readonly code: string }
  | { readonly type: 'posted'; readonly at: number; readonly bankReference: string; readonly reverseAt?: number }
  | { readonly type: 'reversed'; readonly at: number; readonly bankReference: string }
  | ({ readonly type: 'stray'; readonly at: number } & Omit<Order, 'partnerReferenceNo'> & { readonly partnerReferenceNo?: string });

type Order = {
  readonly partnerReferenceNo: string;
  readonly bankReference: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly amount: number;
};

type About = { readonly bankReference: string; readonly partnerReferenceNo?: string };

export type BankTransfer = Order & {
  readonly receivedAt: number;
  readonly state: 'pending' | 'posted' | 'failed' | 'reversed';
  readonly settledAt?: number;
  readonly code?: string;
  readonly reverseAt?: number;
};

const EQUITY = 'equity';

/** The double-entry book: everything is a fold of its lines, and every entry sums to zero. */
export class Book {
  readonly #accounts = new Map<string, AccountOpening>();
  readonly #transfers = new Map<string, BankTransfer>();
  readonly #byReference = new Map<string, string[]>();
  readonly #externalKeys = new Set<string>();
  readonly #entries: LedgerEntry[] = [];
  readonly #balances = new Map<string, number>();
  #sourceAccount = '';
  #strays = 0;

  apply(line: BookLine): void {
    switch (line.type) {
      case 'opening':
        this.#sourceAccount = line.sourceAccount;
        this.#post('opening', line.at, EQUITY, line.sourceAccount, line.amount);
        return;
      case 'account':
        this.#accounts.set(accountKey(line.bankCode, line.accountNumber), line);
        return;
      case 'received':
        this.#receive(line);
        return;
      case 'failed':
        this.#change(line.bankReference, { state: 'failed', settledAt: line.at, code: line.code });
        return;
      case 'posted': {
        const dueBack = line.reverseAt === undefined ? {} : { reverseAt: line.reverseAt };
        const transfer = this.#change(line.bankReference, { state: 'posted', settledAt: line.at, ...dueBack });
        this.#post('transfer', line.at, this.#sourceAccount, payeeKey(transfer), transfer.amount, transfer);
        return;
      }
      case 'reversed': {
        const transfer = this.#change(line.bankReference, { state: 'reversed', settledAt: line.at });
        this.#post('reversal', line.at, payeeKey(transfer), this.#sourceAccount, transfer.amount, transfer);
        return;
      }
      case 'stray':
        this.#strays += 1;
        this.#post('transfer', line.at, this.#sourceAccount, accountKey(line.bankCode, line.accountNumber), line.amount, line);
        return;
      default:
        line satisfies never;
    }
  }

  get sourceAccount(): string {
    return this.#sourceAccount;
  }

  get available(): number {
    return this.#balances.get(this.#sourceAccount) ?? 0;
  }

  get nextBankReference(): string {
    return `SBX${String(this.#transfers.size + 1).padStart(12, '0')}`;
  }

  get nextStrayReference(): string {
    return `SBXS${String(this.#strays + 1).padStart(11, '0')}`;
  }

  account(bankCode: string, accountNumber: string): AccountOpening | undefined {
    return this.#accounts.get(accountKey(bankCode, accountNumber));
  }

  hasExternalKey(key: string): boolean {
    return this.#externalKeys.has(key);
  }

  /** The latest one when a forgotten duplicate was taken twice. */
  transferOf(partnerReferenceNo: string): BankTransfer | undefined {
    const newest = this.#byReference.get(partnerReferenceNo)?.at(-1);
    return newest === undefined ? undefined : this.#transfers.get(newest);
  }

  transfer(bankReference: string): BankTransfer | undefined {
    return this.#transfers.get(bankReference);
  }

  transfers(): Iterable<BankTransfer> {
    return this.#transfers.values();
  }

  view(partnerReferenceNo?: string): LedgerView {
    const wanted = partnerReferenceNo === undefined ? undefined : (entry: LedgerEntry) => entry.partnerReferenceNo === partnerReferenceNo;
    return { entries: wanted ? this.#entries.filter(wanted) : [...this.#entries], balances: Object.fromEntries(this.#balances) };
  }

  #receive({ type: _type, at, externalKey, ...order }: Extract<BookLine, { type: 'received' }>): void {
    this.#externalKeys.add(externalKey);
    this.#transfers.set(order.bankReference, { ...order, receivedAt: at, state: 'pending' });
    const references = this.#byReference.get(order.partnerReferenceNo) ?? [];
    this.#byReference.set(order.partnerReferenceNo, [...references, order.bankReference]);
  }

  #change(bankReference: string, change: Partial<BankTransfer>): BankTransfer {
    const before = this.#transfers.get(bankReference);
    if (!before) throw new Error('the book settles a transfer it never received');
    const after = { ...before, ...change };
    this.#transfers.set(bankReference, after);
    return after;
  }

  #post(kind: LedgerEntry['kind'], at: number, from: string, to: string, amount: number, transfer?: About): void {
    const postings = [
      { account: from, amount: -amount },
      { account: to, amount },
    ];
    for (const { account, amount: change } of postings) this.#balances.set(account, (this.#balances.get(account) ?? 0) + change);
    const { bankReference, partnerReferenceNo } = transfer ?? {};
    const about = {
      ...(partnerReferenceNo === undefined ? {} : { partnerReferenceNo }),
      ...(bankReference === undefined ? {} : { bankReference }),
    };
    this.#entries.push({ seq: this.#entries.length + 1, at: new Date(at).toISOString(), kind, ...about, postings });
  }
}

function accountKey(bankCode: string, accountNumber: string): string {
  return `${bankCode}:${accountNumber}`;
}

function payeeKey(transfer: Order): string {
  return accountKey(transfer.bankCode, transfer.accountNumber);
}
