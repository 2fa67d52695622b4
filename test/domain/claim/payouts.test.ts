import { claimIn } from '../../factories/claim-paths.ts';
import { APPROVER, type ClaimFile, CONFIRMED, OFFICER, PAY, REFUSED, SPOUSE_ACCOUNT, typesOf, UNKNOWN } from '../../factories/claims.ts';

const FUND = { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial', accountRef: 'rekening-dana-2' } as const;
const ARRANGER = { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'tetangga', accountRef: 'rekening-tetangga-2' } as const;
const AGAIN = {
  type: 'decidePoints',
  decisions: [
    { point: 'payee', verdict: 'approve' },
    { point: 'amount', verdict: 'approve' },
  ],
} as const;

/** The payout of a claim that has at least that many. */
function payout(file: ClaimFile, index = 0) {
  const found = file.state.payouts[index];
  if (!found) throw new Error(`no payout ${index}`);
  return found;
}
const states = (file: ClaimFile) => file.state.payouts.map(({ payeeClass, issue, state }) => [payeeClass, issue, state]);

describe('the bank confirms', () => {
  test('the only line: the claim is paid, its clocks stop for ever, and it is closed', () => {
    const file = claimIn('paying');
    expect(typesOf(file.bankSays(payout(file), CONFIRMED))).toEqual([
      'payout.confirmed',
      'claim.paid',
      'sla.clock-stopped',
      'sla.clock-stopped',
      'claim.closed',
    ]);
    expect(file.state.status).toBe('closed');
    expect(payout(file)).toMatchObject({ state: 'confirmed', bankReference: 'BANK-1' });
  });

  test('one line of two: the claim is not paid until the other is confirmed too', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    expect(typesOf(file.bankSays(payout(file), CONFIRMED))).toEqual(['payout.confirmed']);
    expect(file.state.status).toBe('paying');
    expect(typesOf(file.bankSays(payout(file, 1), CONFIRMED))).toContain('claim.paid');
    expect(file.facts.find(({ type }) => type === 'claim.paid')).toMatchObject({ total: 42_000_000 });
  });

  test('after silence: unknown is neither paid nor failed, and a repeated silence is no news', () => {
    const file = claimIn('paying');
    expect(typesOf(file.bankSays(payout(file), UNKNOWN))).toEqual(['payout.unknown']);
    expect(file.bankSays(payout(file), UNKNOWN)).toEqual([]);
    expect(file.state.status).toBe('paying');
    expect(typesOf(file.bankSays(payout(file), CONFIRMED))).toContain('claim.closed');
  });
});

