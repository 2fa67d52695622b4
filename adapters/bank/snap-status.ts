import type { LatestMeaning } from '#domain/money/payout/bank-profile.ts';
import { referenceOf, type TransferOrder, type TransferStatus, type Unknown, type UnknownWhy } from '#domain/money/payout/transfer.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { SNAP_ENDPOINTS } from '#schemas/bank/endpoints.ts';
import { TransferStatusAnswer, type TransferStatusRequest } from '#schemas/bank/transfer-status.ts';
import { BankFault } from './bank-fault.ts';
import { BANK_PROFILES } from './bank-profiles.ts';
import type { SnapCaller, SnapReply } from './snap-call.ts';
import { refusalOf } from './snap-codes.ts';
import type { SnapBankConfig } from './snap-config.ts';
import { fromSnapTime, toSnapAmount, toSnapTime } from './snap-wire.ts';

type Asked = { readonly config: SnapBankConfig; readonly order: TransferOrder; readonly at: Instant };

export async function transferStatus(
  config: SnapBankConfig,
  call: SnapCaller,
  order: TransferOrder,
  requestNumber: string,
): Promise<TransferStatus> {
  // Taken before the call: what the bank did not know then, it may know by the time it has answered.
  const asked: Asked = { config, order, at: config.now() };
  try {
    return toStatus(await call('transferStatus', toRequest(order), requestNumber), asked);
  } catch (error) {
    if (!(error instanceof BankFault)) throw error;
    return unknown(asked, error.fate.why);
  }
}

function toRequest(order: TransferOrder): TransferStatusRequest {
  return {
    originalPartnerReferenceNo: referenceOf(order),
    serviceCode: SNAP_ENDPOINTS.transfer.serviceCode,
    transactionDate: toSnapTime(order.sentAt),
    amount: toSnapAmount(order.amount),
  };
}

function toStatus({ meaning, body }: SnapReply, asked: Asked): TransferStatus {
  if (meaning.means === 'not-found') return notFoundIfCredible(asked);
  if (meaning.means === 'refused') return unknown(asked, 'code-unlisted'); // the question was refused, not the order
  if (meaning.means !== 'done') return unknown(asked, meaning.why);
  const answer = TransferStatusAnswer.safeParse(body);
  if (!answer.success) return unknown(asked, 'answer-unreadable');
  if (!isAbout(asked.order, answer.data)) return unknown(asked, 'answer-about-something-else');
  return ofLatest(answer.data, asked);
}

function ofLatest(answer: TransferStatusAnswer, asked: Asked): TransferStatus {
  const { originalReferenceNo: bankReference, transactionDate, previousResponseCode } = answer;
  const at = (transactionDate === undefined ? undefined : fromSnapTime(transactionDate)) ?? asked.at;
  switch (meaningOf(answer.latestTransactionStatus, asked)) {
    case 'paid':
      return bankReference === undefined ? unknown(asked, 'answer-unreadable') : { state: 'confirmed', bankReference, at };
    case 'given-back':
      return bankReference === undefined ? unknown(asked, 'answer-unreadable') : { state: 'reversed', bankReference, at };
    case 'on-its-way':
      return { state: 'pending' };
    case 'not-paid':
      return { state: 'refused', code: previousResponseCode ?? answer.responseCode, reason: refusalOf(previousResponseCode) };
    case 'not-found':
      return notFoundIfCredible(asked);
    default:
      return unknown(asked, 'code-unlisted');
  }
}

function meaningOf(status: string, { config: { profile = BANK_PROFILES.snap } }: Asked): LatestMeaning | undefined {
  return Object.hasOwn(profile.latestStatus, status) ? profile.latestStatus[status] : undefined;
}

/**
 * "We do not know it" releases a second send, so it counts only from a bank that has had the time to know and has not had the time to forget.
 * Outside that span two people decide with evidence.
 */
function notFoundIfCredible(asked: Asked): TransferStatus {
  const { config, order, at } = asked;
  if (at < order.sentAt + config.firstInquiryMs) return unknown(asked, 'asked-too-early');
  if (at >= order.firstSentAt + config.bankRemembersMs) return unknown(asked, 'bank-may-have-forgotten');
  return { state: 'not-found' };
}

function isAbout(order: TransferOrder, answer: TransferStatusAnswer): boolean {
  const { amount, beneficiaryAccountNo } = answer;
  return (
    answer.originalPartnerReferenceNo === referenceOf(order) &&
    (amount === undefined || amount.value === toSnapAmount(order.amount).value) &&
    (beneficiaryAccountNo === undefined || beneficiaryAccountNo === order.payee.accountNumber)
  );
}

function unknown(asked: Asked, why: UnknownWhy): Unknown {
  return { state: 'unknown', since: asked.order.sentAt, why };
}
