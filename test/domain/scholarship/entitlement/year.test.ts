import { levelRow } from '#domain/law/rules/rows.ts';
import { yearsToOpen } from '#domain/scholarship/entitlement/course.ts';
import { day } from '#domain/time/calendar/day.ts';
import { APPROVER, Child, OFFICER, PAPERS, PARTNER } from './child.ts';

const SILENT = { state: 'unknown', why: 'timeout' } as const;

describe('a school year of one child', () => {
  test('is asked for on its first day, reminded of when thirty days are over, and written down when it ends without proof', () => {
    const child = new Child();
    child.pass(2026);
    expect(child.line(2026)?.state).toBe('asked');
    child.goTo('2026-07-30T02:00:00Z').pass(2026);
    expect(child.line(2026)?.rungs).toEqual([]);
    child.goTo('2026-08-04T02:00:00Z').pass(2026);
    expect(child.line(2026)?.rungs).toEqual(['scholarship-proof:1:100']);
    child.goTo('2027-07-01T02:00:00Z').pass(2026);
    expect(child.line(2026)).toMatchObject({ state: 'notDue', reason: 'no-proof-yet' });
  });

  test('asked for late still gets its thirty days', () => {
    const child = new Child().goTo('2027-06-25T02:00:00Z');
    child.pass(2026);
    child.goTo('2027-07-20T02:00:00Z').pass(2026);
    expect(child.line(2026)?.state).toBe('asked');
    child.goTo('2027-08-01T02:00:00Z').pass(2026);
    expect(child.line(2026)?.state).toBe('notDue');
  });

  test('of a child too young for school is not asked for, and paid all the same when the school says otherwise', () => {
    const child = new Child({ birthDate: day('2023-03-10') });
    child.pass(2026);
    expect(child.line(2026)).toMatchObject({ state: 'notDue', reason: 'not-yet-in-school' });
    expect(child.prove(2026, 'tk')).toBeUndefined();
    expect(child.line(2026)).toMatchObject({ state: 'paid', round: 2 });
  });

  test('missed without a word is caught up when the proof arrives years later', () => {
    const child = new Child();
    child.pass(2026);
    child.goTo('2027-07-01T02:00:00Z').pass(2026);
    expect(child.goTo('2029-09-01T02:00:00Z').prove(2026, 'tk')).toBeUndefined();
    expect(child.paid).toEqual([1_500_000]);
  });

  test('is proven by letter and report together', () => {
    const refused = new Child().give(PARTNER, { type: 'submitProof', schoolYear: 2026, level: 'tk', papers: PAPERS.slice(0, 1) });
    expect(refused).toMatchObject({ refused: 'invalid-command' });
  });

  test('that has not begun, or was over before the event, takes no proof', () => {
    const child = new Child();
    expect([child.submit(2027, 'tk')?.refused, child.submit(2025, 'tk')?.refused]).toEqual(['invalid-command', 'invalid-command']);
  });

  test('is paid at the level an officer read, not at the level that was claimed', () => {
    const child = new Child();
    child.submit(2026, 'higher');
    child.give(OFFICER, { type: 'verifyProof', schoolYear: 2026, verdict: 'ok', level: 'tk' });
    expect(child.line(2026)?.amount).toBe(1_500_000);
  });

  test('whose proof is refused waits for another one', () => {
    const child = new Child();
    child.pass(2026);
    child.submit(2026, 'tk');
    child.give(OFFICER, { type: 'verifyProof', schoolYear: 2026, verdict: 'refused', reason: 'Tidak terbaca.' });
    expect(child.line(2026)).toMatchObject({ state: 'asked', remark: 'Tidak terbaca.' });
  });

  test('needs two people: the officer who verified does not release, nobody releases in another role', () => {
    const child = new Child();
    child.submit(2026, 'tk');
    child.give(OFFICER, { type: 'verifyProof', schoolYear: 2026, verdict: 'ok', level: 'tk' });
    const release = { type: 'releaseYear', schoolYear: 2026, verdict: 'pay' } as const;
    expect(child.give({ id: OFFICER.id, role: 'approver' }, release)).toMatchObject({ refused: 'maker-is-checker' });
    expect(child.give(PARTNER, release)).toMatchObject({ refused: 'not-your-role' });
    expect(child.give(APPROVER, release)).toBeUndefined();
    expect(child.line(2026)?.payout).toMatchObject({ maker: 'petugas-1', checker: 'pemeriksa-1', issue: 1 });
  });

  test('waits for an account two people stand for, and never takes a partner’s', () => {
    const child = new Child();
    const propose = {
      type: 'proposePayee',
      guardianId: 'nenek',
      accountRef: 'rekening-2',
      holderMatches: true,
      ownedByPartner: false,
    } as const;
    expect(child.give(OFFICER, { ...propose, ownedByPartner: true })).toMatchObject({ refused: 'payee-is-partner' });
    expect(child.give(OFFICER, { ...propose, guardianId: 'staf-1' })).toMatchObject({ refused: 'payee-is-partner' });
    child.give(OFFICER, propose);
    expect(child.state.payee?.accountRef).toBe('rekening-1');
    expect(child.give({ id: OFFICER.id, role: 'supervisor' }, { type: 'confirmPayee', accountRef: 'rekening-2' })).toMatchObject({
      refused: 'maker-is-checker',
    });
    child.give(APPROVER, { type: 'confirmPayee', accountRef: 'rekening-2' });
    expect(child.state.payee).toMatchObject({ guardianId: 'nenek', accountRef: 'rekening-2' });
  });

  test('the bank is silent about stays unknown, said once, until the bank speaks', () => {
    const child = new Child();
    child.release(2026, 'tk');
    child.hear(2026, SILENT);
    child.hear(2026, SILENT);
    expect(child.facts.filter(({ type }) => type === 'year.payment-unknown')).toHaveLength(1);
    child.hear(2026, { state: 'confirmed', bankReference: 'b1', paidAt: child.at });
    expect(child.line(2026)).toMatchObject({ state: 'paid', bankReference: 'b1' });
  });

  test.each([
    ['refused', { state: 'refused', reason: 'closed-account' }, 1],
    ['gave back', { state: 'reversed', why: 'bank-statement' }, 2],
  ] as const)(
    'the bank %s goes out again only after two people, to the account two people stand for, as another order',
    (_word, news, round) => {
      const child = new Child();
      child.release(2026, 'tk');
      if (news.state === 'reversed') child.hear(2026, { state: 'confirmed', bankReference: 'b1', paidAt: child.at });
      child.hear(2026, news);
      expect(child.line(2026)).toMatchObject({ state: 'refused', round });
      const pay = { type: 'releaseYear', schoolYear: 2026, verdict: 'pay' } as const;
      expect(child.give(APPROVER, pay)).toMatchObject({ refused: 'point-open' });
      child.give(OFFICER, {
        type: 'proposePayee',
        guardianId: 'nenek',
        accountRef: 'rekening-2',
        holderMatches: true,
        ownedByPartner: false,
      });
      child.give(APPROVER, { type: 'confirmPayee', accountRef: 'rekening-2' });
      child.give(OFFICER, { type: 'verifyProof', schoolYear: 2026, verdict: 'ok', level: 'tk' });
      expect(child.give({ id: OFFICER.id, role: 'approver' }, pay)).toMatchObject({ refused: 'maker-is-checker' });
      expect(child.give(APPROVER, pay)).toBeUndefined();
      expect(child.line(2026)).toMatchObject({ state: 'ordered', payout: { issue: 2, accountRef: 'rekening-2' } });
      child.hear(2026, { state: 'refused', reason: 'late word of the first' }, 1);
      expect(child.line(2026)?.state).toBe('ordered');
    },
  );

  test('a command sent again counts once', () => {
    const child = new Child();
    const body = { type: 'submitProof', schoolYear: 2026, level: 'tk', papers: PAPERS } as const;
    child.give(PARTNER, body, 'kirim-1');
    child.give(PARTNER, body, 'kirim-1');
    expect(child.facts.filter(({ type }) => type === 'year.proof-received')).toHaveLength(1);
  });
});

