import { externalId } from '#domain/money/payout/payout-id.ts';
import { referenceOf, type TransferOrder, type TransferOutcome } from '#domain/money/payout/transfer.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { TransferAnswer, type TransferRequest } from '#schemas/bank/transfer.ts';
import { BankFault } from './bank-fault.ts';
import type { SnapCaller, SnapReply } from './snap-call.ts';
import type { SnapBankConfig } from './snap-config.ts';
import { toSnapAmount, toSnapTime } from './snap-wire.ts';

export async function transfer(config: SnapBankConfig, call: SnapCaller, order: TransferOrder): Promise<TransferOutcome> {
  const request = toRequest(order, config.sourceAccount);
  try {
    const reply = await call('transfer', request, externalId(order.payoutId, order.issue, order.attempt));
    return toOutcome(reply, request, config.now());
  } catch (error) {
    if (!(error instanceof BankFault)) throw error;
    if (error.fate.sent === 'nothing') return { state: 'not-sent', why: error.fate.why };
    return { state: 'unknown', since: config.now(), why: error.fate.why };
  }
}

function toRequest(order: TransferOrder, sourceAccountNo: string): TransferRequest {
  return {
    partnerReferenceNo: referenceOf(order),
    amount: toSnapAmount(order.amount),
    beneficiaryAccountName: order.payee.holderName.slice(0, 100),
    beneficiaryAccountNo: order.payee.accountNumber,
    beneficiaryBankCode: order.payee.bankCode,
    sourceAccountNo,
    transactionDate: toSnapTime(order.sentAt),
    additionalInfo: { channel: order.channel },
  };
}

function toOutcome({ meaning, body }: SnapReply, request: TransferRequest, now: Instant): TransferOutcome {
  switch (meaning.means) {
    case 'done': {
      const answer = TransferAnswer.safeParse(body);
      if (!answer.success) return { state: 'unknown', since: now, why: 'answer-unreadable' };
      if (!isAbout(request, answer.data)) return { state: 'unknown', since: now, why: 'answer-about-something-else' };
      return { state: 'confirmed', bankReference: answer.data.referenceNo, at: now };
    }
    case 'refused':
      return { state: 'refused', code: meaning.code, reason: meaning.reason };
    case 'not-sent':
      return { state: 'not-sent', why: meaning.why };
    case 'unknown':
      return { state: 'unknown', since: now, why: meaning.why };
    case 'not-found':
      return { state: 'unknown', since: now, why: 'code-unlisted' };
    default:
      return meaning satisfies never;
  }
}

/** A mixed-up answer, from a cache or another thread of the gateway, confirms nothing. */
function isAbout(request: TransferRequest, answer: TransferAnswer): boolean {
  return (
    answer.partnerReferenceNo === request.partnerReferenceNo &&
    answer.amount.value === request.amount.value &&
    answer.beneficiaryAccountNo === request.beneficiaryAccountNo &&
    answer.beneficiaryBankCode === request.beneficiaryBankCode
  );
}