describe('nobody inherits', () => {
  test('the fund and whoever arranged the funeral are paid as two transfers, each once', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    expect(file.state.payouts.map(({ payeeClass, personId, amount, lines }) => [payeeClass, personId, amount, lines])).toEqual([
      [
        'fund',
        'dana-jaminan-sosial',
        32_000_000,
        [
          { benefit: 'jkm.lump', amount: 20_000_000 },
          { benefit: 'jkm.periodic', amount: 12_000_000 },
        ],
      ],
      ['funeralArranger', 'tetangga', 10_000_000, [{ benefit: 'jkm.funeral', amount: 10_000_000 }]],
    ]);
  });

  test('a refused line is ordered again as the next issue while the other, paid or on its way, is left alone', () => {
    for (const other of [CONFIRMED, UNKNOWN]) {
      const file = claimIn('paying', { nobodyInherits: true });
      const before = payout(file);
      file.bankSays(payout(file, 1), other);
      file.bankSays(before, REFUSED);
      file.give(OFFICER, FUND);
      file.give(OFFICER, PAY);
      const ordered = file.give(APPROVER, AGAIN).filter(({ type }) => type === 'payout.ordered');
      expect(ordered).toHaveLength(1);
      expect(ordered[0]).toMatchObject({
        payout: { payoutId: before.payoutId, issue: 2, accountRef: 'rekening-dana-2', amount: 32_000_000 },
      });
      expect(states(file)).toContainEqual(['funeralArranger', 1, other.state]);
    }
  });

  test('both lines refused: both accounts are confirmed anew, one of them is not enough', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    file.bankSays(payout(file), REFUSED);
    file.bankSays(payout(file, 1), REFUSED);
    file.give(OFFICER, FUND);
    expect(file.refusal(OFFICER, PAY).text).toBe('Rekening yang mengurus pemakaman belum dikonfirmasi.');
    file.give(OFFICER, ARRANGER);
    file.give(OFFICER, PAY);
    file.give(APPROVER, AGAIN);
    expect(states(file)).toEqual([
      ['fund', 2, 'ordered'],
      ['funeralArranger', 2, 'ordered'],
    ]);
  });

  test('a refusal while the second person decides takes the claim back, and its response clock stops', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    file.bankSays(payout(file), REFUSED);
    file.give(OFFICER, FUND);
    file.give(OFFICER, PAY);
    expect(typesOf(file.bankSays(payout(file, 1), REFUSED))).toEqual(['payout.refused', 'sla.clock-stopped']);
    expect(file.state.status).toBe('verifying');
    file.give(OFFICER, ARRANGER);
    file.give(OFFICER, PAY);
    expect(file.state.clocks.filter(({ clock, stoppedAt }) => clock === 'second-eyes' && stoppedAt === undefined)).toHaveLength(1);
  });

  test('a refusal while papers are collected again does not take the claim past its missing completeness', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    file.bankSays(payout(file), REFUSED);
    file.give(OFFICER, FUND);
    file.give(OFFICER, PAY);
    const completeness = { point: 'completeness', verdict: 'return', reason: 'paper-unreadable' } as const;
    file.give(APPROVER, { type: 'decidePoints', decisions: [completeness, ...AGAIN.decisions] });
    file.bankSays(payout(file, 1), REFUSED);
    expect(file.state.status).toBe('collecting');
    file.give(OFFICER, { type: 'declareComplete' });
    file.give(OFFICER, FUND);
    file.give(OFFICER, ARRANGER);
    file.give(OFFICER, PAY);
    file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'completeness', verdict: 'approve' }, ...AGAIN.decisions] });
    expect(file.state.status).toBe('paying');
  });
});

describe('the bank refuses', () => {
  test('the claim goes back to its officer: the account is confirmed anew and seen by a second person', () => {
    const file = claimIn('paying');
    expect(typesOf(file.bankSays(payout(file), REFUSED))).toEqual(['payout.refused']);
    expect(file.state).toMatchObject({ status: 'verifying', points: { payee: { verdict: 'returned', reason: 'account-mismatch' } } });
    expect(file.refusal(OFFICER, PAY).text).toBe('Selesaikan dahulu: rekening penerima.');
  });

  test('the legal clock runs on: a closed account does not give us more time', () => {
    const file = claimIn('paying');
    file.bankSays(payout(file), REFUSED);
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ clock }) => clock)).toEqual([
      'jkm-legal',
      'partner-promise',
    ]);
  });

  test('the approved again line is the same payout, issue 2, to the new account; then the claim closes', () => {
    const file = claimIn('paying');
    const before = payout(file);
    file.bankSays(before, REFUSED);
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, accountRef: 'rekening-2' });
    file.give(OFFICER, PAY);
    file.give(APPROVER, AGAIN);
    expect(file.state.payouts).toHaveLength(1);
    expect(payout(file)).toMatchObject({ payoutId: before.payoutId, issue: 2, accountRef: 'rekening-2', state: 'ordered' });
    file.bankSays(payout(file), CONFIRMED);
    expect(file.state.status).toBe('closed');
  });

  test('an order that died under the other programme does not keep the claim from being paid', () => {
    const file = claimIn('paying', { programme: 'jkk' });
    file.bankSays(payout(file), REFUSED);
    file.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Ternyata meninggal karena sakit.' });
    file.give(OFFICER, SPOUSE_ACCOUNT);
    file.give(OFFICER, PAY);
    file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'programme', verdict: 'approve' }, ...AGAIN.decisions] });
    expect(file.state.payouts.map(({ programme, state }) => [programme, state])).toEqual([
      ['jkk', 'refused'],
      ['jkm', 'ordered'],
    ]);
    file.bankSays(payout(file, 1), CONFIRMED);
    expect(file.state.status).toBe('closed');
  });
});
