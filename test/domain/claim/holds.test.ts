import type { CommandBody } from '#domain/claim/commands.ts';
import type { Membership } from '#domain/claim/parts.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant, toIso } from '#domain/time/calendar/instant.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import { claimIn, JKK, readyToRecommend } from '../../factories/claim-paths.ts';
import {
  APPROVER,
  type ClaimFile,
  DAY,
  HOUR,
  MONDAY_9,
  OFFICER,
  REGISTRATION,
  REJECT,
  SUPERVISOR,
  typesOf,
} from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const freshPapers = REGISTRATION.papers.map(({ paper: kind }) => paper(kind, 1, '2026-12-10'));

const pause = (ground: PauseGround, from?: number): CommandBody => ({
  type: 'pauseClock',
  ground,
  source: 'Surat nomor 12/2026.',
  ...(from === undefined ? {} : { from }),
});
const resume = (ground: PauseGround): CommandBody => ({ type: 'resumeClock', ground, reason: 'Putusan diterima.' });
function ledgerOf(file: ClaimFile, clock: ClockId) {
  const found = file.state.clocks.findLast((ledger) => ledger.clock === clock);
  if (!found) throw new Error(`${clock} never started`);
  return found;
}
const view = (file: ClaimFile, clock: ClockId = 'jkm-legal') =>
  deriveClock(ledgerOf(file, clock), file.calendar, file.at, withSwitches(file.switches));
const due = (file: ClaimFile, clock: ClockId = 'jkm-legal') => toIso(view(file, clock).dueAt);

describe('a pause', () => {
  test('for a court order stops the legal clock and our promise, and moves both by the working time it lasted', () => {
    const file = claimIn('verifying');
    const [before, promise] = [due(file), view(file, 'partner-promise').dueAt];
    expect(file.give(OFFICER, pause('court-order'))).toMatchObject([
      { type: 'sla.clock-paused', clocks: ['jkm-legal', 'partner-promise'], from: MONDAY_9 },
    ]);
    file.at += DAY;
    file.give(OFFICER, resume('court-order'));
    expect([before, due(file)]).toEqual(['2026-03-05T08:00:00Z', '2026-03-06T08:00:00Z']);
    expect(view(file, 'partner-promise').dueAt).toBeGreaterThan(promise);
  });

  test.each([
    ['over a weekend costs nothing', '2026-03-06T08:00:00Z', '2026-03-09T00:00:00Z', '2026-03-10T08:00:00Z'],
    ['over one night costs nothing', '2026-03-06T08:00:00Z', '2026-03-06T23:00:00Z', '2026-03-10T08:00:00Z'],
    ['begun on a Saturday, ended on Sunday costs nothing', '2026-03-07T04:00:00Z', '2026-03-08T04:00:00Z', '2026-03-10T08:00:00Z'],
    ['of one service day moves the limit by one', '2026-03-06T00:00:00Z', '2026-03-09T00:00:00Z', '2026-03-11T08:00:00Z'],
  ])('%s', (_what, from, to, dueAt) => {
    const file = claimIn('verifying', { at: instant('2026-03-05T02:00:00Z') });
    expect(due(file)).toBe('2026-03-10T08:00:00Z');
    file.at = instant(from);
    file.give(OFFICER, pause('court-order'));
    file.at = instant(to);
    file.give(OFFICER, resume('court-order'));
    expect(due(file)).toBe(dueAt);
  });

  test('over Nyepi and Idulfitri costs only the days the office would have served', () => {
    const file = claimIn('verifying', { at: instant('2026-03-17T02:00:00Z') });
    file.at = instant('2026-03-18T02:00:00Z');
    file.give(OFFICER, pause('court-order'));
    file.at = instant('2026-03-24T10:00:00Z');
    file.give(OFFICER, resume('court-order'));
    expect(due(file)).toBe('2026-03-27T08:00:00Z');
  });

  test('no rung fires while it lasts, and afterwards none is skipped', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, pause('court-order'));
    file.at += 23 * DAY;
    expect(file.ring()).toEqual([]);
    file.give(OFFICER, resume('court-order'));
    expect(file.ring()).toEqual([]);
    file.at += 23 * DAY;
    expect(file.ring()).toHaveLength(10);
  });

  test('given again while it lasts changes nothing, resumed twice is refused', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, pause('court-order'));
    expect(file.give(APPROVER, pause('court-order'))).toEqual([]);
    file.give(OFFICER, resume('court-order'));
    expect(file.refusal(OFFICER, resume('court-order'))).toMatchObject({ refused: 'clock-unknown' });
  });

  test('of one ground ends while the other still holds the clock', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, pause('court-order'));
    file.give(OFFICER, pause('heir-dispute'));
    file.give(OFFICER, resume('court-order'));
    expect(view(file).state).toBe('paused');
    expect(file.state.holds.map(({ ground }) => ground)).toEqual(['heir-dispute']);
  });

  test('may reach back only where its ground may, never ahead, and not before the clock began to count', () => {
    const file = claimIn('verifying');
    file.at += 2 * DAY;
    expect(file.refusal(OFFICER, pause('heir-dispute', file.at - DAY)).text).toBe(
      'Penghentian karena sengketa ahli waris tidak berlaku surut.',
    );
    expect(file.refusal(OFFICER, pause('court-order', file.at + 1)).text).toBe('Penghentian tidak dapat dimulai di masa depan.');
    file.give(OFFICER, pause('court-order', MONDAY_9 - 300 * DAY));
    file.give(OFFICER, resume('court-order'));
    expect(due(file)).toBe('2026-03-09T08:00:00Z');
  });

  test('reaching back does not take back rungs that were told', () => {
    const file = claimIn('verifying');
    file.at += 4 * DAY;
    const told = file.ring().length;
    file.give(OFFICER, pause('court-order', MONDAY_9));
    expect(file.state.rungs).toHaveLength(told);
    expect(view(file).state).toBe('paused');
    expect(file.ring()).toEqual([]);
  });

  test('for want of a paper does not exist: our own waiting stops no clock', () => {
    const file = claimIn('verifying');
    expect(file.refusal(OFFICER, pause('medical-opinion'))).toEqual({
      refused: 'clock-unknown',
      text: 'Tidak ada batas waktu berjalan yang boleh dihentikan karena menunggu pendapat medis.',
      rule: 'rules.md section 7: pause grounds',
    });
    for (const ground of ['payer-unpaid', 'arrears-unpaid'] as const) {
      expect(file.refusal(OFFICER, pause(ground)).text).toMatch(/^Menurut data kepesertaan tidak ada iuran yang ditunggu/);
    }
  });

  test('before completeness finds no clock to hold', () => {
    expect(claimIn('collecting').refusal(OFFICER, pause('court-order')).refused).toBe('clock-unknown');
  });
});

