import type { CommandBody } from '#domain/claim/commands.ts';
import { claimIn, payOut, TWO_DAYS_LATE } from '../../factories/claim-paths.ts';
import {
  APPROVER,
  type ClaimFile,
  CONFIRMED,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  paidNow,
  REFUSED,
  REGISTRATION,
  SPOUSE_ACCOUNT,
  SUPERVISOR,
  typesOf,
} from '../../factories/claims.ts';

const late = (file: ClaimFile) => {
  const all = file.state.payouts.filter(({ lines }) => lines.some(({ benefit }) => benefit === 'late.compensation'));
  const found = all.find(({ payeeClass }) => payeeClass !== 'funeralArranger');
  if (!found) throw new Error('nothing is late');
  return found;
};
const say = (file: ClaimFile, verdict: 'pay' | 'decline'): CommandBody => ({
  type: 'releasePayout',
  payoutId: late(file).payoutId,
  verdict,
  reason: 'Sesuai hitungan.',
});
function released(file: ClaimFile): ClaimFile {
  file.give(OFFICER, say(file, 'pay'));
  file.give(APPROVER, say(file, 'pay'));
  return file;
}

describe('money that came late', () => {
  test('42 million two days late owe 840,000 more: calculated by us, held until two persons release it', () => {
    const file = claimIn('paid');
    expect(file.facts.find(({ type }) => type === 'payout.held')).toMatchObject({
      why: 'late-compensation',
      lateDays: 2,
      payout: { amount: 840_000, payeeClass: 'heirs', lines: [{ benefit: 'late.compensation', amount: 840_000 }] },
    });
    expect(file.state).toMatchObject({ status: 'paid', payouts: [{ state: 'confirmed' }, { state: 'held', issue: 0 }] });
  });

  test('in time owes nothing more and the claim closes at once', () => {
    expect(claimIn('closed').facts.filter(({ type }) => type === 'payout.held')).toEqual([]);
  });

  test('an hour late is a day late', () => {
    const file = claimIn('paying');
    file.at = TWO_DAYS_LATE - 46 * 3_600_000;
    for (const payout of file.state.payouts) file.bankSays(payout, paidNow(file));
    expect(late(file)).toMatchObject({ amount: 420_000, lateDays: 1 });
  });

  test('at the due instant itself nothing is late', () => {
    const file = claimIn('paying');
    file.at = TWO_DAYS_LATE - 47 * 3_600_000;
    for (const payout of file.state.payouts) file.bankSays(payout, paidNow(file));
    expect(file.state.status).toBe('closed');
  });

  test('where the switch says so it is not proposed', () => {
    expect(claimIn('paid', { switches: { 'late.autoPropose': false } }).state.status).toBe('closed');
  });

  test('each payee gets his own share of it', () => {
    const file = claimIn('paid', { nobodyInherits: true });
    const held = file.state.payouts.filter(({ state }) => state === 'held');
    expect(held.map(({ payeeClass, amount }) => [payeeClass, amount])).toEqual([
      ['fund', 640_000],
      ['funeralArranger', 200_000],
    ]);
  });

  test('released, it is ordered to the confirmed account with both names, and the claim closes when it has arrived', () => {
    const file = released(claimIn('paid'));
    expect(late(file)).toMatchObject({ state: 'ordered', issue: 1, maker: OFFICER.id, checker: APPROVER.id, accountRef: 'rekening-1' });
    expect(file.state.status).toBe('paid');
    expect(typesOf(file.bankSays(late(file), CONFIRMED))).toEqual(['payout.confirmed', 'claim.closed']);
  });

  test('declined by two persons the claim closes without it', () => {
    const file = claimIn('paid');
    file.give(OFFICER, say(file, 'decline'));
    expect(typesOf(file.give(SUPERVISOR, say(file, 'decline')))).toEqual(['payout.declined', 'claim.closed']);
    expect(late(file).state).toBe('declined');
  });

  test('decided is decided: neither verdict is taken again', () => {
    const file = released(claimIn('paid'));
    for (const verdict of ['pay', 'decline'] as const) {
      expect(file.refusal(OTHER_APPROVER, say(file, verdict))).toMatchObject({
        refused: 'already-paid',
        text: 'Pembayaran itu sudah diputuskan.',
      });
    }
  });

  test('what the claim itself owes is not released this way', () => {
    const file = claimIn('paid');
    const [first] = file.state.payouts;
    expect(file.refusal(OFFICER, { ...say(file, 'pay'), payoutId: first?.payoutId ?? '' } as CommandBody).refused).toBe('invalid-command');
  });
});

