import type { PointDecision } from '#domain/claim/facts.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { Point } from '#domain/claim/statuses.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import {
  APPROVE_ALL,
  APPROVER,
  type ClaimFile,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  PAY,
  SPOUSE_ACCOUNT,
  typesOf,
} from '../../factories/claims.ts';

const FOUR_EYES = 'design.md section 3: four eyes';
const decide = (...decisions: readonly PointDecision[]) => ({ type: 'decidePoints', decisions }) as const;
const approve = (...points: readonly Point[]) => decide(...points.map((point) => ({ point, verdict: 'approve' as const })));
const sendBack = (point: Point): PointDecision => ({ point, verdict: 'return', reason: 'heir-proof' });
const openPoints = (file: ClaimFile) => pointsAtStake(file.state, 'pay').filter((point) => file.state.points[point]?.verdict === 'open');

/** The officer also holds the approver's role, as in a small branch where somebody stands in. */
const SAME_PERSON = { ...OFFICER, role: 'approver' } as const;

describe('deciding the points of a payment', () => {
  test('every point approved by a second person approves the claim and orders one transfer', () => {
    const file = claimIn('recommended');
    expect(typesOf(file.give(APPROVER, APPROVE_ALL))).toEqual([
      'claim.points-decided',
      'claim.approved',
      'sla.clock-stopped',
      'payout.ordered',
    ]);
    expect(file.state.status).toBe('paying');
    expect(file.state.payouts).toHaveLength(1);
    expect(file.state.payouts[0]).toMatchObject({
      amount: 42_000_000,
      issue: 1,
      personId: 'pasangan',
      maker: OFFICER.id,
      checker: APPROVER.id,
    });
  });

  test('a part of the points decided leaves the claim waiting for the rest', () => {
    const file = claimIn('recommended');
    expect(typesOf(file.give(APPROVER, approve('completeness', 'programme')))).toEqual(['claim.points-decided']);
    expect(file.state.status).toBe('recommended');
    expect(openPoints(file)).toEqual(['heirs', 'payee', 'amount']);
    file.give(OTHER_APPROVER, approve('heirs', 'payee', 'amount'));
    expect(file.state.status).toBe('paying');
  });

  test('the order names who approved the account, whoever decided last', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, approve('payee'));
    file.give(OTHER_APPROVER, approve('completeness', 'programme', 'heirs', 'amount'));
    expect(file.state.payouts[0]?.checker).toBe(APPROVER.id);
  });

  test('one point returned sends the claim back when the rest has a verdict, and pays nobody', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, decide(sendBack('heirs')));
    expect(file.state.status).toBe('recommended');
    const facts = file.give(APPROVER, approve('completeness', 'programme', 'payee', 'amount'));
    expect(typesOf(facts)).toEqual(['claim.points-decided', 'claim.returned', 'sla.clock-stopped']);
    expect(facts[1]).toMatchObject({ points: ['heirs'] });
    expect(file.state).toMatchObject({ status: 'verifying', payouts: [] });
  });

  test('approved points stay approved after a return; only what was made anew needs new eyes', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, decide(sendBack('amount'), ...approve('completeness', 'programme', 'heirs', 'payee').decisions));
    file.give(OFFICER, PAY);
    expect(openPoints(file)).toEqual(['amount']);
    file.give(APPROVER, approve('amount'));
    expect(file.state.status).toBe('paying');
  });

  test('a returned point holds the recommendation until its maker has made it anew', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, decide(sendBack('heirs'), ...approve('completeness', 'programme', 'payee', 'amount').decisions));
    expect(file.refusal(OFFICER, PAY).text).toBe('Selesaikan dahulu: penetapan ahli waris.');
    file.give(OFFICER, { type: 'resolveHeirs', people: file.state.people });
    file.give(OFFICER, PAY);
    expect(openPoints(file)).toEqual(['heirs', 'amount']);
  });

  test('what one approver has returned no other approver waves through', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, decide(sendBack('heirs')));
    expect(file.refusal(OTHER_APPROVER, APPROVE_ALL)).toEqual({
      refused: 'point-open',
      text: 'Butir penetapan ahli waris sudah dikembalikan dan harus dibuat ulang dahulu oleh petugas.',
      rule: FOUR_EYES,
    });
  });

  test('an approval may still be taken back while other points wait', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, approve('heirs'));
    file.give(APPROVER, decide(sendBack('heirs'), ...approve('completeness', 'programme', 'payee', 'amount').decisions));
    expect(file.state.status).toBe('verifying');
  });

  test('a typed reason goes with every return, and "other" needs words', () => {
    const file = claimIn('recommended');
    expect(file.refusal(APPROVER, decide({ point: 'heirs', verdict: 'return', reason: 'other', text: ' ' }))).toEqual({
      refused: 'invalid-command',
      text: 'Alasan "lainnya" harus dijelaskan.',
      rule: 'decisions',
    });
    file.give(APPROVER, decide({ point: 'heirs', verdict: 'return', reason: 'other', text: 'Saksi kedua belum menandatangani.' }));
    expect(file.state.points.heirs).toMatchObject({
      verdict: 'returned',
      reason: 'other',
      text: 'Saksi kedua belum menandatangani.',
      checker: APPROVER,
    });
  });

  test('a decision about nothing, about a point twice, or about a point that is not up is refused', () => {
    const file = claimIn('recommended');
    expect(file.refusal(APPROVER, decide())).toEqual({
      refused: 'invalid-command',
      text: 'Putuskan paling sedikit satu butir.',
      rule: 'decisions',
    });
    expect(file.refusal(APPROVER, approve('heirs', 'heirs')).text).toBe('Satu butir diputuskan dua kali dalam satu kiriman.');
    expect(file.refusal(APPROVER, approve('rejection')).text).toBe('Butir penolakan tidak ada pada usulan ini.');
  });
});

