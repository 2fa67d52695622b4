import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { AccountInquiryRequest } from '#schemas/bank/account-inquiry.ts';
import { BalanceRequest } from '#schemas/bank/balance.ts';
import type { SnapCall } from '#schemas/bank/endpoints.ts';
import { StatementRequest } from '#schemas/bank/statement.ts';
import { TransferRequest } from '#schemas/bank/transfer.ts';
import { LATEST_STATUS, TransferStatusRequest } from '#schemas/bank/transfer-status.ts';
import type { BankTransfer, Book } from './book.ts';
import type { FaultPlan, Strike, Subject } from './faults.ts';
import type { Gatekeeper } from './gatekeeper.ts';
import { SnapError } from './snap-error.ts';
import { statementPage } from './statement.ts';
import type { StatementFaults } from './statement-faults.ts';
import type { Teller } from './teller.ts';
import { bankTime, toAmount } from './wire.ts';

export type Counter = {
  readonly book: Book;
  readonly teller: Teller;
  readonly faults: FaultPlan;
  readonly gatekeeper: Gatekeeper;
  readonly statementFaults: StatementFaults;
  readonly statementPageSize: number;
  /** The most characters of a partner's reference that it takes. */
  readonly referenceLimit: number;
  /** How slow slow is. */
  readonly slowMs: number;
};
export type Request = { readonly headers: IncomingHttpHeaders; readonly path: string; readonly rawBody: string };

/** A call understood: what it is about, for the faults, and how it is answered. */
export type Understood = { readonly subject: Subject; answer(strike: Strike | undefined): Promise<object> };

/** Each throws a SnapError for what it does not admit. */
export const CALLS: Readonly<Record<SnapCall, (counter: Counter, request: Request) => Understood>> = {
  accessToken: ({ gatekeeper }, { headers }) => ({
    subject: {},
    answer: async () => ({ ...gatekeeper.issueToken(headers), tokenType: 'Bearer' }),
  }),

  accountInquiry: (counter, request) => {
    const { body } = admitted(counter, request, AccountInquiryRequest);
    return {
      subject: { account: body.beneficiaryAccountNo },
      answer: async (strike) => {
        const { holderName } = counter.teller.account(body.beneficiaryBankCode, body.beneficiaryAccountNo, strike);
        return {
          referenceNo: body.partnerReferenceNo,
          partnerReferenceNo: body.partnerReferenceNo,
          beneficiaryAccountName: strike?.kind === 'holder-mismatch' ? 'ORANG LAIN SEKALI' : holderName,
          beneficiaryAccountNo: body.beneficiaryAccountNo,
          beneficiaryBankCode: body.beneficiaryBankCode,
          currency: 'IDR',
        };
      },
    };
  },

  transfer: (counter, request) => {
    const { body, externalId } = admitted(counter, request, TransferRequest);
    const isDuplicate = counter.teller.isDuplicate(body.partnerReferenceNo);
    return {
      subject: { account: body.beneficiaryAccountNo, reference: body.partnerReferenceNo, isDuplicate },
      answer: async (strike) => {
        const { bankReference } = await counter.teller.transfer(body, externalId, strike);
        const { partnerReferenceNo, amount, beneficiaryAccountNo, beneficiaryBankCode, sourceAccountNo } = body;
        return { referenceNo: bankReference, partnerReferenceNo, amount, beneficiaryAccountNo, beneficiaryBankCode, sourceAccountNo };
      },
    };
  },

  transferStatus: (counter, request) => {
    const { body } = admitted(counter, request, TransferStatusRequest);
    const transfer = counter.teller.statusOf(body.originalPartnerReferenceNo);
    return {
      subject: { ...(transfer && { account: transfer.accountNumber }), reference: body.originalPartnerReferenceNo },
      answer: async () => {
        if (!transfer) throw new SnapError(404, '01', 'Transaction Not Found');
        return statusAnswer(transfer);
      },
    };
  },

  statement: (counter, request) => {
    const { body } = admitted(counter, request, StatementRequest);
    return {
      subject: { account: body.accountNo },
      answer: async () => {
        if (body.accountNo !== counter.book.sourceAccount) throw new SnapError(404, '11', 'Invalid Account');
        return statementPage(counter, body);
      },
    };
  },

  balance: (counter, request) => {
    const { body } = admitted(counter, request, BalanceRequest);
    return {
      subject: { account: body.accountNo },
      answer: async () => {
        if (body.accountNo !== counter.book.sourceAccount) throw new SnapError(404, '11', 'Invalid Account');
        return { accountNo: body.accountNo, accountInfos: [{ balanceType: 'Cash', availableBalance: toAmount(counter.book.available) }] };
      },
    };
  },
};

function admitted<Shape extends z.ZodType>(counter: Counter, { headers, path, rawBody }: Request, shape: Shape) {
  const externalId = counter.gatekeeper.admit(headers, path, rawBody);
  const body = shape.safeParse(JSON.parse(rawBody));
  if (!body.success) throw new SnapError(400, '01', `Invalid Field Format ${body.error.issues[0]?.path.join('.') ?? ''}`);
  for (const field of ['partnerReferenceNo', 'originalPartnerReferenceNo']) {
    const reference = Object.entries(body.data as object).find(([name]) => name === field)?.[1];
    if (typeof reference === 'string' && reference.length > counter.referenceLimit) {
      throw new SnapError(400, '01', `Invalid Field Format ${field}`);
    }
  }
  return { body: body.data, externalId };
}

const STATUS_OF = {
  pending: LATEST_STATUS.pending,
  posted: LATEST_STATUS.success,
  failed: LATEST_STATUS.failed,
  reversed: LATEST_STATUS.refunded,
} as const satisfies Record<BankTransfer['state'], string>;

function statusAnswer(transfer: BankTransfer): object {
  return {
    originalReferenceNo: transfer.bankReference,
    originalPartnerReferenceNo: transfer.partnerReferenceNo,
    serviceCode: '18',
    transactionDate: bankTime(transfer.settledAt ?? transfer.receivedAt),
    amount: toAmount(transfer.amount),
    beneficiaryAccountNo: transfer.accountNumber,
    beneficiaryBankCode: transfer.bankCode,
    latestTransactionStatus: STATUS_OF[transfer.state],
    transactionStatusDesc: transfer.state,
    ...(transfer.code !== undefined && { previousResponseCode: transfer.code }),
  };
}
