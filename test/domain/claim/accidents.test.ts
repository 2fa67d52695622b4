import type { Injury } from '#domain/claim/parts.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { rupiah } from '#domain/money/money.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant, toIso } from '#domain/time/calendar/instant.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import {
  assessedAccident,
  bringMissing,
  JKK,
  PARTICIPANT_ACCOUNT,
  PROVIDER_ACCOUNT,
  payOut,
  treatedAccident,
  verifyAll,
} from '../../factories/claim-paths.ts';
import {
  ACCIDENT_AT,
  ClaimFile,
  DAY,
  HOUR,
  MONDAY_9,
  OFFICER,
  PAY,
  REGISTRATION,
  REJECT,
  SPOUSE_ACCOUNT,
  SUPERVISOR,
  typesOf,
} from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const ledger = (file: ClaimFile, clock: ClockId) => file.state.clocks.findLast((one) => one.clock === clock);
function due(file: ClaimFile, clock: ClockId): string {
  const found = ledger(file, clock);
  if (!found) throw new Error(`${clock} never started`);
  return toIso(deriveClock(found, file.calendar, file.at, withSwitches(file.switches)).dueAt);
}
function reported(happenedAt: string, more: { stageOneAt?: number; suspected?: boolean } = {}): ClaimFile {
  const accident = { happenedAt: instant(happenedAt), suspected: false, ...more };
  const at = instant(happenedAt) + 3 * HOUR;
  return new ClaimFile({ at, registration: { kind: 'accident', accident, papers: [], eventOn: day(happenedAt.slice(0, 10)) } });
}
const stageOne = (file: ClaimFile) =>
  file.give(OFFICER, { type: 'attachDocuments', papers: [paper('accident-report-1', 7, '2026-02-25')] });
const conclude = (outcome: 'recovered' | 'disabled' | 'died', on: number) => ({ type: 'concludeTreatment', outcome, on }) as const;

describe('the stage I report', () => {
  test.each([
    ['through a weekend', '2026-03-06T13:00:00.000Z', '2026-03-08T13:00:00Z'],
    ['through Nyepi and Idulfitri', '2026-03-18T22:00:00.000Z', '2026-03-20T22:00:00Z'],
    ['from midnight to midnight', '2026-03-03T16:00:00.000Z', '2026-03-05T16:00:00Z'],
  ])('is due 2 x 24 hours after the accident, %s', (_when, happenedAt, dueAt) => {
    expect(due(reported(happenedAt), 'stage-1-report')).toBe(dueAt);
  });

  test('over 29 February of a leap year, hours are hours', () => {
    const calendar = { ...new ClaimFile().calendar, years: [2028] };
    const accident = { happenedAt: instant('2028-02-28T10:00:00Z'), suspected: false };
    const file = new ClaimFile({
      at: instant('2028-02-28T12:00:00Z'),
      calendar,
      registration: { kind: 'accident', accident, eventOn: day('2028-02-28'), papers: [] },
    });
    expect(due(file, 'stage-1-report')).toBe('2028-03-01T10:00:00Z');
  });

  test('its arrival stops the clock, once; a second copy changes nothing', () => {
    const file = reported('2026-03-03T01:00:00.000Z');
    expect(typesOf(stageOne(file))).toContain('sla.clock-stopped');
    expect(ledger(file, 'stage-1-report')).toMatchObject({ stoppedAt: file.at });
    expect(typesOf(stageOne(file))).toEqual([]);
  });

  test('that came before us has its verdict from when it came, late or in time', () => {
    const file = reported('2026-03-03T01:00:00.000Z', { stageOneAt: instant('2026-03-06T01:00:00Z') });
    const found = ledger(file, 'stage-1-report');
    expect(found && deriveClock(found, file.calendar, file.at + 9 * DAY, withSwitches()).standing).toBe('missed');
  });

  test('an instant that our clock has not reached yet does not keep the claim from going on', () => {
    const file = reported('2026-03-03T01:00:00.000Z', { suspected: true, stageOneAt: instant('2026-03-09T01:00:00Z') });
    file.give(OFFICER, JKK);
    expect(ledger(file, 'suspected-accident')).toMatchObject({ stoppedAt: instant('2026-03-09T01:00:00Z') });
  });

  test('escalates in hours, at night and on Sunday', () => {
    const file = reported('2026-03-07T13:00:00.000Z');
    file.at = instant('2026-03-08T13:00:00Z');
    expect(file.ring().map((fact) => (fact.type === 'sla.rung-reached' ? fact.rungKey : ''))).toEqual(['stage-1-report:1:50']);
  });
});

