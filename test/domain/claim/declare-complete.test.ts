import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { claimIn, verifyAll } from '../../factories/claim-paths.ts';
import { APPROVER, ClaimFile, MONDAY_9, OFFICER, OTHER_OFFICER, REGISTRATION, typesOf } from '../../factories/claims.ts';

const COMPLETE = { type: 'declareComplete' } as const;
const RULE = 'Permenaker 1/2025 art. 79; rules.md section 6';

function without(kind: string): ClaimFile {
  const file = new ClaimFile({ registration: { papers: REGISTRATION.papers.filter(({ paper }) => paper !== kind) } });
  verifyAll(file);
  return file;
}

describe('declaring a claim complete', () => {
  test('with every required paper found good the claim is verified, and the legal clock and our promise start', () => {
    const file = claimIn('collecting');
    expect(typesOf(file.give(OFFICER, COMPLETE))).toEqual(['claim.completed', 'sla.clock-started', 'sla.clock-started']);
    expect(file.state.status).toBe('verifying');
    expect(file.state.points.completeness).toEqual({ maker: OFFICER, makers: [OFFICER.id], verdict: 'open' });
    const running = file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running.map(({ clock, startedAt }) => [clock, startedAt])).toEqual([
      ['jkm-legal', MONDAY_9],
      ['partner-promise', MONDAY_9],
    ]);
  });

  test('a missing death certificate is named in the refusal, and no clock starts', () => {
    const file = without('death-certificate');
    expect(file.refusal(OFFICER, COMPLETE)).toEqual({
      refused: 'point-open',
      text: 'Berkas belum lengkap: Akta kematian (belum ada).',
      rule: RULE,
    });
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  });

  test('papers nobody has looked at are missing, each named with its reason', () => {
    const { text } = new ClaimFile().refusal(OFFICER, COMPLETE);
    expect(text).toContain('Akta kematian (belum diperiksa)');
    expect(text).toContain('Buku tabungan penerima (belum diperiksa)');
  });

  test('a refused paper is missing until a better copy is found good', () => {
    const file = claimIn('collecting');
    const certificate = file.state.papers.find(({ paper }) => paper === 'death-certificate');
    const documentId = certificate?.documentId ?? '';
    file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'refused', reason: 'Nama berbeda.' }] });
    expect(file.refusal(OFFICER, COMPLETE).text).toBe('Berkas belum lengkap: Akta kematian (ditolak pemeriksa).');
    const better = { ...(certificate ?? REGISTRATION.papers[0]), documentId: 'doc-akta-2' } as (typeof REGISTRATION.papers)[number];
    file.give(OFFICER, { type: 'attachDocuments', papers: [better] });
    file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId: 'doc-akta-2', verdict: 'ok' }] });
    file.give(OFFICER, COMPLETE);
    expect(file.state.status).toBe('verifying');
  });

  test('the family card of before the death is not enough', () => {
    const papers = REGISTRATION.papers.map((paper) =>
      paper.paper === 'family-card' ? { ...paper, obtainedOn: day('2026-01-10') } : paper,
    );
    const file = new ClaimFile({ registration: { papers } });
    verifyAll(file);
    expect(file.refusal(OFFICER, COMPLETE).text).toMatch(/\(harus terbitan setelah kematian\)/);
  });

  test('two adult heirs need a power of attorney, one of them being under age they do not', () => {
    const adultChild = REGISTRATION.people.map((person) => (person.id === 'anak' ? { ...person, birthDate: day('2000-06-01') } : person));
    const file = new ClaimFile({ registration: { people: adultChild } });
    verifyAll(file);
    expect(file.refusal(OFFICER, COMPLETE).text).toBe('Berkas belum lengkap: Surat kuasa antarahli waris (belum ada).');
    expect(claimIn('verifying').state.status).toBe('verifying');
  });

  test('children under age without a parent among the heirs need the court to name a guardian', () => {
    const file = new ClaimFile({ registration: { people: REGISTRATION.people.filter(({ id }) => id === 'anak') } });
    verifyAll(file);
    expect(file.refusal(OFFICER, COMPLETE).text).toMatch(/Penetapan pengadilan \(belum ada\)/);
  });

  test('a claim whose legal limit would fall into a year without calendar is not started against an unknown date', () => {
    const at = instant('2026-12-30T02:00:00Z');
    const papers = REGISTRATION.papers.map((paper) => ({ ...paper, obtainedOn: day('2026-12-20') }));
    const file = new ClaimFile({ at, registration: { eventOn: day('2026-12-10'), papers } });
    verifyAll(file);
    const refusal = file.refusal(OFFICER, COMPLETE);
    expect(refusal).toMatchObject({ refused: 'calendar-year-missing', rule: 'rules.md section 7' });
    expect(refusal.text).toMatch(/^Kalender kerja belum lengkap: .*2027/);
  });

  test('an approver does not declare completeness, and a claim is declared complete once', () => {
    expect(claimIn('collecting').refusal(APPROVER, COMPLETE).refused).toBe('not-your-role');
    expect(claimIn('verifying').refusal(OFFICER, COMPLETE)).toEqual({
      refused: 'not-allowed-in-status',
      text: 'Tindakan ini tidak tersedia saat klaim berstatus "diverifikasi".',
      rule: 'design.md section 3',
    });
  });
});

describe('completeness sent back by the second person', () => {
  function sentBack(): ClaimFile {
    const file = claimIn('recommended');
    file.at += 3_600_000;
    const rest = (['programme', 'heirs', 'payee', 'amount'] as const).map((point) => ({ point, verdict: 'approve' as const }));
    const returned = { point: 'completeness', verdict: 'return', reason: 'paper-unreadable' } as const;
    file.give(APPROVER, { type: 'decidePoints', decisions: [returned, ...rest] });
    return file;
  }

  test('was our own omission: the claim collects again while the legal clock keeps running from the first completeness', () => {
    const file = sentBack();
    expect(file.state.status).toBe('collecting');
    const legal = file.state.clocks.find(({ clock }) => clock === 'jkm-legal');
    expect(legal).toMatchObject({ startedAt: MONDAY_9, pauses: [] });
    expect(legal).not.toHaveProperty('stoppedAt');
  });

  test('a second completeness starts no second clock and needs new eyes, the other approvals stay', () => {
    const file = sentBack();
    expect(typesOf(file.give(OTHER_OFFICER, COMPLETE))).toEqual(['claim.completed']);
    const { completeness, programme, heirs, payee } = file.state.points;
    expect([completeness, programme, heirs, payee].map((point) => point?.verdict)).toEqual(['open', 'approved', 'approved', 'approved']);
    expect(completeness?.makers).toEqual([OFFICER.id, OTHER_OFFICER.id]);
  });
});
