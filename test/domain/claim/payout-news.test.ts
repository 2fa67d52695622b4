import { claimIn } from '../../factories/claim-paths.ts';
import {
  APPROVE_ALL,
  APPROVER,
  type ClaimFile,
  CONFIRMED,
  DAY,
  OFFICER,
  PAY,
  REFUSED,
  REGISTRATION,
  SPOUSE_ACCOUNT,
  typesOf,
  UNKNOWN,
} from '../../factories/claims.ts';

const AGAIN = {
  type: 'decidePoints',
  decisions: [
    { point: 'payee', verdict: 'approve' },
    { point: 'amount', verdict: 'approve' },
  ],
} as const;

function payout(file: ClaimFile) {
  const [found] = file.state.payouts;
  if (!found) throw new Error('no payout');
  return found;
}

describe('news of a payout that changes nothing', () => {
  test('the same news under the same event number', () => {
    const file = claimIn('paying');
    const told = payout(file);
    file.bankSays(told, UNKNOWN, 'kabar-1');
    expect(file.bankSays(told, CONFIRMED, 'kabar-1')).toEqual([]);
    expect(payout(file).state).toBe('unknown');
  });

  test('the same news under another event number', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    file.bankSays(payout(file), CONFIRMED);
    for (const outcome of [CONFIRMED, REFUSED, UNKNOWN]) expect(file.bankSays(payout(file), outcome)).toEqual([]);
    expect(payout(file).state).toBe('confirmed');
  });

  test('news of the issue before, which the bank has refused', () => {
    const file = claimIn('paying');
    const first = payout(file);
    file.bankSays(first, REFUSED);
    file.give(OFFICER, SPOUSE_ACCOUNT);
    file.give(OFFICER, PAY);
    file.give(APPROVER, AGAIN);
    for (const outcome of [REFUSED, UNKNOWN]) expect(file.bankSays(first, outcome)).toEqual([]);
    expect(payout(file)).toMatchObject({ issue: 2, state: 'ordered' });
  });

  test('news of a payout this claim never ordered', () => {
    const file = claimIn('paying');
    expect(file.bankSays({ payoutId: 'lain', issue: 1 }, CONFIRMED)).toEqual([]);
  });

  test('a second approval of the same recommendation orders nothing', () => {
    const file = claimIn('paying');
    expect(file.refusal(APPROVER, APPROVE_ALL).refused).toBe('not-allowed-in-status');
    expect(file.state.payouts).toHaveLength(1);
  });

  test('late news after closing, days later', () => {
    const file = claimIn('closed');
    file.at += 3 * DAY;
    expect(file.bankSays(payout(file), REFUSED)).toEqual([]);
    expect(file.state.status).toBe('closed');
  });

  test('payments do not depend on who reported: a repeated report while paying orders nothing', () => {
    const file = claimIn('paying');
    const registration = { ...REGISTRATION, reportId: 'lapor-2', institutionId: 'ksp-lain' };
    expect(typesOf(file.tell({ type: 'deathReported', registration }))).toEqual(['claim.report-repeated']);
    expect(file.state).toMatchObject({ status: 'paying', payouts: [{ issue: 1 }] });
  });
});