describe('the end of a right', () => {
  test('marriage ends it for the years that begin after it, and no later year is taken up', () => {
    const child = new Child();
    child.prove(2026, 'tk');
    child.give(OFFICER, { type: 'changeChild', change: { type: 'married', on: day('2027-01-05') } });
    child.goTo('2027-07-01T02:00:00Z').pass(2027);
    expect(child.line(2027)).toMatchObject({ state: 'notDue', reason: 'married' });
    expect(yearsToOpen(child.state, child.goTo('2030-07-01T02:00:00Z').context)).toEqual([]);
  });

  test('work while studying is excused for six months and not for seven', () => {
    const worker = (months: number) => {
      const child = new Child();
      child.give(OFFICER, { type: 'changeChild', change: { type: 'working', from: day('2027-01-05'), kind: 'pu', months } });
      return child.goTo('2027-07-01T02:00:00Z').prove(2027, 'tk');
    };
    expect([worker(6), worker(7)?.refused]).toEqual([undefined, 'not-allowed-in-status']);
  });

  test('a child who left school is not asked, and is paid again when it is back', () => {
    const child = new Child();
    child.prove(2026, 'tk');
    child.give(OFFICER, { type: 'changeChild', change: { type: 'leftSchool', schoolYear: 2027 } });
    child.goTo('2027-07-01T02:00:00Z').pass(2027);
    expect(child.line(2027)).toMatchObject({ state: 'notDue', reason: 'left-school' });
    expect(child.goTo('2028-07-01T02:00:00Z').prove(2028, 'sd')).toBeUndefined();
    expect(yearsToOpen(child.state, child.context)).toEqual([]);
  });

  test('a marriage noted by mistake is taken back with a reason, and the years go on', () => {
    const child = new Child();
    child.prove(2026, 'tk');
    child.give(OFFICER, { type: 'changeChild', change: { type: 'married', on: day('2027-01-05') } });
    child.goTo('2027-07-01T02:00:00Z').pass(2027);
    expect(yearsToOpen(child.state, child.goTo('2028-07-01T02:00:00Z').context)).toEqual([]);
    child.give(OFFICER, { type: 'changeChild', change: { type: 'corrected', what: 'married', reason: 'Orang lain dengan nama sama.' } });
    expect(yearsToOpen(child.state, child.context)).toEqual([2028]);
    expect(child.prove(2027, 'tk')).toBeUndefined();
    expect(child.paid).toEqual([1_500_000, 1_500_000]);
  });

  test('marriage between the officer’s look and the second person’s stops the payment', () => {
    const child = new Child();
    child.goTo('2027-07-02T02:00:00Z').submit(2027, 'tk');
    child.give(OFFICER, { type: 'verifyProof', schoolYear: 2027, verdict: 'ok', level: 'tk' });
    child.give(OFFICER, { type: 'changeChild', change: { type: 'married', on: day('2027-06-30') } });
    child.give(APPROVER, { type: 'releaseYear', schoolYear: 2027, verdict: 'pay' });
    expect(child.line(2027)).toMatchObject({ state: 'notDue', reason: 'married' });
  });
});

test('a raised table counts for school years from its day on, whenever they are paid, and only for the events it names', () => {
  const row = levelRow('tk', 2_000_000, 2, 'uji', 'inferred');
  const raised = {
    yearsFrom: day('2027-07-01'),
    eventsFrom: day('2026-01-01'),
    levels: [row],
    source: 'uji',
    certainty: 'inferred',
  } as const;
  const paid = (eventsFrom: string) => {
    const child = new Child().goTo('2028-01-01T02:00:00Z');
    child.changes = [{ ...raised, eventsFrom: day(eventsFrom) }];
    child.prove(2027, 'tk');
    child.prove(2026, 'tk');
    return child.paid;
  };
  expect([paid('2026-01-01'), paid('2027-01-01')]).toEqual([
    [1_500_000, 2_000_000],
    [1_500_000, 1_500_000],
  ]);
});
