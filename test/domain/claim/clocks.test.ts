import { nextRungAt } from '#domain/claim/clocks.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant, toIso } from '#domain/time/calendar/instant.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { claimIn, readyToRecommend, verifyAll } from '../../factories/claim-paths.ts';
import { APPROVER, ClaimFile, DAY, HOUR, MONDAY_9, OFFICER, PARTNER, PAY, SUPERVISOR, typesOf } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

function clockOf(file: ClaimFile, id: ClockId) {
  const ledger = file.state.clocks.findLast(({ clock }) => clock === id);
  if (!ledger) throw new Error(`${id} never started`);
  return ledger;
}
const view = (file: ClaimFile, id: ClockId, asOf = file.at) =>
  deriveClock(clockOf(file, id), file.calendar, asOf, withSwitches(file.switches));
const told = (file: ClaimFile) => file.state.rungs.map(({ key }) => key);

describe('our response to a report', () => {
  test('is due at the end of the next working day', () => {
    expect(toIso(view(new ClaimFile(), 'first-look').dueAt)).toBe('2026-03-03T08:00:00Z');
  });

  test.each([
    ['checking a paper', (file: ClaimFile) => verifyAll(file)],
    [
      'asking for a paper',
      (file: ClaimFile) => file.give(OFFICER, { type: 'requestCompletion', papers: [{ paper: 'family-card', reason: 'Lama.' }] }),
    ],
  ])('%s is the first look and stops it', (_act, act) => {
    const file = new ClaimFile();
    file.at += HOUR;
    act(file);
    expect(clockOf(file, 'first-look').stoppedAt).toBe(MONDAY_9 + HOUR);
  });

  test('a paper sent by the partner is no look of ours, nor is the acknowledgement that we are late', () => {
    const file = new ClaimFile();
    file.give(PARTNER, { type: 'attachDocuments', papers: [paper('chronology', 1, '2026-02-25')] });
    file.at += 3 * DAY;
    const [rung] = file.ring();
    const rungKey = rung?.type === 'sla.rung-reached' ? rung.rungKey : '';
    file.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey, reason: 'Petugas sakit, dialihkan.' });
    expect(clockOf(file, 'first-look')).not.toHaveProperty('stoppedAt');
  });

  test('a second look does not stop it a second time', () => {
    const file = claimIn('collecting');
    file.at += HOUR;
    verifyAll(file);
    expect(clockOf(file, 'first-look').stoppedAt).toBe(MONDAY_9);
  });
});

describe('the legal limit', () => {
  test('JKM complete on Tuesday 17 March 2026 at 10:00 is due on Friday 27 March at 16:00, over Nyepi, Idulfitri and joint leave', () => {
    const file = claimIn('verifying', { at: instant('2026-03-17T02:00:00Z') });
    expect(toIso(view(file, 'jkm-legal').dueAt)).toBe('2026-03-27T08:00:00Z');
  });

  test('with joint leave as working days the same claim is due on Monday 23 March', () => {
    const file = claimIn('verifying', { at: instant('2026-03-17T02:00:00Z'), switches: { 'calendar.jointLeave': 'working' } });
    expect(toIso(view(file, 'jkm-legal').dueAt)).toBe('2026-03-23T08:00:00Z');
  });

  test('does not run before completeness, however long papers take', () => {
    expect(claimIn('collecting').state.clocks.map(({ clock }) => clock)).toEqual(['first-look']);
  });

  test('stops with a verdict for ever once paid: a year later it stands where it stood', () => {
    const file = claimIn('closed');
    expect(view(file, 'jkm-legal')).toMatchObject({ state: 'stopped', standing: 'met', lateDays: 0 });
    expect(view(file, 'jkm-legal', file.at + 365 * DAY)).toEqual(view(file, 'jkm-legal'));
    expect(view(file, 'partner-promise').standing).toBe('met');
  });

  test('a payment confirmed after the limit is missed for ever', () => {
    const file = claimIn('paying');
    file.at += 14 * DAY;
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, { state: 'confirmed', bankReference: 'BANK-2', paidAt: file.at });
    expect(view(file, 'jkm-legal', file.at + DAY)).toMatchObject({ standing: 'missed', lateDays: 11 });
  });
});