describe('four eyes', () => {
  test('whoever made a point does not decide it, even with the approver’s role', () => {
    expect(claimIn('recommended').refusal(SAME_PERSON, approve('amount'))).toEqual({
      refused: 'maker-is-checker',
      text: 'Semua butir yang terbuka ikut Anda buat. Orang lain yang memutuskan.',
      rule: FOUR_EYES,
    });
  });

  test('whoever made one of the open points is told which one is not his to decide', () => {
    const file = readyToRecommend();
    file.give(OTHER_OFFICER, PAY);
    const { text } = file.refusal({ ...OTHER_OFFICER, role: 'approver' }, approve('amount'));
    expect(text).toBe('Anda ikut membuat butir jumlah santunan. Butir ini diputuskan oleh orang lain.');
  });

  test('coverage that changed after the recommendation is seen before any money is ordered', () => {
    const file = claimIn('recommended');
    const [membership] = file.state.memberships;
    if (membership) {
      const unpaid = { ...membership, payer: 'government', payerUnpaid: true } as const;
      file.tell({ type: 'membershipChanged', told: { type: 'coverage', membership: unpaid } });
    }
    expect(file.refusal(APPROVER, APPROVE_ALL)).toEqual({
      refused: 'point-open',
      text: 'Data klaim berubah sejak jumlahnya dihitung. Kembalikan butir jumlah santunan supaya dihitung ulang.',
      rule: 'rules.md section 3',
    });
    file.give(APPROVER, decide(sendBack('amount'), ...approve('completeness', 'programme', 'heirs', 'payee').decisions));
    expect(file.state).toMatchObject({ status: 'verifying', payouts: [] });
  });

  test('one point of his own among others is enough to refuse the whole decision', () => {
    const file = readyToRecommend();
    file.give(OTHER_OFFICER, PAY);
    const stranger = { ...OTHER_OFFICER, role: 'approver' } as const;
    expect(file.refusal(stranger, APPROVE_ALL).refused).toBe('maker-is-checker');
    file.give(stranger, approve('completeness', 'programme', 'heirs', 'payee'));
    expect(openPoints(file)).toEqual(['amount']);
  });

  test('of two people who each confirmed one of the accounts neither approves them', () => {
    const file = readyToRecommend({ nobodyInherits: true });
    const fund = { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial', accountRef: 'rekening-dana' } as const;
    file.give(OTHER_OFFICER, fund);
    file.give(OTHER_OFFICER, PAY);
    expect(file.refusal(SAME_PERSON, approve('payee')).refused).toBe('maker-is-checker');
    expect(file.refusal({ ...OTHER_OFFICER, role: 'approver' }, approve('payee')).refused).toBe('maker-is-checker');
    file.give(APPROVER, APPROVE_ALL);
    expect(file.state.payouts.map(({ payeeClass, maker }) => [payeeClass, maker])).toEqual([
      ['fund', OTHER_OFFICER.id],
      ['funeralArranger', OFFICER.id],
    ]);
  });

  test('whoever checked papers after completeness shares in it and does not approve it', () => {
    const file = readyToRecommend();
    const documentId = file.state.papers[0]?.documentId ?? '';
    file.give(OTHER_OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'ok' }] });
    file.give(OFFICER, PAY);
    expect(file.refusal({ ...OTHER_OFFICER, role: 'approver' }, approve('completeness')).refused).toBe('maker-is-checker');
  });

  test('papers checked after an approved completeness bring it before the second person again', () => {
    const file = claimIn('recommended');
    file.give(APPROVER, decide(sendBack('amount'), ...approve('completeness', 'programme', 'heirs', 'payee').decisions));
    const documentId = file.state.papers[0]?.documentId ?? '';
    file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'ok' }] });
    file.give(OFFICER, PAY);
    expect(openPoints(file)).toEqual(['completeness', 'amount']);
  });

  test('an officer decides no point at all', () => {
    expect(claimIn('recommended').refusal(OTHER_OFFICER, APPROVE_ALL)).toEqual({
      refused: 'not-your-role',
      text: 'Tindakan ini dilakukan oleh pemeriksa kedua.',
      rule: 'design.md section 3: four eyes',
    });
  });
});
