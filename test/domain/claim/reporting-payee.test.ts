import type { PointDecision } from '#domain/claim/facts.ts';
import type { Point } from '#domain/claim/statuses.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVE_ALL, APPROVER, CONFIRMED, OFFICER, PAY, REFUSED, REGISTRATION, SPOUSE_ACCOUNT } from '../../factories/claims.ts';

const decide = (...decisions: readonly PointDecision[]) => ({ type: 'decidePoints', decisions }) as const;
const approve = (...points: readonly Point[]) => decide(...points.map((point) => ({ point, verdict: 'approve' as const })));
const sendBack = (point: Point): PointDecision => ({ point, verdict: 'return', reason: 'heir-proof' });

describe('a payee who turns out to have reported the death', () => {
  const ARRANGER = { id: 'tetangga', role: 'machine', institution: 'wadah-contoh' } as const;
  const report = { ...REGISTRATION, reportId: 'lapor-2', institutionId: 'wadah-contoh', branchId: 'wadah-contoh-ende' };
  const refusal = {
    refused: 'payee-is-partner',
    text: 'Penerima yang mengurus pemakaman ternyata pelapor kejadian ini. Kembalikan butir rekening penerima kepada petugas.',
    rule: 'design.md section 12, invariant 2',
  };

  test('after the recommendation: the approval is refused, returning the account is not', () => {
    const file = claimIn('recommended', { nobodyInherits: true });
    file.tell({ type: 'deathReported', registration: report }, 'event-2', ARRANGER);
    expect(file.refusal(APPROVER, APPROVE_ALL)).toEqual(refusal);
    file.give(APPROVER, decide(sendBack('payee'), ...approve('completeness', 'programme', 'heirs', 'amount').decisions));
    expect(file.state.status).toBe('verifying');
  });

  test('between two approvals: whoever decides last is refused, whatever was approved before', () => {
    const file = claimIn('recommended', { nobodyInherits: true });
    file.give(APPROVER, approve('payee'));
    file.tell({ type: 'deathReported', registration: report }, 'event-2', ARRANGER);
    expect(file.refusal(APPROVER, approve('completeness', 'programme', 'heirs', 'amount'))).toEqual(refusal);
  });

  test('before the recommendation: nothing is recommended until somebody else is the payee', () => {
    const file = readyToRecommend({ nobodyInherits: true });
    file.tell({ type: 'deathReported', registration: report }, 'event-2', ARRANGER);
    expect(file.refusal(OFFICER, PAY)).toMatchObject({ refused: 'payee-is-partner', rule: refusal.rule });
    file.give(OFFICER, { type: 'resolveHeirs', people: [], arrangedFuneral: 'paman' });
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'paman', accountRef: 'rekening-paman' });
    file.give(OFFICER, PAY);
  });

  test('paid already before he reported: the heirs may still be stated again, so that the rest of the claim is not stuck', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (arranger) file.bankSays(arranger, CONFIRMED);
    if (fund) file.bankSays(fund, REFUSED);
    file.tell({ type: 'deathReported', registration: report }, 'event-2', ARRANGER);
    file.give(OFFICER, { type: 'resolveHeirs', people: [], arrangedFuneral: 'tetangga' });
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial', accountRef: 'rekening-dana-2' });
    file.give(OFFICER, PAY);
  });

  test('with the fund paid already: somebody else may still be found to have arranged the funeral', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (fund) file.bankSays(fund, CONFIRMED);
    if (arranger) file.bankSays(arranger, REFUSED);
    file.tell({ type: 'deathReported', registration: report }, 'event-2', ARRANGER);
    file.give(OFFICER, { type: 'resolveHeirs', people: [], arrangedFuneral: 'paman' });
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'paman', accountRef: 'rekening-paman' });
    file.give(OFFICER, PAY);
    file.give(APPROVER, approve('heirs', 'payee', 'amount'));
    expect(file.state.payouts.map(({ personId, issue, state }) => [personId, issue, state])).toEqual([
      ['dana-jaminan-sosial', 1, 'confirmed'],
      ['paman', 2, 'ordered'],
    ]);
  });
});