describe('the second pair of eyes', () => {
  test('has one working day from the recommendation, and stops when the last point has a verdict', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'amount', verdict: 'approve' }] });
    expect(clockOf(file, 'second-eyes')).not.toHaveProperty('stoppedAt');
    file.at += HOUR;
    const rest = (['completeness', 'programme', 'heirs', 'payee'] as const).map((point) => ({ point, verdict: 'approve' as const }));
    file.give(APPROVER, { type: 'decidePoints', decisions: rest });
    expect(clockOf(file, 'second-eyes').stoppedAt).toBe(MONDAY_9 + HOUR);
  });

  test('a second recommendation is a second generation with its own day', () => {
    const file = claimIn('recommended');
    const decisions = (['completeness', 'programme', 'heirs', 'payee'] as const).map((point) => ({ point, verdict: 'approve' as const }));
    file.give(APPROVER, { type: 'decidePoints', decisions: [...decisions, { point: 'amount', verdict: 'return', reason: 'calculation' }] });
    file.at += DAY;
    file.give(OFFICER, PAY);
    expect(clockOf(file, 'second-eyes')).toMatchObject({ generation: 2, startedAt: MONDAY_9 + DAY });
  });

  test('recommended on the last working day of the calendar is not held up by a year nobody has decreed: the limit shows as unknown', () => {
    const papers = new ClaimFile().state.papers.map((one) => ({ ...one, obtainedOn: day('2026-06-01') }));
    const file = readyToRecommend({ at: instant('2026-12-21T02:00:00Z'), registration: { papers } });
    file.at = instant('2026-12-31T02:00:00Z');
    file.give(OFFICER, PAY);
    expect(() => view(file, 'second-eyes')).toThrow(/2027/);
    expect(typesOf(file.ring())).toContain('sla.rung-reached');
  });
});

describe('the ladder', () => {
  test('half of three working days spent tells the holder, at the service hour, once', () => {
    const file = claimIn('verifying');
    const halfAt = nextRungAt(file.state, file.context);
    expect(toIso(halfAt ?? 0)).toBe('2026-03-04T00:30:00Z');
    file.at = halfAt ?? 0;
    expect(file.ring()).toMatchObject([{ type: 'sla.rung-reached', rungKey: 'jkm-legal:1:50', tells: ['holder'] }]);
    expect(file.ring()).toEqual([]);
  });

  test('nothing rings before its time', () => {
    const file = claimIn('verifying');
    file.at = (nextRungAt(file.state, file.context) ?? 0) - 1;
    expect(file.ring()).toEqual([]);
  });

  test('a breach nobody acknowledges brings the head of branch after four service hours, an acknowledged one a working day later', () => {
    const breached = claimIn('verifying');
    breached.at = view(breached, 'jkm-legal').dueAt;
    breached.ring();
    const acknowledged = new ClaimFile({ journal: breached.facts, at: breached.at });
    acknowledged.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:100', reason: 'Menunggu pemeriksa kedua.' });
    breached.at += 20 * HOUR;
    acknowledged.at += 20 * HOUR;
    breached.ring();
    acknowledged.ring();
    expect(told(breached)).toContain('jkm-legal:1:+1');
    expect(told(acknowledged)).not.toContain('jkm-legal:1:+1');
  });

  test('a claim that slept over its deadline tells every rung it missed, in order, and no rung of a stopped clock', () => {
    const file = claimIn('verifying');
    file.at += 30 * DAY;
    file.ring();
    const rungs = ['50', '75', '100', '+1', '+3'];
    expect(told(file)).toEqual([...rungs.map((rung) => `jkm-legal:1:${rung}`), ...rungs.map((rung) => `partner-promise:1:${rung}`)]);
    expect(nextRungAt(file.state, file.context)).toBeUndefined();
  });

  test('a calendar that ends leaves one clock unknown and does not silence the others', () => {
    const file = claimIn('verifying', { switches: { 'sla.partnerPromise': { unit: 'calendarDays', start: 'complete' } } });
    file.at = instant('2027-01-05T02:00:00Z');
    expect(() => file.ring()).not.toThrow();
    expect(told(file)).toContain('jkm-legal:1:100');
  });

  test('a breach acknowledged by nobody when the calendar ends still reaches the head of branch at the time that is known', () => {
    const papers = new ClaimFile().state.papers.map((one) => ({ ...one, obtainedOn: day('2026-06-01') }));
    const file = claimIn('verifying', { at: instant('2026-12-23T02:00:00Z'), registration: { papers } });
    file.at = instant('2026-12-31T05:00:00Z');
    expect(file.ring()).toContainEqual(expect.objectContaining({ rungKey: 'jkm-legal:1:100' }));
    expect(toIso(nextRungAt(file.state, file.context) ?? 0)).toBe('2026-12-31T08:00:00Z');
  });

  test('a closed claim asks for no alarm', () => {
    const file = claimIn('closed');
    expect(nextRungAt(file.state, file.context)).toBeUndefined();
  });
});
