import type { CommandBody } from '#domain/claim/commands.ts';
import { previewCorrection } from '#domain/claim/decisions/correct-event.ts';
import { statedReports } from '#domain/claim/event-days.ts';
import { react } from '#domain/claim/react.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { bringMissing, claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import {
  ACCIDENT_AT,
  APPROVER,
  approveOpen,
  ClaimFile,
  DAY,
  OFFICER,
  PAY,
  REGISTRATION,
  REJECT,
  SPOUSE_ACCOUNT,
  typesOf,
} from '../../factories/claims.ts';

const correct = (change: Partial<Extract<CommandBody, { type: 'correctEvent' }>>): CommandBody => ({
  type: 'correctEvent',
  reason: 'Akta kematian nomor 12, tanggal 18 Februari 2026.',
  ...change,
});
const heirs = (file: ClaimFile): CommandBody => ({ type: 'resolveHeirs', people: file.state.people });

function reportAgain(file: ClaimFile, eventOn: string, reportId = 'lapor-2') {
  const registration = { ...REGISTRATION, reportId, institutionId: 'ksp-lain', branchId: 'ksp-lain-ende', eventOn: day(eventOn) };
  return file.tell({ type: 'deathReported', registration }, `event-${reportId}`, {
    id: 'staf-9',
    role: 'machine',
    institution: 'ksp-lain',
  });
}

describe('two reports of one death that name two days', () => {
  test('are not the same again: what each says is kept side by side, and the checks run again', () => {
    const file = claimIn('collecting');
    const facts = reportAgain(file, '2026-02-18');
    expect(facts[0]).toMatchObject({ type: 'claim.report-repeated', stated: { kind: 'death', eventOn: '2026-02-18' }, differs: true });
    expect(react(facts)).toEqual([{ type: 'runChecks' }]);
    expect(file.state.eventOn).toBe('2026-02-20');
    expect(statedReports(file.state).map(({ reportId, eventOn }) => [reportId, eventOn])).toEqual([
      ['lapor-1', '2026-02-20'],
      ['lapor-2', '2026-02-18'],
    ]);
  });

  test('a report of the same day differs in nothing', () => {
    const facts = reportAgain(claimIn('collecting'), '2026-02-20');
    expect(facts[0]).not.toHaveProperty('differs');
    expect(react(facts)).toEqual([]);
  });

  test('by the rules of before they were the same again', () => {
    const file = new ClaimFile({ edition: 1 });
    expect(reportAgain(file, '2026-02-18')[0]).not.toHaveProperty('stated');
  });
});