describe('a suspected work accident', () => {
  test('is concluded within 30 calendar days of the stage I report', () => {
    const file = reported('2026-03-03T01:00:00.000Z', { suspected: true, stageOneAt: instant('2026-03-03T03:00:00Z') });
    expect(due(file, 'suspected-accident')).toBe('2026-04-02T08:00:00Z');
  });

  test('the thirty days wait for the report', () => {
    const file = reported('2026-03-03T01:00:00.000Z', { suspected: true });
    expect(ledger(file, 'suspected-accident')).toBeUndefined();
    stageOne(file);
    expect(ledger(file, 'suspected-accident')).toMatchObject({ startedAt: file.at });
  });

  test('finding that work caused it concludes; an accident is never JKM', () => {
    const file = reported('2026-03-03T01:00:00.000Z', { suspected: true, stageOneAt: instant('2026-03-03T03:00:00Z') });
    expect(file.refusal(OFFICER, { ...JKK, programme: 'jkm' }).text).toMatch(/^Kecelakaan yang bukan karena kerja tidak dijamin/);
    file.give(OFFICER, JKK);
    expect(ledger(file, 'suspected-accident')).toMatchObject({ stoppedAt: file.at });
  });

  test('finding that work did not is a rejection by two persons', () => {
    const file = treatedAccident({ registration: { accident: { happenedAt: ACCIDENT_AT, suspected: true } } });
    file.give(OFFICER, { ...REJECT, reason: 'not-work-related' });
    expect(file.state).toMatchObject({ status: 'recommended', recommendation: { outcome: 'reject', reason: 'not-work-related' } });
  });
});

describe('treatment', () => {
  test('while it lasts there is no payment clock', () => {
    const file = new ClaimFile({ registration: { kind: 'accident' } });
    verifyAll(file);
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  });

  test.each(['recovered', 'disabled'] as const)(
    '%s: the stage II report is due 2 x 24 hours later, and its arrival stops that clock',
    (outcome) => {
      const file = new ClaimFile({ registration: { kind: 'accident' } });
      file.give(OFFICER, conclude(outcome, MONDAY_9 - HOUR));
      expect(due(file, 'stage-2-report')).toBe(toIso(MONDAY_9 - HOUR + 2 * DAY));
      file.give(OFFICER, { type: 'attachDocuments', papers: [paper('accident-report-2', 7, '2026-03-02')] });
      expect(ledger(file, 'stage-2-report')).toMatchObject({ stoppedAt: file.at });
    },
  );

  test('a stage II report that was there before leaves nothing to wait for', () => {
    const file = new ClaimFile({ registration: { kind: 'accident' } });
    file.give(OFFICER, { type: 'attachDocuments', papers: [paper('accident-report-2', 7, '2026-03-01')] });
    expect(typesOf(file.give(OFFICER, conclude('recovered', MONDAY_9)))).not.toContain('sla.clock-started');
  });

  test('does not end before the accident, in the future, or twice', () => {
    const file = new ClaimFile({ registration: { kind: 'accident' } });
    for (const on of [ACCIDENT_AT - 1, file.at + 1]) expect(file.refusal(OFFICER, conclude('recovered', on)).rule).toBe('on');
    file.give(OFFICER, conclude('recovered', MONDAY_9));
    expect(file.refusal(OFFICER, conclude('disabled', MONDAY_9)).text).toMatch(/^Akhir perawatan sudah dicatat/);
    expect(new ClaimFile().refusal(OFFICER, conclude('recovered', MONDAY_9)).text).toMatch(/^Klaim ini bukan klaim kecelakaan/);
  });

  test('the JKK limit of seven working days starts with completeness', () => {
    expect(due(treatedAccident(), 'jkk-legal')).toBe('2026-03-11T08:00:00Z');
  });
});

