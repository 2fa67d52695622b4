import type { AccountOpening } from '#schemas/bank/sandbox.ts';

const open = (bankCode: string, accountNumber: string, holderName: string): AccountOpening => ({
  bankCode,
  accountNumber,
  holderName,
  status: 'open',
});

/** Accounts of invented people at invented branches, there from the first start. */
export const SEED_ACCOUNTS: readonly AccountOpening[] = [
  open('130', '1300000000001', 'PETRONELA CONTOH SATU'),
  open('130', '1300000000002', 'YULITA CONTOH DUA'),
  open('130', '1300000000003', 'AGUSTINUS CONTOH TIGA'),
  open('002', '0020000000004', 'MARSELINA CONTOH EMPAT'),
  open('009', '0090000000005', 'CONTOH'),
  { ...open('014', '0140000000006', 'YAKOBUS CONTOH ENAM'), status: 'closed' },
  { ...open('130', '1300000000007', 'ROSALIA CONTOH TUJUH'), status: 'dormant' },
];
