import type { ClaimId } from '#domain/claim/claim-number.ts';
import { claimWorkflowId, payoutWorkflowId, subjectOf } from '#workflows/workflow-ids.ts';

test('of a workflow that fails, its id says whose claim or payment it is', () => {
  const claimId = 'STN-AAAAA-BBBBB' as ClaimId;
  const payoutId = `${claimId}.1.jkm.once.heirs`;
  expect(subjectOf(claimWorkflowId(claimId))).toEqual({ claimId });
  expect(subjectOf(payoutWorkflowId(payoutId, 1))).toEqual({ claimId, payoutId });
  expect(subjectOf(payoutWorkflowId(payoutId, 12))).toEqual({ claimId, payoutId });
  expect(subjectOf('scholarship:BSW-AAAAA-BBBBB:2026')).toEqual({ claimId: 'scholarship:BSW-AAAAA-BBBBB:2026' });
});
