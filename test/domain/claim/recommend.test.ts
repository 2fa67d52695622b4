import type { CommandBody } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn, readyToRecommend, verifyAll } from '../../factories/claim-paths.ts';
import { CONFIRMED, OFFICER, PAY, REFUSED, REGISTRATION, REJECT, SPOUSE_ACCOUNT, typesOf } from '../../factories/claims.ts';

const [MEMBERSHIP] = REGISTRATION.memberships;
const membership = (change: object) => [{ ...MEMBERSHIP, ...change }] as typeof REGISTRATION.memberships;
const BENEFITS = 'rules.md section 3';

describe('recommending payment', () => {
  test('the full 42 million is calculated, not typed, and waits one working day for a second person', () => {
    const file = readyToRecommend();
    expect(typesOf(file.give(OFFICER, PAY))).toEqual(['claim.recommended', 'sla.clock-started']);
    expect(file.state).toMatchObject({
      status: 'recommended',
      recommendation: { outcome: 'pay', pack: 'jkm-jkk-2025', total: 42_000_000 },
    });
    expect(file.state.clocks.at(-1)).toMatchObject({ clock: 'second-eyes', startedAt: file.at });
    expect(file.state.points.amount).toMatchObject({ maker: OFFICER, verdict: 'open' });
  });

  test('the receipt keeps the steps of the calculation, each with its source', () => {
    const [recommended] = readyToRecommend().give(OFFICER, PAY);
    expect(recommended).toMatchObject({ type: 'claim.recommended', outcome: 'pay' });
    const steps = recommended?.type === 'claim.recommended' && recommended.outcome === 'pay' ? recommended.explanation : [];
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.filter(({ source }) => source === '')).toEqual([]);
  });

  test('a work accident pays by the wage that was reported', () => {
    const file = claimIn('recommended', { programme: 'jkk' });
    expect(file.state.recommendation).toMatchObject({ outcome: 'pay', total: 142_000_000 });
  });

  const TRIAGE: CommandBody = { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' };
  const HEIRS: CommandBody = { type: 'resolveHeirs', people: REGISTRATION.people };
  test.each([
    ['penetapan program JKM atau JKK', []],
    ['penetapan ahli waris', [TRIAGE]],
    ['rekening penerima', [TRIAGE, HEIRS]],
  ] as const)('without %s nothing is recommended for payment', (open, done) => {
    const file = claimIn('verifying');
    for (const body of done) file.give(OFFICER, body);
    expect(file.refusal(OFFICER, PAY)).toEqual({
      refused: 'point-open',
      text: `Selesaikan dahulu: ${open}.`,
      rule: 'design.md section 3: points under four eyes',
    });
  });

  test('a JKK claim without the reported wage is not calculated and not recommended', () => {
    const file = readyToRecommend({ programme: 'jkk', registration: { wageBase: undefined as never } });
    const refusal = file.refusal(OFFICER, PAY);
    expect(refusal).toMatchObject({ refused: 'point-open', rule: BENEFITS });
    expect(refusal.text).toMatch(/^Manfaat belum dapat dihitung: Upah sebulan/);
  });

  test('a lapsed coverage is not recommended for payment: there is nothing to pay', () => {
    const file = readyToRecommend({ registration: { memberships: membership({ paidMonths: ['2025-06', '2025-07'] }) } });
    expect(file.refusal(OFFICER, PAY)).toEqual({
      refused: 'point-open',
      text: 'Tidak ada manfaat yang dapat dibayar: perlindungan sudah gugur pada hari kejadian. Usulkan penolakan dengan alasannya.',
      rule: BENEFITS,
    });
    file.give(OFFICER, { ...REJECT, reason: 'coverage-lapsed' });
  });

  test('somebody who never was a participant is not recommended for payment', () => {
    const file = readyToRecommend({ registration: { memberships: [] } });
    expect(file.refusal(OFFICER, PAY).text).toMatch(/bukan peserta pada hari kejadian/);
  });

  test('arrears are settled before, and a payer who has not paid holds the claim', () => {
    const paidMonths = MEMBERSHIP?.paidMonths.slice(0, -2) ?? [];
    const inArrears = readyToRecommend({ registration: { memberships: membership({ paidMonths }) } });
    expect(inArrears.refusal(OFFICER, PAY)).toEqual({
      refused: 'point-open',
      text: 'Syarat belum terpenuhi: tunggakan iuran dilunasi dahulu.',
      rule: BENEFITS,
    });
    const unpaid = readyToRecommend({ registration: { memberships: membership({ payer: 'government', payerUnpaid: true }) } });
    expect(unpaid.refusal(OFFICER, PAY).text).toBe('Syarat belum terpenuhi: iuran dilunasi dahulu oleh pembayarnya.');
  });

  test('a required paper refused after completeness holds the recommendation', () => {
    const file = readyToRecommend();
    const documentId = file.state.papers.find(({ paper }) => paper === 'death-certificate')?.documentId ?? '';
    file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'refused', reason: 'Bukan salinan asli.' }] });
    expect(file.refusal(OFFICER, PAY).text).toBe('Berkas belum lengkap: Akta kematian (ditolak pemeriksa).');
    verifyAll(file);
    file.give(OFFICER, PAY);
  });

  test('nobody inherits: both the fund and whoever arranged the funeral need a confirmed account', () => {
    const file = claimIn('verifying', { nobodyInherits: true });
    file.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' });
    file.give(OFFICER, { type: 'resolveHeirs', people: [], arrangedFuneral: 'tetangga' });
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'tetangga' });
    expect(file.refusal(OFFICER, PAY)).toEqual({
      refused: 'point-open',
      text: 'Rekening Dana Jaminan Sosial belum dikonfirmasi.',
      rule: 'design.md section 5',
    });
  });

  test('an event before the first rule pack is not calculated', () => {
    const old = { eventOn: day('2014-02-20') };
    expect(readyToRecommend({ registration: old }).refusal(OFFICER, PAY).text).toMatch(
      /^Manfaat belum dapat dihitung: Belum ada paket aturan/,
    );
  });

  test('the recommendation follows from the claim alone: calculated again it gives the same lines', () => {
    const file = claimIn('recommended');
    expect(file.state.recommendation).toMatchObject({ lines: (entitlementOf(file.state, { switches: {} }) as { lines: unknown }).lines });
  });
});

