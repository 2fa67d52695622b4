import type { Fact } from '#domain/claim/facts.ts';
import { publicPart } from '#domain/claim/published.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { type ClaimFile, DAY, OFFICER, REFUSED, SUPERVISOR } from '../../factories/claims.ts';

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