describe('a corrected day of the event', () => {
  test('is what the claim goes by from then on, with the first words of each report kept', () => {
    const file = claimIn('collecting');
    file.give(OFFICER, correct({ eventOn: day('2026-02-18') }));
    expect(file.state).toMatchObject({ eventOn: '2026-02-18', points: { event: { verdict: 'open', makers: [OFFICER.id] } } });
    expect(statedReports(file.state)).toMatchObject([{ reportId: 'lapor-1', eventOn: '2026-02-20' }]);
  });

  test('says what it changes: rules, coverage, money and papers, kept with the decision', () => {
    const file = claimIn('collecting');
    const [fact] = file.give(OFFICER, correct({ eventOn: day('2025-07-01') }));
    expect(fact).toMatchObject({
      was: { eventOn: '2026-02-20' },
      effect: {
        rules: { was: 'jkm-jkk-2025', becomes: 'jkm-jkk-2025' },
        coverage: { was: ['BPU:active:8:9'], becomes: ['BPU:active:0:2'] },
        total: { was: 42_000_000, becomes: 10_000_000 },
      },
    });
  });

  test('into the time of other rules is calculated by those', () => {
    const memberships = [
      { ...REGISTRATION.memberships[0], memberSince: day('2018-01-01'), paidMonths: ['2019-11', '2019-10', '2019-09'] },
    ] as never;
    const file = claimIn('collecting', { registration: { memberships } });
    const [fact] = file.give(OFFICER, correct({ eventOn: day('2019-11-15') }));
    expect(fact).toMatchObject({ effect: { rules: { becomes: 'jkm-jkk-2015' } } });
  });

  test('into days the rules do not reach is said to be so, not zero', () => {
    const file = claimIn('collecting');
    const [fact] = file.give(OFFICER, correct({ eventOn: day('2014-05-05') }));
    expect(fact).toMatchObject({ effect: { rules: { becomes: null }, coverage: { becomes: null }, total: { becomes: null } } });
  });

  test('is decided by a second person, who may not be the one who corrected it', () => {
    const file = readyToRecommend();
    file.give(OFFICER, correct({ eventOn: day('2026-02-18') }));
    expect(file.refusal(OFFICER, PAY).text).toBe('Selesaikan dahulu: penetapan ahli waris.');
    file.give(OFFICER, heirs(file));
    file.give(OFFICER, PAY);
    const self = { ...APPROVER, id: OFFICER.id };
    const event = { type: 'decidePoints', decisions: [{ point: 'event', verdict: 'approve' }] } as const;
    expect(file.refusal(self, event).refused).toBe('maker-is-checker');
    file.give(APPROVER, event);
    expect(file.state.status).toBe('recommended');
    file.give(APPROVER, approveOpen(file));
    expect(file.state.status).toBe('paying');
  });

  test('returned, it is corrected again before anything is recommended, also a rejection', () => {
    const file = readyToRecommend();
    file.give(OFFICER, correct({ eventOn: day('2026-02-18') }));
    file.give(OFFICER, heirs(file));
    file.give(OFFICER, REJECT);
    const back = { point: 'event', verdict: 'return', reason: 'paper-inconsistent' } as const;
    file.give(APPROVER, { type: 'decidePoints', decisions: [back, { point: 'rejection', verdict: 'approve' }] });
    expect(file.state.status).toBe('verifying');
    for (const again of [PAY, REJECT]) expect(file.refusal(OFFICER, again).text).toBe('Selesaikan dahulu: hari kejadian.');
    file.give(OFFICER, correct({ eventOn: day('2026-02-20') }));
    file.give(OFFICER, heirs(file));
    file.give(OFFICER, PAY);
  });

  test('the payee stays, the heirs of the other day are established anew', () => {
    const file = readyToRecommend();
    file.give(OFFICER, correct({ eventOn: day('2026-02-18') }));
    expect(file.state.points).toMatchObject({ heirs: { verdict: 'returned' }, payee: { verdict: 'open' } });
    file.give(OFFICER, correct({ birthDate: day('1979-01-01') }));
    expect(file.state).toMatchObject({ participantBirthDate: '1979-01-01', eventOn: '2026-02-18' });
  });

  test('coverage that was unpaid on the one day and paid on the other ends its hold', () => {
    const [membership] = REGISTRATION.memberships;
    if (!membership) throw new Error('nobody is a member');
    const file = claimIn('verifying', {
      registration: { memberships: [{ ...membership, paidMonths: membership.paidMonths.slice(0, -2) }] },
    });
    expect(file.state.holds).toMatchObject([{ ground: 'arrears-unpaid' }]);
    const facts = file.give(OFFICER, correct({ eventOn: day('2026-01-05') }));
    expect(facts[0]).toMatchObject({ effect: { grounds: { was: ['arrears-unpaid'], becomes: [] } } });
    expect(typesOf(facts)).toEqual(['claim.event-corrected', 'sla.clock-resumed']);
  });

  test('of an accident moves the time for its stage I report, hour kept, while that is still waited for', () => {
    const accident = { happenedAt: ACCIDENT_AT, suspected: false };
    const papers = REGISTRATION.papers;
    const file = new ClaimFile({ registration: { kind: 'accident', accident, papers } });
    const facts = file.give(OFFICER, correct({ eventOn: day('2026-02-22') }));
    expect(typesOf(facts).slice(0, 3)).toEqual(['claim.event-corrected', 'sla.clock-stopped', 'sla.clock-started']);
    expect(file.state.accident?.happenedAt).toBe(ACCIDENT_AT + 2 * DAY);
    expect(file.state.clocks.at(-1)).toMatchObject({ clock: 'stage-1-report', startedAt: ACCIDENT_AT + 2 * DAY });
  });

  test.each([
    ['in the future', { eventOn: day('2026-03-03') }, 'Hari kejadian tidak mungkin di masa depan. Periksa tahunnya.'],
    ['in 9999', { eventOn: day('9999-12-31') }, 'Hari kejadian tidak mungkin di masa depan. Periksa tahunnya.'],
    ['before birth', { birthDate: day('2026-02-21') }, 'Hari kejadian tidak mungkin sebelum tanggal lahir peserta.'],
    [
      'at an age nobody reaches',
      { birthDate: day('1800-01-01') },
      'Peserta tidak mungkin berumur lebih dari 130 tahun. Periksa tanggal lahirnya.',
    ],
    ['the same as before', { eventOn: day('2026-02-20') }, 'Tanggal itu sudah tercatat demikian pada klaim ini.'],
    [
      'a day of death where nothing else happened',
      { diedOn: day('2026-02-20') },
      'Hari meninggal hanya dicatat terpisah pada kecelakaan yang berakhir meninggal.',
    ],
    ['without a reason', { eventOn: day('2026-02-18'), reason: ' ' }, 'Tulis dasar perbaikan, misalnya nomor akta dan tanggalnya.'],
  ])('%s is refused', (_what, change, text) => {
    expect(claimIn('collecting').refusal(OFFICER, correct(change)).text).toBe(text);
  });

  test('once money has left the days stand', () => {
    const file = claimIn('paying');
    expect(file.refusal(OFFICER, correct({ eventOn: day('2026-02-18') })).refused).toBe('not-allowed-in-status');
    const back = claimIn('paying', { nobodyInherits: true });
    const [first] = back.state.payouts;
    back.bankSays(first ?? { payoutId: '', issue: 0 }, { state: 'refused', reason: 'account-closed' });
    expect(back.refusal(OFFICER, correct({ eventOn: day('2026-02-18') })).refused).toBe('already-paid');
  });
});

