import { createHash } from 'node:crypto';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { decide } from '#domain/claim/decide.ts';
import { receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';

const OFFICER: ActorRef = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
const APPROVER: ActorRef = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
const MACHINE: ActorRef = { id: 'staf-1', role: 'machine', institution: 'bpr-contoh', branch: 'bpr-contoh-kupang' };
const REPORTED_AT = instant('2026-03-02T01:00:00Z');
const MONTHS = ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
const PAPERS = [
  ...['participant-card', 'participant-id-card', 'heir-id-card', 'marriage-certificate', 'child-birth-certificate', 'work-activity-proof'],
  ...['payee-account-proof', 'data-consent', 'death-certificate', 'heir-statement', 'claim-form-jkm', 'family-card'],
];
const CONTEXT = { at: REPORTED_AT, calendar: NTT_2026, switches: {} };
const POINTS = ['completeness', 'programme', 'heirs', 'payee', 'amount'] as const;

/** Claim numbers without end, each the same in every run. */
export function claimIdAt(index: number): ClaimId {
  return claimIdFromDigest(createHash('sha256').update(`rebuild-${index}`).digest());
}

/** A JKM claim as the decider itself tells it, a paper sent back on the way: from report to closing. */
export function factsOf(claimId: ClaimId): readonly Fact[] {
  const facts: Fact[] = [...receive(undefined, { type: 'deathReported', eventId: 'lapor-1', actor: MACHINE, registration }, CONTEXT)];
  const claim = (): ClaimState => {
    const state = fold(claimId, facts);
    if (!state) throw new Error('nothing was told');
    return state;
  };
  const give = (actor: ActorRef, body: CommandBody): void => {
    const answer = decide(claim(), { ...body, expectedSeq: claim().seq, actor, commandId: `perintah-${facts.length}` } as Command, CONTEXT);
    if (isRefusal(answer)) throw new Error(`${body.type}: ${answer.text}`);
    facts.push(...answer);
  };
  const [first] = registration.papers;
  if (!first) throw new Error('a claim without papers');
  const reason = 'Foto tidak terbaca.';
  give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId: first.documentId, verdict: 'refused', reason }] });
  give(OFFICER, { type: 'requestCompletion', papers: [{ paper: first.paper, reason }] });
  give(OFFICER, { type: 'verifyDocuments', verdicts: registration.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' })) });
  give(OFFICER, { type: 'declareComplete' });
  give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Meninggal karena sakit di rumah.' });
  give(OFFICER, { type: 'resolveHeirs', people: registration.people });
  const inquiry = { holder: 'match', ownedByPartner: false } as const;
  give(OFFICER, { type: 'confirmPayeeAccount', payeeClass: 'heirs', personId: 'pasangan', accountRef: 'rekening-1', inquiry });
  give(OFFICER, { type: 'recommend', outcome: 'pay' });
  give(APPROVER, { type: 'decidePoints', decisions: POINTS.map((point) => ({ point, verdict: 'approve' })) });
  const [payout] = claim().payouts;
  if (!payout) throw new Error('nothing was ordered');
  const { payoutId, issue } = payout;
  const outcome = { state: 'confirmed', bankReference: 'BANK-1', paidAt: REPORTED_AT } as const;
  const told = { type: 'payoutChanged', eventId: 'kabar-1', actor: { id: 'system', role: 'system' }, payoutId, issue, outcome } as const;
  facts.push(...receive(claim(), told, CONTEXT));
  return facts;
}

const registration = {
  reportId: 'lapor-1',
  kind: 'death',
  eventOn: day('2026-02-20'),
  reportedAt: REPORTED_AT,
  institutionId: 'bpr-contoh',
  branchId: 'bpr-contoh-kupang',
  participantId: 'peserta-1',
  memberships: [{ kpj: 'KPJ00000001', segment: 'BPU', memberSince: day('2025-06-05'), paidMonths: MONTHS, payer: 'self' }],
  people: [
    { id: 'pasangan', relation: 'spouse', alive: true, birthDate: day('1982-03-04') },
    { id: 'anak', relation: 'child', alive: true, birthDate: day('2015-06-01') },
  ],
  papers: PAPERS.map((paper) => ({ paper, documentId: `doc-${paper}`, sha256: 'a'.repeat(64), obtainedOn: day('2026-02-25') })),
  calendar: { id: NTT_2026.id, version: NTT_2026.version },
} as const;
