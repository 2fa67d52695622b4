import { receive } from '#domain/claim/events.ts';
import { evolve, fold } from '#domain/claim/evolve.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { CLAIM_ID, ClaimFile, MONDAY_9, PARTNER_ELSEWHERE, REGISTRATION, typesOf } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const ELSEWHERE = { ...REGISTRATION, reportId: 'lapor-2', institutionId: 'ksp-lain', branchId: 'ksp-lain-ende' };

describe('a death is reported', () => {
  test('the first report registers the claim with the papers of the readiness file and starts our response clock', () => {
    const file = new ClaimFile();
    expect(typesOf(file.facts)).toEqual(['claim.registered', 'sla.clock-started']);
    expect(file.state).toMatchObject({
      status: 'registered',
      generation: 1,
      institutionId: 'bpr-contoh',
      clocks: [{ clock: 'first-look', startedAt: MONDAY_9 }],
    });
    expect(file.state.papers).toHaveLength(REGISTRATION.papers.length);
  });

  test('where the promise counts from the report, it starts with it', () => {
    const switches = { 'sla.partnerPromise': { unit: 'workingDays', start: 'reported' } } as const;
    expect(new ClaimFile({ switches }).state.clocks.map(({ clock }) => clock)).toEqual(['first-look', 'partner-promise']);
    expect(claimIn('verifying', { switches }).state.clocks.filter(({ clock }) => clock === 'partner-promise')).toHaveLength(1);
  });

  test('the same report again changes nothing, under the same event number or another', () => {
    const file = new ClaimFile();
    expect(file.tell({ type: 'deathReported', registration: ELSEWHERE }, 'event-1')).toEqual([]);
    expect(file.tell({ type: 'deathReported', registration: REGISTRATION }, 'event-2')).toEqual([]);
  });

  test('a second report by another institution adds its papers and is not a second claim', () => {
    const file = new ClaimFile();
    const registration = { ...ELSEWHERE, papers: [...REGISTRATION.papers, paper('chronology', 2, '2026-02-26')] };
    const facts = file.tell({ type: 'deathReported', registration }, 'event-2', PARTNER_ELSEWHERE);
    expect(typesOf(facts)).toEqual(['claim.report-repeated', 'claim.documents-attached']);
    expect(file.state).toMatchObject({
      institutionId: 'bpr-contoh',
      reportIds: ['lapor-1', 'lapor-2'],
      submitters: ['bpr-contoh', 'staf-1', 'ksp-lain', 'staf-9'],
    });
    expect(file.state.papers.map(({ documentId }) => documentId)).toContain('doc-2-chronology');
    expect(file.state.papers).toHaveLength(REGISTRATION.papers.length + 1);
  });

  test.each(['closed', 'rejected'] as const)(
    'a report that comes after the claim was %s is kept, moves nothing and starts no clock',
    (status) => {
      const file = claimIn(status);
      const registration = { ...ELSEWHERE, papers: [paper('chronology', 2, '2026-02-26')] };
      expect(typesOf(file.tell({ type: 'deathReported', registration }))).toEqual(['claim.report-repeated', 'claim.documents-attached']);
      expect(file.state.status).toBe(status);
      expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    },
  );

  test('papers for a claim that nobody reported are a fault of ours, not a silent nothing', () => {
    const event = { type: 'documentsAdded', papers: [], eventId: 'event-9', actor: PARTNER_ELSEWHERE } as const;
    expect(() => receive(undefined, event, new ClaimFile().context)).toThrow('nobody reported');
  });
});

describe('the journal is the claim', () => {
  test('facts carry who, when and on whose intention, and are numbered without a gap', () => {
    const file = claimIn('closed');
    expect(file.state.seq).toBe(file.facts.length);
    expect(file.facts.filter(({ at, actor, cause }) => !Number.isInteger(at) || actor.id === '' || cause === '')).toEqual([]);
  });

  test('folded from the middle it is the same claim as folded from the start', () => {
    const { facts, state } = claimIn('closed');
    for (let cut = 1; cut < facts.length; cut += 1) {
      expect(fold(CLAIM_ID, facts.slice(cut), fold(CLAIM_ID, facts.slice(0, cut)))).toEqual(state);
    }
  });

  test('a journal that does not begin with the report, begins twice or holds an unknown fact is a bug, not a claim', () => {
    const [registered, clock] = new ClaimFile().facts;
    if (!registered || !clock) throw new Error('a registered claim has two facts');
    expect(() => fold(CLAIM_ID, [clock])).toThrow('begins with claim.registered');
    expect(() => fold(CLAIM_ID, [registered, registered])).toThrow('registered already');
    const unknown = { ...clock, type: 'claim.teleported' } as never;
    expect(() => evolve(fold(CLAIM_ID, [registered]), unknown, CLAIM_ID)).toThrow('unknown fact "claim.teleported"');
  });

  test('folding nothing is no claim', () => {
    expect(fold(CLAIM_ID, [])).toBeUndefined();
  });
});
