import { claimIn, readyToRecommend, verifyAll } from '../../factories/claim-paths.ts';
import {
  APPROVER,
  ClaimFile,
  DAY,
  HOUR,
  OFFICER,
  OTHER_OFFICER,
  PAY,
  REFUSED,
  REGISTRATION,
  SUPERVISOR,
  typesOf,
} from '../../factories/claims.ts';

const REVOKE = {
  type: 'revokeCompleteness',
  papers: [{ paper: 'family-card', reason: 'Palsu.' }],
  reason: 'Kartu keluarga palsu.',
} as const;
const waive = (paper: string, reason = 'Kantor catatan sipil terbakar.') => ({ type: 'waiveDocument', paper, reason }) as const;
const runningSince = ({ state }: ClaimFile) =>
  state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ clock, generation, startedAt }) => [clock, generation, startedAt]);

describe('a paper asked for after completeness', () => {
  test('is our own omission: the claim is gathered again and its clocks run on as they began', () => {
    const file = claimIn('verifying');
    const before = runningSince(file);
    file.give(OFFICER, { type: 'requestCompletion', papers: [{ paper: 'family-card', reason: 'Terlewat.' }] });
    file.at += DAY;
    expect([file.state.status, runningSince(file)]).toEqual(['collecting', before]);
    expect(typesOf(file.give(OFFICER, { type: 'declareComplete' }))).toEqual(['claim.completed']);
    expect(runningSince(file)).toEqual(before);
  });
});

describe('completeness made void', () => {
  test('does not stop a promise that was counted from the report', () => {
    const switches = { 'sla.partnerPromise': { unit: 'calendarDays', start: 'reported' } } as const;
    const file = claimIn('verifying', { switches });
    file.give(OFFICER, REVOKE);
    file.give(SUPERVISOR, REVOKE);
    expect(runningSince(file).map(([clock]) => clock)).toEqual(['partner-promise']);
  });

  test('stops what ran since; the next completeness starts clocks of a new generation, with rungs of their own', () => {
    const file = claimIn('recommended');
    file.at += 10 * DAY;
    file.ring();
    const told = file.state.rungs.length;
    file.give(OFFICER, REVOKE);
    expect(typesOf(file.give(SUPERVISOR, REVOKE))).toEqual([
      'claim.completeness-revoked',
      'sla.clock-stopped',
      'sla.clock-stopped',
      'sla.clock-stopped',
    ]);
    expect(file.state).toMatchObject({ status: 'collecting', requested: REVOKE.papers });
    expect(runningSince(file)).toEqual([]);
    file.at += HOUR;
    file.give(OFFICER, { type: 'declareComplete' });
    expect(runningSince(file)).toEqual([
      ['jkm-legal', 2, file.at],
      ['partner-promise', 2, file.at],
    ]);
    expect(file.ring()).toEqual([]);
    expect(file.state.rungs).toHaveLength(told);
  });

  test('needs papers, words, and no money on its way', () => {
    const file = claimIn('verifying');
    expect(file.refusal(OFFICER, { ...REVOKE, papers: [] }).rule).toBe('papers');
    expect(file.refusal(OFFICER, { ...REVOKE, reason: ' ' }).rule).toBe('reason');
    const paying = claimIn('paying', { nobodyInherits: true });
    const [fund] = paying.state.payouts;
    if (fund) paying.bankSays(fund, REFUSED);
    expect(paying.refusal(OFFICER, REVOKE).refused).toBe('already-paid');
  });

  test('the completeness after it is seen by a second person again', () => {
    const file = claimIn('recommended');
    file.give(OFFICER, REVOKE);
    file.give(APPROVER, REVOKE);
    file.give(OFFICER, { type: 'declareComplete' });
    expect(file.state.points.completeness?.verdict).toBe('open');
    file.give(OFFICER, PAY);
    expect(file.state.status).toBe('recommended');
  });
});

describe('a paper waived', () => {
  const without = (id: string) => new ClaimFile({ registration: { papers: REGISTRATION.papers.filter(({ paper }) => paper !== id) } });

  test('by an officer with a reason makes the claim complete without it, and completeness is seen by a second person', () => {
    const file = without('heir-statement');
    verifyAll(file);
    expect(file.refusal(OFFICER, { type: 'declareComplete' }).refused).toBe('point-open');
    expect(typesOf(file.give(OFFICER, waive('heir-statement')))).toEqual(['claim.document-waived']);
    file.give(OFFICER, { type: 'declareComplete' });
    expect(file.state.points.completeness).toMatchObject({ verdict: 'open', maker: OFFICER });
  });

  test('the death certificate is waived by nobody', () => {
    const file = without('death-certificate');
    expect(file.refusal(OFFICER, waive('death-certificate'))).toMatchObject({
      refused: 'invalid-command',
      rule: 'rules.md section 6',
    });
  });

  test('a paper the claim does not ask for, or without a reason, is not waived; twice is once', () => {
    const file = without('heir-statement');
    expect(file.refusal(OFFICER, waive('accident-report-1')).rule).toBe('paper');
    expect(file.refusal(OFFICER, waive('heir-statement', ' ')).rule).toBe('reason');
    file.give(OFFICER, waive('heir-statement'));
    expect(file.give(OTHER_OFFICER, waive('heir-statement'))).toEqual([]);
  });

  test('after completeness whoever waived has a share in it and does not approve it', () => {
    const file = readyToRecommend();
    file.give(OTHER_OFFICER, waive('heir-statement'));
    file.give(OFFICER, PAY);
    const decisions = [{ point: 'completeness', verdict: 'approve' }] as const;
    expect(file.refusal({ ...OTHER_OFFICER, role: 'approver' }, { type: 'decidePoints', decisions }).refused).toBe('maker-is-checker');
  });
});