describe('what an injury comes to, by golden figures', () => {
  const GOLDEN: readonly (readonly [string, number, Injury, number])[] = [
    [
      'functional disability, half of 32%',
      1_500_000,
      { disability: { kind: 'partialFunctional', tableBasisPoints: 3_200, lostBasisPoints: 5_000 } },
      19_200_000,
    ],
    ['45 days unable to work', 2_000_000, { stmbDays: 45 }, 3_000_000],
    ['390 days: a year in full, a month at half', 2_000_000, { stmbDays: 390 }, 25_000_000],
    [
      'land and sea, each to its own cap',
      1_000_000,
      {
        transport: [
          { mode: 'land', receipts: 6_000_000 },
          { mode: 'sea', receipts: 1_500_000 },
        ],
      },
      6_500_000,
    ],
    ['total disability', 1_000_000, { disability: { kind: 'total' } }, 68_000_000],
  ];
  test.each(GOLDEN)('%s', (_what, wage, injury, total) => {
    const file = assessedAccident(injury, { registration: { wageBase: rupiah(wage) } });
    file.give(OFFICER, PAY);
    expect(file.state.recommendation).toMatchObject({ outcome: 'pay', total });
  });

  test('cash goes to the participant, care to whoever gave it, as two transfers', () => {
    const file = payOut(assessedAccident({ stmbDays: 45, medicalReceipts: 7_000_000 }));
    expect(file.state.payouts.map(({ payeeClass, personId, amount }) => [payeeClass, personId, amount])).toEqual([
      ['participant', 'peserta-1', 3_750_000],
      ['provider', 'rumah-sakit', 7_000_000],
    ]);
    expect(file.state.status).toBe('closed');
  });

  test('care is not paid to the participant’s own account, nor cash to somebody else', () => {
    const file = assessedAccident({ stmbDays: 45, medicalReceipts: 7_000_000 });
    expect(file.refusal(OFFICER, { ...PROVIDER_ACCOUNT, personId: 'peserta-1' }).refused).toBe('point-open');
    expect(file.refusal(OFFICER, { ...PARTICIPANT_ACCOUNT, personId: 'pasangan' }).refused).toBe('point-open');
    expect(file.refusal(OFFICER, SPOUSE_ACCOUNT).refused).toBe('invalid-command');
  });

  test('nobody who gave care is owed money for lateness', () => {
    const file = assessedAccident({ stmbDays: 45, medicalReceipts: 7_000_000 });
    file.at += 14 * DAY;
    payOut(file);
    expect(file.state.payouts.filter(({ state }) => state === 'held').map(({ payeeClass }) => payeeClass)).toEqual(['participant']);
  });

  test.each<readonly [string, Injury]>([
    ['negative days', { stmbDays: -1 }],
    ['half a rupiah', { medicalReceipts: 0.5 }],
    ['a share beyond the whole', { disability: { kind: 'partialAnatomical', tableBasisPoints: 20_000 } }],
  ])('%s are refused in words', (_what, injury) => {
    expect(treatedAccident().refusal(OFFICER, { type: 'assessInjury', injury }).text).toMatch(/^Manfaat belum dapat dihitung: /);
  });

  test('a death by illness has no injury to assess', () => {
    const file = new ClaimFile();
    expect(file.refusal(OFFICER, { type: 'assessInjury', injury: {} })).toMatchObject({ refused: 'invalid-command' });
  });

  test('an accident has no heirs', () => {
    expect(treatedAccident().refusal(OFFICER, { type: 'resolveHeirs', people: [] }).refused).toBe('invalid-command');
  });
});