describe('pause forgotten when the deadline changes', () => {
  test('triage to JKK carries every pause that may hold the other limit, ended or not', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, pause('court-order'));
    file.at += DAY;
    file.give(OFFICER, resume('court-order'));
    file.give(OFFICER, pause('heir-dispute'));
    file.at += HOUR;
    const facts = file.give(OFFICER, JKK);
    expect(typesOf(facts).slice(0, 3)).toEqual(['claim.cause-triaged', 'sla.clock-stopped', 'sla.clock-started']);
    expect(ledgerOf(file, 'jkk-legal')).toMatchObject({
      startedAt: MONDAY_9,
      pauses: [
        { ground: 'court-order', from: MONDAY_9, to: MONDAY_9 + DAY },
        { ground: 'heir-dispute', from: MONDAY_9 + DAY },
      ],
    });
    expect(view(file, 'jkk-legal').state).toBe('paused');
    expect(file.state.holds.map(({ ground }) => ground)).toEqual(['heir-dispute']);
  });

  test('a clock that starts while a ground stands is held from its start', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, pause('court-order'));
    const revoke = { type: 'revokeCompleteness', papers: [{ paper: 'family-card', reason: 'Palsu.' }], reason: 'Palsu.' } as const;
    file.give(OFFICER, revoke);
    file.give(SUPERVISOR, revoke);
    file.at += DAY;
    file.give(OFFICER, { type: 'declareComplete' });
    expect(view(file).state).toBe('paused');
  });
});

