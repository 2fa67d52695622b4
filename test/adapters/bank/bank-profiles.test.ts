import { BANK_PROFILES } from '#adapters/bank/bank-profiles.ts';
import type { SnapCaller } from '#adapters/bank/snap-call.ts';
import { transferStatus } from '#adapters/bank/snap-status.ts';
import { toSnapAmount } from '#adapters/bank/snap-wire.ts';
import type { BankProfile } from '#domain/money/payout/bank-profile.ts';
import { referenceOf } from '#domain/money/payout/transfer.ts';
import { adapterConfig, makeKeys } from '../../sandbox/bank/bank-client.ts';
import { makeOrder } from './orders.ts';

const keys = makeKeys();
const ORDER = makeOrder({ bankCode: '130', accountNumber: '1234567890', holderName: 'PASANGAN CONTOH' });

/** What we make of one number of `latestTransactionStatus`, asked an hour after the order. */
async function heard(latestTransactionStatus: string, profile: BankProfile): Promise<string> {
  const body = {
    responseCode: '2003600',
    responseMessage: '-',
    originalPartnerReferenceNo: referenceOf(ORDER),
    originalReferenceNo: 'BANK-1',
    latestTransactionStatus,
    amount: toSnapAmount(ORDER.amount),
  };
  const call: SnapCaller = async () => ({ meaning: { means: 'done' }, body }) as never;
  const config = adapterConfig('http://127.0.0.1:1', keys, { profile, now: () => ORDER.sentAt + 3_600_000 });
  const status = await transferStatus(config, call, ORDER, '1');
  return status.state === 'unknown' ? status.why : status.state;
}

test('a status number means what this bank says it means; one it does not list is nobody’s guess', async () => {
  const { snap } = BANK_PROFILES;
  const other: BankProfile = { ...snap, id: 'other', latestStatus: { '00': 'paid', '04': 'not-paid', '05': 'not-paid', '09': 'not-paid' } };
  const numbers = ['00', '03', '04', '05', '08', '09'];
  const meant = (profile: BankProfile) => Promise.all(numbers.map((number) => heard(number, profile)));
  expect(await meant(snap)).toEqual(['confirmed', 'pending', 'reversed', 'refused', 'code-unlisted', 'code-unlisted']);
  expect(await meant(other)).toEqual(['confirmed', 'code-unlisted', 'refused', 'refused', 'code-unlisted', 'refused']);
});

test('from the age on at which a bank forgets, its not-found is nobody’s leave to send again', async () => {
  const { snap } = BANK_PROFILES;
  expect(await heard('07', snap)).toBe('not-found');
  const call: SnapCaller = async () => ({ meaning: { means: 'not-found' }, body: {} }) as never;
  const config = adapterConfig('http://127.0.0.1:1', keys, { profile: snap, now: () => ORDER.firstSentAt + snap.remembersMs });
  expect(await transferStatus({ ...config, bankRemembersMs: snap.remembersMs }, call, ORDER, '1')).toMatchObject({
    state: 'unknown',
    why: 'bank-may-have-forgotten',
  });
});
