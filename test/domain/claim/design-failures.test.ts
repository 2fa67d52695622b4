import { day } from '#domain/calendar/day.ts';
import { ACTIONS } from '#domain/claim/actions.ts';
import { react } from '#domain/claim/react.ts';
import { CLAIM_STATUSES, isFinal } from '#domain/claim/statuses.ts';
import { deriveClock } from '#domain/clock/derive.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import {
  APPROVE_ALL,
  APPROVER,
  CONFIRMED,
  DAY,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  PAY,
  REFUSED,
  REJECT,
  SPOUSE_ACCOUNT,
  SUPERVISOR,
  UNKNOWN,
} from '../../factories/claims.ts';

/** Failures other systems shipped, by the names of design.md section 13, as far as they concern the claim itself. */
describe('failures others shipped', () => {
  test('two quick transitions both accepted: of two approvers who decide at once the second is refused', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, APPROVE_ALL);
    expect(file.refusal(OTHER_APPROVER, APPROVE_ALL).refused).toBe('not-allowed-in-status');
    expect(file.facts.filter(({ type }) => type === 'payout.ordered')).toHaveLength(1);
  });

  test('two quick transitions both accepted: an approval and a return of the same point do not both count', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'payee', verdict: 'return', reason: 'account-mismatch' }] });
    expect(file.refusal(OTHER_APPROVER, APPROVE_ALL).refused).toBe('point-open');
  });

  test('two quick transitions both accepted: of a payment and a rejection recommended at once the second is refused', () => {
    const file = readyToRecommend();
    file.give(OFFICER, PAY);
    expect(file.refusal(OTHER_OFFICER, REJECT).refused).toBe('not-allowed-in-status');
  });

  test('N-of-M approval behaving as any one: four of five points approved pay nobody', () => {
    for (const { point: left } of APPROVE_ALL.decisions) {
      const file = claimIn('recommended');
      file.give(APPROVER, { type: 'decidePoints', decisions: APPROVE_ALL.decisions.filter(({ point }) => point !== left) });
      expect([left, file.state.status, file.state.payouts]).toEqual([left, 'recommended', []]);
    }
  });

  test('escalation repeated at every pass: a rung that has fired does not fire at the next thousand passes', () => {
    const file = claimIn('verifying');
    file.at += 20 * DAY;
    expect(file.ring()).toHaveLength(10);
    for (let pass = 0; pass < 1_000; pass += 1) {
      file.at += 60_000;
      expect(file.ring()).toEqual([]);
    }
  });

  test('escalation configured, never executed: a breach reaches the supervisor, and unanswered the head and the region', () => {
    const file = claimIn('verifying');
    file.at += 20 * DAY;
    const tells = file.ring().map((fact) => (fact.type === 'sla.rung-reached' ? fact.tells : []));
    expect(new Set(tells.flat())).toEqual(new Set(['holder', 'supervisor', 'branch-head', 'region']));
  });

  test('reopening an old case breaches at once: a second recommendation starts its response clock fresh, with rungs of its own', () => {
    const file = claimIn('recommended');
    file.at += 3 * DAY;
    file.ring();
    const returned = { point: 'amount', verdict: 'return', reason: 'calculation' } as const;
    file.give(APPROVER, {
      type: 'decidePoints',
      decisions: [...APPROVE_ALL.decisions.filter(({ point }) => point !== 'amount'), returned],
    });
    file.give(OFFICER, PAY);
    expect(file.ring().filter((fact) => fact.type === 'sla.rung-reached' && fact.clock === 'second-eyes')).toEqual([]);
    file.at += 3 * DAY;
    const keys = [
      ...file.state.rungs.map(({ key }) => key),
      ...file.ring().map((fact) => (fact.type === 'sla.rung-reached' ? fact.rungKey : '')),
    ];
    expect(keys.filter((key) => key.startsWith('second-eyes'))).toEqual(['second-eyes:1:100', 'second-eyes:2:100']);
  });

  test('a stored breached flag that time never flips: lateness is derived, the claim itself holds no such flag', () => {
    const { state, calendar, at } = claimIn('verifying');
    const [legal] = state.clocks.filter(({ clock }) => clock === 'jkm-legal');
    const standing = (asOf: number) => legal && deriveClock(legal, calendar, asOf, withSwitches()).standing;
    expect([standing(at), standing(at + 30 * DAY)]).toEqual(['safe', 'late']);
    expect(JSON.stringify(state)).not.toMatch(/breach|standing|late|dueAt/i);
  });

  test('timers older than the job’s window never run: after months of sleep every rung is told, none lost', () => {
    const file = claimIn('verifying');
    file.at += 200 * DAY;
    expect(file.ring()).toHaveLength(10);
  });

  test('record in no queue after a transition: whoever waits for a claim that has not ended has something to do, or the bank has', () => {
    for (const status of CLAIM_STATUSES.filter((status) => !isFinal(status))) {
      const commands = Object.keys(ACTIONS[status]).filter((command) => command !== 'acknowledgeEscalation');
      const waitsForBank = ['approved', 'paying', 'paid'].includes(status);
      expect([status, commands.length > 0 || waitsForBank]).toEqual([status, true]);
    }
  });

  test('gateway silence treated as paid: a line of unknown fate keeps the claim unpaid for as long as it takes', () => {
    const file = claimIn('paying');
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, UNKNOWN);
    file.at += 60 * DAY;
    file.ring();
    expect(file.state).toMatchObject({ status: 'paying', payouts: [{ state: 'unknown' }] });
  });

  test('client retry becomes a second payment: the approval sent again starts no second transfer', () => {
    const file = claimIn('recommended');
    const effects = [...react(file.give(APPROVER, APPROVE_ALL, 'setujui-1')), ...react(file.give(APPROVER, APPROVE_ALL, 'setujui-1'))];
    expect(effects).toHaveLength(1);
  });

  test('client retry becomes a second payment: a refused transfer is never sent again by itself', () => {
    const file = claimIn('paying');
    const [payout] = file.state.payouts;
    if (payout) expect(react(file.bankSays(payout, REFUSED))).toEqual([]);
    file.give(OFFICER, SPOUSE_ACCOUNT);
    expect(react(file.give(OFFICER, PAY))).toEqual([]);
  });

  test('one bad record stops the escalation pass: a clock nobody can compute does not silence the others of its claim', () => {
    const papers = claimIn('registered').state.papers.map((paper) => ({ ...paper, obtainedOn: day('2026-06-01') }));
    const file = readyToRecommend({ at: Date.UTC(2026, 11, 21, 2), registration: { papers } });
    file.at = Date.UTC(2026, 11, 31, 2);
    file.give(OFFICER, PAY);
    const told = file.ring().map((fact) => (fact.type === 'sla.rung-reached' ? fact.rungKey : ''));
    expect(told).toContain('jkm-legal:1:100');
    expect(told.filter((key) => key.startsWith('second-eyes'))).toEqual([]);
  });

  test('success later reversed, told in the wrong order: a confirmed line stays confirmed whatever stale news says', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund] = file.state.payouts;
    if (fund) for (const outcome of [CONFIRMED, UNKNOWN, REFUSED]) file.bankSays(fund, outcome);
    expect(file.state.payouts[0]?.state).toBe('confirmed');
  });

  test('setting saved and never read: the switch of the promise moves its deadline', () => {
    const promise = (unit: 'calendarDays' | 'workingDays') => {
      const switches = { 'sla.partnerPromise': { unit, start: 'complete' } } as const;
      const file = claimIn('verifying', { switches });
      const ledger = file.state.clocks.find(({ clock }) => clock === 'partner-promise');
      return ledger && deriveClock(ledger, file.calendar, file.at, withSwitches(switches)).dueAt;
    };
    expect((promise('workingDays') ?? 0) - (promise('calendarDays') ?? 0)).toBe(2 * DAY);
  });

  test('acknowledged by nobody in particular: an acknowledgement belongs to one rung and silences no other', () => {
    const file = claimIn('verifying');
    file.at += 20 * DAY;
    file.ring();
    file.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:100', reason: 'Menunggu pemeriksa kedua.' });
    const open = file.state.rungs.filter((rung) => rung.mustAcknowledge && rung.acknowledgedAt === undefined);
    expect(open.map(({ key }) => key)).toContain('partner-promise:1:100');
  });
});
