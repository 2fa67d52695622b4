import type { AccountOpening, BankFault } from '#schemas/bank/sandbox.ts';

/** Account numbers `99` + two digits + at least six more go wrong by themselves, in the way the two digits name. */
export const SENTINELS: Readonly<Record<string, BankFault>> = {
  '01': 'accepts-then-times-out',
  '02': 'slow',
  '03': '5xx-before',
  '04': '5xx-after',
  '05': 'duplicate-forgets',
  '06': 'holder-mismatch',
  '07': 'closed-account',
  '08': 'late-reversal',
  '09': 'outage',
  '10': 'drop-connection',
  '11': 'drop-before',
  '12': 'garbled-answer',
};

const SENTINEL = /^99(\d{2})\d{6,16}$/;

export function sentinelFault(accountNumber: string): BankFault | undefined {
  const code = SENTINEL.exec(accountNumber)?.[1];
  return code === undefined ? undefined : SENTINELS[code];
}

/** Sentinel accounts exist at every bank without being opened. */
export function sentinelAccount(bankCode: string, accountNumber: string): AccountOpening | undefined {
  if (sentinelFault(accountNumber) === undefined) return undefined;
  return { bankCode, accountNumber, holderName: 'PENERIMA UJI', status: 'open' };
}
