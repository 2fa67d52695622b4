import { NTT_2026 } from '#domain/calendar/packs/ntt-2026.ts';
import { explainClaim } from '#workers/santun/explain-claim.ts';
import { CLAIM_ID, TOLD_AT } from './claims-at.ts';
const { claim, journal } = TOLD_AT[process.argv[2] as 'closed']();
const document = { _id: claim.claimId, seq: claim.seq, head: '', status: claim.status, institutionId: '', branchId: '', updatedAt: claim.updatedAt, state: claim };
console.log(explainClaim({ claimId: CLAIM_ID, entries: journal, document, calendar: NTT_2026, asOf: Date.parse('2026-03-25T03:00:00Z') }).lines.join('\n'));