describe('grounds the claim shows by itself', () => {
  const dispute = (file: ClaimFile, isDisputed: boolean) =>
    file.give(OFFICER, { type: 'resolveHeirs', people: file.state.people, dispute: isDisputed });

  test('a dispute of the heirs holds the clocks when it is found and lets them go when it is settled', () => {
    const file = claimIn('verifying');
    expect(typesOf(dispute(file, true))).toEqual(['claim.heirs-resolved', 'sla.clock-paused']);
    expect(view(file).state).toBe('paused');
    expect(file.refusal(OFFICER, resume('heir-dispute'))).toMatchObject({ refused: 'point-open' });
    file.at += DAY;
    expect(typesOf(dispute(file, false))).toEqual(['claim.heirs-resolved', 'sla.clock-resumed']);
    expect(view(file).state).toBe('running');
  });

  const [PAID] = claimIn('registered').state.memberships;
  const told = (file: ClaimFile, change: Partial<Membership>) => {
    if (!PAID) throw new Error('nobody is a member');
    return typesOf(file.tell({ type: 'membershipChanged', told: { type: 'coverage', membership: { ...PAID, ...change } } }));
  };
  test.each([
    ['payer-unpaid', { payer: 'government', payerUnpaid: true }, 'jkm-legal'],
    ['arrears-unpaid', { paidMonths: PAID?.paidMonths.slice(0, -2) ?? [] }, 'jkm-legal'],
  ] as const)('%s holds the legal clock, not our promise; paying lets it run without anybody', (ground, change, clock) => {
    const file = claimIn('verifying');
    expect(told(file, change)).toEqual(['claim.membership-changed', 'sla.clock-paused']);
    expect(file.facts.at(-1)).toMatchObject({ ground, clocks: [clock] });
    expect(view(file, 'partner-promise').state).toBe('running');
    file.at += 2 * DAY;
    expect(told(file, {})).toEqual(['claim.membership-changed', 'sla.clock-resumed']);
    expect(view(file).state).toBe('running');
    expect(due(file)).toBe('2026-03-09T08:00:00Z');
  });

  test('data that cannot be calculated with say nothing of what is unpaid: the hold stands until they can', () => {
    const file = claimIn('verifying');
    told(file, { payer: 'government', payerUnpaid: true });
    const impossible = { payer: 'government', payerUnpaid: true, lapsedUntilRejoined: day('1999-01-01') } as const;
    expect(told(file, impossible)).toEqual(['claim.membership-changed']);
    expect(view(file).state).toBe('paused');
    expect(told(file, {})).toEqual(['claim.membership-changed', 'sla.clock-resumed']);
  });

  test('contributions that come in one by one let it run with the last', () => {
    const file = claimIn('verifying');
    told(file, { paidMonths: PAID?.paidMonths.slice(0, -2) ?? [] });
    const months = PAID?.paidMonths.slice(-2) ?? [];
    const contribution = (month: string) => ({ type: 'contribution', kpj: PAID?.kpj ?? '', months: [month] }) as const;
    for (const month of months) file.tell({ type: 'membershipChanged', told: contribution(month) });
    expect(file.state.holds).toEqual([]);
    expect(file.tell({ type: 'membershipChanged', told: contribution(months[0] ?? '') })).toEqual([]);
  });

  test('a rejection ends the clocks in the middle of a pause', () => {
    const file = readyToRecommend();
    file.give(OFFICER, pause('court-order'));
    file.give(OFFICER, REJECT);
    file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'approve' }] });
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  });
});

describe('more time for our own promise', () => {
  const extend = (units: number): CommandBody => ({ type: 'extendPromise', units, reason: 'Jalan ke pulau terputus.' });

  test('is refused once the promise is broken: more time does not undo a lateness', () => {
    const file = claimIn('verifying');
    file.at += 8 * DAY;
    expect(file.refusal(SUPERVISOR, extend(3)).text).toContain('tidak menghapus keterlambatan');
    expect(view(file, 'partner-promise').standing).toBe('late');
  });

  test('moves our promise, never the legal limit', () => {
    const file = claimIn('verifying');
    const legal = due(file);
    expect(typesOf(file.give(SUPERVISOR, extend(2)))).toEqual(['sla.clock-extended']);
    expect([due(file, 'partner-promise'), due(file)]).toEqual(['2026-03-11T08:00:00Z', legal]);
  });

  test.each([0, -1, 8, 1.5, Number.NaN])('%d units are refused', (units) => {
    expect(claimIn('verifying').refusal(SUPERVISOR, extend(units))).toMatchObject({ refused: 'invalid-command', rule: 'units' });
  });

  test('in all at most its own length', () => {
    const file = claimIn('verifying');
    file.give(SUPERVISOR, extend(5));
    expect(file.refusal(SUPERVISOR, extend(3)).text).toBe('Janji 7 hari dapat diperpanjang 1 sampai 7 hari seluruhnya; sudah dipakai 5.');
    file.give(SUPERVISOR, extend(2));
  });

  test('is refused while nobody can say whether the promise is broken already', () => {
    const switches = { 'sla.partnerPromise': { unit: 'workingDays', start: 'complete' } } as const;
    const file = claimIn('verifying', { at: instant('2026-12-15T01:00:00Z'), switches, registration: { papers: freshPapers } });
    file.at = instant('2027-01-20T01:00:00Z');
    expect(file.refusal(SUPERVISOR, extend(3))).toMatchObject({ refused: 'calendar-year-missing' });
  });

  test('before it runs, and by an officer, is refused', () => {
    expect(claimIn('collecting').refusal(SUPERVISOR, extend(1)).refused).toBe('clock-unknown');
    expect(claimIn('verifying').refusal(OFFICER, extend(1)).refused).toBe('not-your-role');
  });
});