describe('recommending rejection', () => {
  test('a rejection has a reason and the text the family will read, and is a point of its own', () => {
    const file = claimIn('verifying');
    expect(typesOf(file.give(OFFICER, REJECT))).toEqual(['claim.recommended', 'sla.clock-started']);
    expect(file.state.recommendation).toEqual({ outcome: 'reject', reason: REJECT.reason, text: REJECT.text });
    expect(file.state.points.rejection).toMatchObject({ maker: OFFICER, verdict: 'open' });
  });

  test('a rejection without a text is refused', () => {
    expect(claimIn('verifying').refusal(OFFICER, { ...REJECT, text: ' ' })).toEqual({
      refused: 'invalid-command',
      text: 'Tulis penjelasan penolakan yang akan dibaca keluarga.',
      rule: 'text',
    });
  });

  test('a death that is not of work is JKM, not a rejection', () => {
    const body = { ...REJECT, reason: 'not-work-related' } as const;
    expect(claimIn('verifying').refusal(OFFICER, body)).toEqual({
      refused: 'invalid-command',
      text: 'Alasan ini hanya untuk JKK. Kematian yang bukan karena kerja ditetapkan sebagai JKM, bukan ditolak.',
      rule: 'rules.md section 9',
    });
  });

  test('a claim of which part is paid, or may be, is never rejected', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (fund) file.bankSays(fund, REFUSED);
    const refusal = {
      refused: 'already-paid',
      text: 'Sebagian santunan sudah atau sedang dibayar; klaim ini tidak dapat ditolak lagi.',
      rule: 'design.md section 5',
    };
    expect(file.refusal(OFFICER, REJECT)).toEqual(refusal);
    if (arranger) file.bankSays(arranger, CONFIRMED);
    expect(file.refusal(OFFICER, REJECT)).toEqual(refusal);
  });

  test('a claim the bank refused in full may still be rejected', () => {
    const file = claimIn('paying');
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, REFUSED);
    file.give(OFFICER, REJECT);
    expect(file.state.status).toBe('recommended');
  });
});