describe('late money the bank did not deliver', () => {
  test.each([
    ['refused', () => REFUSED],
    ['reversed', () => ({ state: 'reversed', why: 'rekening ditutup' }) as const],
  ])('%s: another account, and two persons again; the issue counts on', (state, outcome) => {
    const file = released(claimIn('paid', { nobodyInherits: true }));
    if (state === 'reversed') file.bankSays(late(file), CONFIRMED);
    expect(typesOf(file.bankSays(late(file), outcome()))).toEqual([`payout.${state}`]);
    expect(file.state.status).toBe('paid');
    expect(file.refusal(OFFICER, say(file, 'pay')).text).toBe('Rekening Dana Jaminan Sosial belum dikonfirmasi.');
    const account = { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial', accountRef: 'rekening-dana-2' } as const;
    file.give(OTHER_OFFICER, account);
    file.give(OFFICER, say(file, 'pay'));
    file.give(APPROVER, say(file, 'pay'));
    expect(late(file)).toMatchObject({ state: 'ordered', issue: 2, accountRef: 'rekening-dana-2' });
  });

  test('whoever confirmed the new account does not release the money to it', () => {
    const file = released(claimIn('paid'));
    file.bankSays(late(file), REFUSED);
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, accountRef: 'rekening-2' });
    file.give(APPROVER, say(file, 'pay'));
    expect(file.refusal(OFFICER, say(file, 'pay')).refused).toBe('maker-is-checker');
    expect(typesOf(file.give(SUPERVISOR, say(file, 'pay')))).toEqual(['payout.ordered']);
  });

  test('a payee who turned out to have reported is not paid; declining is left', () => {
    const file = claimIn('paid', { nobodyInherits: true });
    const registration = { ...REGISTRATION, reportId: 'lapor-2', institutionId: 'ksp-lain' };
    file.tell({ type: 'deathReported', registration }, 'event-2', { id: 'dana-jaminan-sosial', role: 'machine' });
    expect(file.refusal(OFFICER, say(file, 'pay')).refused).toBe('payee-is-partner');
    file.give(OFFICER, say(file, 'decline'));
    file.give(APPROVER, say(file, 'decline'));
    expect(late(file).state).toBe('declined');
  });

  test('a late compensation that came back after the claim ended is decided again; what the claim owed stays paid', () => {
    const file = released(claimIn('paid'));
    file.bankSays(late(file), CONFIRMED);
    expect(file.state.status).toBe('closed');
    expect(typesOf(file.bankSays(late(file), { state: 'reversed', why: 'rekening ditutup' }))).toEqual(['payout.reversed']);
    expect(file.state).toMatchObject({ status: 'paid', generation: 1, payouts: [{ state: 'confirmed' }, { state: 'reversed' }] });
    file.give(OTHER_OFFICER, { ...SPOUSE_ACCOUNT, accountRef: 'rekening-2' });
    file.give(OFFICER, say(file, 'pay'));
    file.give(APPROVER, say(file, 'pay'));
    expect(late(file)).toMatchObject({ state: 'ordered', issue: 2, accountRef: 'rekening-2' });
    expect(typesOf(file.bankSays(late(file), CONFIRMED))).toEqual(['payout.confirmed', 'claim.closed']);
  });

  test('a late compensation that came back while the claim is recommended again takes the recommendation back with it', () => {
    const file = released(claimIn('paid'));
    file.bankSays(late(file), CONFIRMED);
    const [money] = file.state.payouts;
    if (money) file.bankSays(money, { state: 'reversed', why: 'rekening ditutup' });
    file.give(OFFICER, SPOUSE_ACCOUNT);
    file.give(OFFICER, { type: 'recommend', outcome: 'pay' });
    expect(typesOf(file.bankSays(late(file), { state: 'reversed', why: 'rekening ditutup' }))).toEqual([
      'payout.reversed',
      'sla.clock-stopped',
    ]);
    expect(file.state.status).toBe('verifying');
    file.give(OFFICER, SPOUSE_ACCOUNT);
    payOut(file);
    expect(file.state.status).toBe('paid');
  });
});