describe('a participant who dies of the accident', () => {
  function died(): ClaimFile {
    const file = assessedAccident({ stmbDays: 45 });
    file.at += DAY;
    file.give(OFFICER, { ...conclude('died', file.at - HOUR), people: REGISTRATION.people });
    return file;
  }

  test('turns the claim into a death by work, with the papers and heirs still to come and no payment clock', () => {
    const file = died();
    expect(file.state).toMatchObject({ kind: 'death', programme: 'jkk', status: 'collecting', payees: {}, diedOn: '2026-03-03' });
    expect(Object.keys(file.state.points).sort()).toEqual(['injury', 'programme']);
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ clock }) => clock)).toEqual([]);
  });

  test('is paid once under this claim: death and injury together, to the heirs', () => {
    const file = died();
    bringMissing(file);
    file.give(OFFICER, { type: 'declareComplete' });
    file.give(OFFICER, { type: 'resolveHeirs', people: file.state.people });
    bringMissing(file);
    file.give(OFFICER, SPOUSE_ACCOUNT);
    payOut(file);
    expect(file.state.payouts.map(({ payeeClass, amount }) => [payeeClass, amount])).toEqual([['heirs', 145_750_000]]);
    expect(file.state.status).toBe('closed');
  });

  test('papers of the accident keep their day, papers of the death are of the death', () => {
    const file = died();
    bringMissing(file);
    expect(file.state.papers.find(({ paper: id }) => id === 'death-certificate')?.obtainedOn).toBe('2026-03-03');
    file.give(OFFICER, { type: 'declareComplete' });
    expect(file.state.status).toBe('verifying');
  });

  test('a second conclusion by death after recovery is taken, after money has left only when reopened; what was paid is not paid twice', () => {
    const file = payOut(assessedAccident({ stmbDays: 45 }));
    expect(file.state.status).toBe('closed');
    file.give(SUPERVISOR, { type: 'reopen', ground: 'new-evidence', reason: 'Meninggal karena kecelakaan itu.' });
    file.at += DAY;
    file.give(OFFICER, { ...conclude('died', file.at - HOUR), people: REGISTRATION.people });
    bringMissing(file);
    file.give(OFFICER, { type: 'declareComplete' });
    file.give(OFFICER, { type: 'resolveHeirs', people: file.state.people });
    bringMissing(file);
    file.give(OFFICER, SPOUSE_ACCOUNT);
    payOut(file);
    const paid = file.state.payouts.flatMap(({ lines, state }) => (state === 'confirmed' ? lines : []));
    expect(paid.filter(({ benefit }) => benefit === 'jkk.stmb').map(({ amount }) => amount)).toEqual([3_750_000]);
    expect(paid.reduce((sum, { amount }) => sum + amount, 0)).toBe(145_750_000);
  });

  test('a point of the injury sent back after the death turned out to be illness holds nobody up', () => {
    const file = new ClaimFile({ registration: { wageBase: rupiah(1_000_000) } });
    verifyAll(file);
    file.give(OFFICER, JKK);
    file.give(OFFICER, { type: 'assessInjury', injury: { stmbDays: 3 } });
    bringMissing(file);
    file.give(OFFICER, { type: 'declareComplete' });
    file.give(OFFICER, { ...JKK, programme: 'jkm' });
    file.give(OFFICER, { type: 'resolveHeirs', people: file.state.people });
    file.give(OFFICER, SPOUSE_ACCOUNT);
    payOut(file);
    expect(file.state).toMatchObject({ status: 'closed', recommendation: { total: 42_000_000 } });
  });
});

test('a report that brings the stage I paper along has sent it in time, whether or not it says so', () => {
  const accident = { happenedAt: ACCIDENT_AT, suspected: true };
  const papers = [paper('accident-report-1', 7, '2026-02-25')];
  const file = new ClaimFile({ at: ACCIDENT_AT + 5 * HOUR, registration: { kind: 'accident', accident, papers } });
  expect(ledger(file, 'stage-1-report')?.stoppedAt).toBe(ACCIDENT_AT + 5 * HOUR);
  expect(ledger(file, 'suspected-accident')?.startedAt).toBe(ACCIDENT_AT + 5 * HOUR);
});

test('an accident is not complete while nobody has said how treatment ended', () => {
  const accident = { happenedAt: ACCIDENT_AT, suspected: false, stageOneAt: ACCIDENT_AT };
  const file = new ClaimFile({ registration: { kind: 'accident', accident } });
  bringMissing(file);
  expect(file.refusal(OFFICER, { type: 'declareComplete' }).text).toContain('akhir perawatan');
});

test('the wage nobody had on file comes with the triage, and JKK is calculated from it', () => {
  const { wageBase: _none, ...registration } = REGISTRATION;
  const file = new ClaimFile({ registration });
  expect(file.state.wageBase).toBeUndefined();
  file.give(OFFICER, { ...JKK, wageBase: rupiah(3_000_000) });
  expect(file.state).toMatchObject({ programme: 'jkk', wageBase: 3_000_000 });
});
