import type { PointDecision } from '#domain/claim/facts.ts';
import type { Point } from '#domain/claim/statuses.ts';
import { readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVE_ALL, APPROVER, type ClaimFile, OFFICER, OTHER_APPROVER, PAY, REJECT } from '../../factories/claims.ts';

const decide = (...decisions: readonly PointDecision[]) => ({ type: 'decidePoints', decisions }) as const;
const approve = (point: Point) => decide({ point, verdict: 'approve' });

/** The officer also holds the approver's role, as in a small branch where somebody stands in. */
const SAME_PERSON = { ...OFFICER, role: 'approver' } as const;

describe('deciding a rejection', () => {
  function rejectionUp(): ClaimFile {
    const file = readyToRecommend();
    file.give(OFFICER, REJECT);
    return file;
  }

  test('a second person makes it final, with the letter’s text, and every clock stops', () => {
    const file = rejectionUp();
    const facts = file.give(APPROVER, approve('rejection'));
    expect(facts[1]).toMatchObject({ type: 'claim.rejected', reason: REJECT.reason, text: REJECT.text });
    expect(file.state.status).toBe('rejected');
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  });

  test('is four eyes: its maker does not decide it', () => {
    expect(rejectionUp().refusal(SAME_PERSON, approve('rejection')).refused).toBe('maker-is-checker');
  });

  test('points of a payment are not up while a rejection is', () => {
    expect(rejectionUp().refusal(APPROVER, approve('payee')).text).toBe('Butir rekening penerima tidak ada pada usulan ini.');
  });

  test('returned, it goes back to the officer and the clocks run on', () => {
    const file = rejectionUp();
    file.give(APPROVER, decide({ point: 'rejection', verdict: 'return', reason: 'paper-inconsistent' }));
    expect(file.state.status).toBe('verifying');
    expect(file.state.clocks.filter(({ clock, stoppedAt }) => clock === 'jkm-legal' && stoppedAt === undefined)).toHaveLength(1);
  });

  test('returned, it leaves the way to payment open: nothing settled before is lost', () => {
    const file = rejectionUp();
    file.give(APPROVER, decide({ point: 'rejection', verdict: 'return', reason: 'paper-inconsistent' }));
    file.give(OFFICER, PAY);
    file.give(APPROVER, APPROVE_ALL);
    expect(file.state.status).toBe('paying');
  });

  test('returned, it may be recommended once more and needs new eyes', () => {
    const file = rejectionUp();
    file.give(APPROVER, decide({ point: 'rejection', verdict: 'return', reason: 'paper-inconsistent' }));
    file.give(OFFICER, REJECT);
    file.give(OTHER_APPROVER, approve('rejection'));
    expect(file.state.status).toBe('rejected');
  });
});
