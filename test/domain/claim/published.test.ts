import type { Fact, FactBody } from '#domain/claim/facts.ts';
import { publicPart } from '#domain/claim/published.ts';
import { rupiah } from '#domain/money/money.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { type ClaimFile, DAY, MONDAY_9, OFFICER, REFUSED, SUPERVISOR } from '../../factories/claims.ts';

function factOf(file: ClaimFile, type: Fact['type']): Fact {
  const fact = file.facts.find((candidate) => candidate.type === type);
  if (!fact) throw new Error(`no ${type}`);
  return fact;
}

describe('what others hear of a claim', () => {
  test('nothing of the people, their papers, coverage, accounts or health leaves with any fact of the whole path', () => {
    const file = claimIn('closed');
    const heard = JSON.stringify(file.facts.map(publicPart));
    for (const secret of ['pasangan', 'anak', 'peserta-1', 'KPJ00000001', 'rekening-1', 'doc-1-', 'Surat keterangan dokter', OFFICER.id]) {
      expect(heard).not.toContain(secret);
    }
  });

  test('a cause of death is heard as its programme only', () => {
    const heard = publicPart(factOf(claimIn('recommended'), 'claim.cause-triaged'));
    expect(heard).toEqual({ programme: 'jkm', byRole: 'officer' });
  });

  test('an acknowledgement is heard without what was written, a refused payment with its code', () => {
    const file = claimIn('paying');
    file.at += 14 * DAY;
    file.ring();
    file.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:100', reason: 'Petugas dirawat karena malaria.' });
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, REFUSED);
    expect(publicPart(factOf(file, 'sla.escalation-acknowledged'))).toEqual({ rungKey: 'jkm-legal:1:100', byRole: 'supervisor' });
    expect(publicPart(factOf(file, 'payout.refused'))).toMatchObject({ reason: 'account-closed', issue: 1 });
  });

  test('an order is heard by its number and amount, a rejection by its code', () => {
    const order = factOf(claimIn('paying'), 'payout.ordered');
    expect(publicPart(order)).toMatchObject({ issue: 1, amount: 42_000_000, byRole: 'approver' });
    expect(publicPart(factOf(claimIn('rejected'), 'claim.rejected'))).toEqual({ reason: 'false-paper', byRole: 'approver' });
  });
});

/** What a person wrote, or what is told of a person. */
const PRIVATE = 'Dirawat karena malaria di rumah Ibu Contoh';
const PEOPLE = { maker: PRIVATE, checker: PRIVATE };
const PAYOUT = { payoutId: 'bayar-1', programme: 'jkm', payeeClass: 'heirs', amount: rupiah(420_000), lines: [] } as const;
const CALENDAR = { id: 'ntt-2026', version: 3 };
const MOVED = [{ clock: 'jkm-legal', generation: 1, from: MONDAY_9, to: null }] as const;

test.each<[FactBody, object]>([
  [{ type: 'claim.document-waived', paper: 'family-card', reason: PRIVATE }, { paper: 'family-card' }],
  [
    { type: 'claim.checked', checks: [{ check: 'fraud', result: 'ask', evidence: [{ what: PRIVATE, found: PRIVATE, source: PRIVATE }] }] },
    {},
  ],
  [{ type: 'claim.treatment-concluded', outcome: 'disabled', on: MONDAY_9 }, { on: MONDAY_9 }],
  [
    { type: 'claim.converted-to-death', diedOn: day('2026-03-02'), people: [{ id: PRIVATE, relation: 'spouse', alive: true }] },
    { diedOn: '2026-03-02' },
  ],
  [{ type: 'claim.injury-assessed', injury: { stmbDays: 12, medicalReceipts: 900_000 } }, {}],
  [{ type: 'claim.completeness-revoked', papers: [{ paper: 'family-card', reason: PRIVATE }], reason: PRIVATE }, {}],
  [
    {
      type: 'claim.proposed',
      key: `finding:bayar-1:1:paid:${PRIVATE}`,
      proposal: { type: 'pause', ground: 'court-order', from: MONDAY_9, source: PRIVATE },
    },
    {},
  ],
  [{ type: 'claim.withdrawn', reason: PRIVATE }, {}],
  [{ type: 'claim.appealed', reason: PRIVATE }, {}],
  [{ type: 'claim.reopened', ground: 'new-evidence', reason: PRIVATE }, { ground: 'new-evidence' }],
  [{ type: 'claim.lapsed', reason: 'right-lapsed', text: PRIVATE }, { reason: 'right-lapsed' }],
  [
    { type: 'payout.held', payout: PAYOUT, why: 'late-compensation', lateDays: 1 },
    { payoutId: 'bayar-1', amount: 420_000, why: 'late-compensation', lateDays: 1 },
  ],
  [{ type: 'payout.declined', payoutId: 'bayar-1', reason: PRIVATE }, { payoutId: 'bayar-1' }],
  [
    { type: 'payout.exempted', payoutId: 'bayar-1', issue: 1, reason: PRIVATE, ...PEOPLE },
    { payoutId: 'bayar-1', issue: 1 },
  ],
  [
    { type: 'payout.resolved', payoutId: 'bayar-1', issue: 1, resolution: { outcome: 'paid', bankReference: PRIVATE, ...PEOPLE } },
    { payoutId: 'bayar-1', issue: 1, outcome: 'paid' },
  ],
  [
    { type: 'payout.reversed', payoutId: 'bayar-1', issue: 1, why: PRIVATE },
    { payoutId: 'bayar-1', issue: 1 },
  ],
  [
    { type: 'sla.clock-paused', ground: 'medical-opinion', clocks: ['jkk-legal'], from: MONDAY_9, source: PRIVATE },
    { ground: 'medical-opinion', clocks: ['jkk-legal'], from: MONDAY_9 },
  ],
  [
    { type: 'sla.clock-extended', clock: 'partner-promise', units: 2, reason: PRIVATE },
    { clock: 'partner-promise', units: 2 },
  ],
  [
    { type: 'sla.calendar-changed', calendar: CALENDAR, reason: PRIVATE, moved: MOVED },
    { calendar: CALENDAR, moved: MOVED },
  ],
])('of %j others hear codes, dates and amounts, and nothing anybody wrote', (body, heard) => {
  const fact: Fact = {
    ...body,
    at: MONDAY_9,
    actor: { ...OFFICER, id: PRIVATE },
    cause: PRIVATE,
    receipt: { command: { type: 'withdraw', reason: PRIVATE }, calendar: CALENDAR, switches: {} },
  };
  expect(publicPart(fact)).toEqual({ ...heard, byRole: 'officer' });
  expect(JSON.stringify(publicPart(fact))).not.toContain(PRIVATE);
});
