import { randomBytes } from 'node:crypto';
import { type Rupiah, rupiah } from '#domain/money/money.ts';
import { newReference } from '#domain/money/payout/bank-profile.ts';
import type { AccountAnswer } from '#domain/money/payout/transfer.ts';
import { AccountInquiryAnswer, type AccountInquiryRequest } from '#schemas/bank/account-inquiry.ts';
import { BalanceAnswer } from '#schemas/bank/balance.ts';
import { BankFault } from './bank-fault.ts';
import { BANK_PROFILES } from './bank-profiles.ts';
import type { BankPort } from './port.ts';
import { createSnapCaller, type SnapCaller, type SnapReply } from './snap-call.ts';
import { questionReference, type SnapBankConfig } from './snap-config.ts';
import { statement } from './snap-statement.ts';
import { transferStatus } from './snap-status.ts';
import { createTokenSource } from './snap-token.ts';
import { transfer } from './snap-transfer.ts';
import { fromToldBalance } from './snap-wire.ts';

/** A bank that speaks SNAP BI. Throws at once for a private key that cannot be read. */
export function createSnapBank(config: SnapBankConfig): BankPort {
  const call = createSnapCaller(config, createTokenSource(config));
  const { profile = BANK_PROFILES.snap } = config;
  return {
    newReference: (id, issue) => newReference(profile, id, issue),
    inquireAccount: (account) => inquireAccount(config, call, account),
    transfer: (order) => transfer(config, call, order),
    transferStatus: (order) => transferStatus(config, call, order, questionNumber()),
    balance: () => balance(config, call),
    statement: (day) => statement(config, call, day, questionNumber),
  };
}

/** Questions move nothing, so each is its own request: a number derived from what it asks would collide with its repetition. */
function questionNumber(): string {
  return String(BigInt(`0x${randomBytes(16).toString('hex')}`) % 10n ** 36n).padStart(36, '0');
}

async function inquireAccount(
  config: SnapBankConfig,
  call: SnapCaller,
  account: { readonly bankCode: string; readonly accountNumber: string },
): Promise<AccountAnswer> {
  const number = questionNumber();
  const request: AccountInquiryRequest = {
    beneficiaryBankCode: account.bankCode,
    beneficiaryAccountNo: account.accountNumber,
    partnerReferenceNo: questionReference(config, 'STNQ', number),
  };
  try {
    return toAccountAnswer(await call('accountInquiry', request, number), request, config);
  } catch (error) {
    if (!(error instanceof BankFault)) throw error;
    return { state: 'unknown', since: config.now(), why: error.fate.why };
  }
}

function toAccountAnswer({ meaning, body }: SnapReply, request: AccountInquiryRequest, config: SnapBankConfig): AccountAnswer {
  if (meaning.means === 'refused') return { state: 'refused', code: meaning.code, reason: meaning.reason };
  if (meaning.means === 'not-found') return { state: 'unknown', since: config.now(), why: 'code-unlisted' };
  if (meaning.means !== 'done') return { state: 'unknown', since: config.now(), why: meaning.why };
  const answer = AccountInquiryAnswer.safeParse(body);
  if (!answer.success) return { state: 'unknown', since: config.now(), why: 'answer-unreadable' };
  if (answer.data.beneficiaryAccountNo !== request.beneficiaryAccountNo) {
    return { state: 'unknown', since: config.now(), why: 'answer-about-something-else' };
  }
  return { state: 'found', holderName: answer.data.beneficiaryAccountName };
}

async function balance(config: SnapBankConfig, call: SnapCaller): Promise<Rupiah> {
  const { meaning, body } = await call('balance', { accountNo: config.sourceAccount }, questionNumber());
  const answer = BalanceAnswer.safeParse(body);
  const [first] = answer.success ? answer.data.accountInfos : [];
  if (meaning.means !== 'done' || !first) throw new BankFault({ sent: 'perhaps', why: 'answer-unreadable' });
  // No benefit has sen, and what is below zero pays nothing.
  return rupiah(Math.max(0, fromToldBalance(first.availableBalance).whole));
}