describe('before anybody corrects it', () => {
  test('what other days would change is shown, and recorded nowhere', () => {
    const file = claimIn('verifying');
    const preview = previewCorrection(file.state, { eventOn: day('2025-07-01') }, file.context);
    expect(preview).toMatchObject({
      days: { eventOn: '2025-07-01' },
      effect: { total: { was: 42_000_000, becomes: 10_000_000 } },
      clocks: [],
    });
    expect(file.state.eventOn).toBe('2026-02-20');
  });

  test('the days as they stand change nothing, and impossible ones are refused in words', () => {
    const file = claimIn('verifying');
    expect(previewCorrection(file.state, {}, file.context)).toMatchObject({
      was: { eventOn: '2026-02-20' },
      days: { eventOn: '2026-02-20' },
    });
    expect(previewCorrection(file.state, { eventOn: day('9999-12-31') }, file.context)).toMatchObject({ refused: 'invalid-command' });
  });
});

describe('a claim reported with a day that cannot be', () => {
  test.each(['9999-12-31', '2062-01-01', '2014-01-01', '0001-01-01'])(
    '%s is registered, answers every command in words, and can be corrected and paid',
    (eventOn) => {
      const file = new ClaimFile({ registration: { eventOn: day(eventOn) } });
      const commands: readonly CommandBody[] = [
        { type: 'verifyDocuments', verdicts: file.state.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' })) },
        { type: 'declareComplete' },
        { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' },
        heirs(file),
        SPOUSE_ACCOUNT,
        PAY,
        REJECT,
      ];
      for (const command of commands) expect(() => file.ask(OFFICER, command)).not.toThrow();
      if (file.state.status === 'recommended')
        file.give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'return', reason: 'triage-doubt' }] });
      file.give(OFFICER, correct({ eventOn: day('2026-02-20') }));
      bringMissing(file);
      if (file.state.status === 'collecting') file.give(OFFICER, { type: 'declareComplete' });
      file.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' });
      file.give(OFFICER, heirs(file));
      file.give(OFFICER, SPOUSE_ACCOUNT);
      file.give(OFFICER, PAY);
      file.give(APPROVER, approveOpen(file));
      expect(file.state).toMatchObject({ status: 'paying', payouts: [{ amount: 42_000_000 }] });
    },
  );

  test('a child born after the death, and a participant born after it, break nothing', () => {
    const people = [...REGISTRATION.people, { id: 'anak-2', relation: 'child', alive: true, birthDate: day('9999-12-31') } as const];
    const file = readyToRecommend({ registration: { people }, at: instant('2026-03-02T01:00:00Z') });
    expect(file.state.heirs?.class).toBe(1);
  });
});
