import { ACTIONS } from '#domain/claim/actions.ts';
import { react } from '#domain/claim/react.ts';
import { CLAIM_STATUSES, isFinal } from '#domain/claim/statuses.ts';
import { primaryWorklist } from '#domain/claim/worklists.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import {
  APPROVE_ALL,
  APPROVER,
  approveOpen,
  ClaimFile,
  CONFIRMED,
  DAY,
  HOUR,
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
import { paper } from '../../factories/people.ts';

const COURT = { type: 'pauseClock', ground: 'court-order', source: 'Penetapan nomor 7.' } as const;

function dueOf(file: ClaimFile, clock: ClockId): number {
  const ledger = file.state.clocks.findLast((one) => one.clock === clock);
  if (!ledger) throw new Error(`${clock} never started`);
  return deriveClock(ledger, file.calendar, file.at, withSwitches(file.switches)).dueAt;
}

/** Failures other systems shipped, by the names of design.md section 13, as far as they concern the claim itself. */
describe('failures others shipped', () => {
  test('a comment counts elapsed time twice: words, papers and acknowledgements leave every deadline and every minute spent as they were', () => {
    const file = claimIn('verifying');
    file.at += DAY + 3 * HOUR;
    file.ring();
    const views = () => file.state.clocks.map((ledger) => deriveClock(ledger, file.calendar, file.at, withSwitches()));
    const before = views();
    file.tell({ type: 'documentsAdded', papers: [paper('chronology', 9, '2026-02-25')] });
    file.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Keterangan keluarga.' });
    file.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Keterangan keluarga, diperjelas.' });
    expect(views()).toEqual(before);
  });

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
    file.at += 23 * DAY;
    expect(file.ring()).toHaveLength(10);
    for (let pass = 0; pass < 1_000; pass += 1) {
      file.at += 60_000;
      expect(file.ring()).toEqual([]);
    }
  });

  test('escalation configured, never executed: a breach reaches the supervisor, and unanswered the head and the region', () => {
    const file = claimIn('verifying');
    file.at += 23 * DAY;
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
    file.at += 4 * DAY;
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
    file.at += 199 * DAY;
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

  test('pausing on a holiday: a pause that begins and ends on free days moves nothing', () => {
    const file = claimIn('verifying', { at: Date.UTC(2026, 2, 17, 2) });
    const due = () => dueOf(file, 'jkm-legal');
    const before = due();
    file.at = Date.UTC(2026, 2, 19, 2);
    file.give(OFFICER, COURT);
    file.at = Date.UTC(2026, 2, 22, 2);
    file.give(OFFICER, { type: 'resumeClock', ground: 'court-order', reason: 'Putusan.' });
    expect(due()).toBe(before);
  });

  test('hold time added as wall clock instead of working time: a weekend on hold costs no Monday', () => {
    const file = claimIn('verifying', { at: Date.UTC(2026, 2, 5, 2) });
    const before = dueOf(file, 'jkm-legal');
    file.at = Date.UTC(2026, 2, 6, 8);
    file.give(OFFICER, COURT);
    file.at = Date.UTC(2026, 2, 9, 0);
    file.give(OFFICER, { type: 'resumeClock', ground: 'court-order', reason: 'Putusan.' });
    expect(dueOf(file, 'jkm-legal')).toBe(before);
  });

  test('pause forgotten when the deadline changes: triage to the other programme keeps the clock standing', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, COURT);
    file.give(OFFICER, { type: 'triageCause', programme: 'jkk', reason: 'Kecelakaan kerja.' });
    const legal = file.state.clocks.find(({ clock }) => clock === 'jkk-legal');
    expect(legal && deriveClock(legal, file.calendar, file.at + DAY, withSwitches()).state).toBe('paused');
  });

  test('reassigning drops the hold: whoever works on the claim next, it stays held', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, COURT);
    const documentId = file.state.papers[0]?.documentId ?? '';
    file.give(OTHER_OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'ok' }] });
    expect(file.state.holds.map(({ ground }) => ground)).toEqual(['court-order']);
  });

  test('reopening an old case breaches at once: a rejection contested a year later starts fresh, the old verdict stays', () => {
    const calendar = { ...claimIn('registered').calendar, years: [2026, 2027] };
    const file = claimIn('rejected', { calendar });
    const before = file.state.clocks;
    file.at += 365 * DAY;
    file.give(OFFICER, { type: 'appeal', reason: 'Bukti baru.' });
    expect(file.ring()).toEqual([]);
    expect(file.state.clocks.slice(0, before.length)).toEqual(before);
  });

  test('holiday ignored: one that is decreed later moves the deadline of a claim that waits already', () => {
    const file = claimIn('verifying');
    const before = dueOf(file, 'jkm-legal');
    file.moveTo({ ...file.calendar, version: 2, holidays: [...file.calendar.holidays, day('2026-03-04')] });
    expect(dueOf(file, 'jkm-legal') - before).toBe(DAY);
  });

  test('start before opening or after closing: complete on Friday evening counts from Monday', () => {
    const friday = claimIn('verifying', { at: Date.UTC(2026, 2, 6, 10) });
    const monday = claimIn('verifying', { at: Date.UTC(2026, 2, 9, 0) });
    expect(dueOf(friday, 'jkm-legal')).toBe(dueOf(monday, 'jkm-legal'));
  });

  test('N-of-M approval behaving as any one: of two who must say the same, one says nothing yet', () => {
    const file = claimIn('paid');
    const held = file.state.payouts.find(({ state }) => state === 'held');
    const release = { type: 'releasePayout', payoutId: held?.payoutId ?? '', verdict: 'pay', reason: 'Sesuai.' } as const;
    file.give(OFFICER, release);
    expect(file.state.payouts.some(({ state }) => state === 'ordered')).toBe(false);
  });

  test('success later reversed: the claim opens again and nothing is sent by itself', () => {
    const file = claimIn('closed');
    const [payout] = file.state.payouts;
    const facts = payout ? file.bankSays(payout, { state: 'reversed', why: 'rekening ditutup' }) : [];
    expect([file.state.status, react(facts)]).toEqual(['verifying', []]);
  });

  test('retry of a pending request aborts the good one: a line in flight is neither ordered again nor given up', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (fund) file.bankSays(fund, UNKNOWN);
    if (arranger) file.bankSays(arranger, REFUSED);
    expect(file.refusal(OFFICER, REJECT).refused).toBe('already-paid');
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'tetangga' });
    file.give(OFFICER, PAY);
    const facts = file.give(APPROVER, approveOpen(file));
    expect(react(facts).map((effect) => (effect.type === 'startPayout' ? effect.payout.payeeClass : effect.type))).toEqual([
      'funeralArranger',
    ]);
  });

  test('record in no queue after a transition: every status has exactly one worklist, and only ended ones are out of the way', () => {
    const statuses = CLAIM_STATUSES.filter((status) => status !== 'approved');
    const lists = statuses.map((status) => [isFinal(status), primaryWorklist(claimIn(status).state)] as const);
    for (const [hasEnded, list] of lists) expect([list, list === 'ended']).toEqual([list, hasEnded]);
  });

  test('a budget of 0: a clock due the moment it starts is told once, and does not stop the others', () => {
    const accident = { happenedAt: Date.UTC(2026, 1, 20, 2), suspected: true, stageOneAt: Date.UTC(2026, 2, 2, 1) };
    const switches = { 'jkk.suspectedDays': 0 };
    const file = new ClaimFile({ switches, registration: { kind: 'accident', accident } });
    const keys = file.ring().map((fact) => (fact.type === 'sla.rung-reached' ? fact.rungKey : ''));
    expect(keys.filter((key) => key === 'suspected-accident:1:100')).toHaveLength(1);
    expect(file.ring()).toEqual([]);
  });

  test('acknowledged by nobody in particular: an acknowledgement belongs to one rung and silences no other', () => {
    const file = claimIn('verifying');
    file.at += 23 * DAY;
    file.ring();
    file.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:100', reason: 'Menunggu pemeriksa kedua.' });
    const open = file.state.rungs.filter((rung) => rung.mustAcknowledge && rung.acknowledgedAt === undefined);
    expect(open.map(({ key }) => key)).toContain('partner-promise:1:100');
  });
});
