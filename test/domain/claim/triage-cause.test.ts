import { rupiah } from '#domain/money/money.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { bringAccidentPapers, claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { CONFIRMED, HOUR, MONDAY_9, OFFICER, PAY, REFUSED, typesOf } from '../../factories/claims.ts';

const JKM = { type: 'triageCause', programme: 'jkm', reason: 'Sakit di rumah.' } as const;
const JKK = { type: 'triageCause', programme: 'jkk', reason: 'Tertabrak saat mengantar barang dagangan.' } as const;

describe('triage of the cause of death', () => {
  test('JKM leaves the clock of completeness as it is', () => {
    const file = claimIn('verifying');
    expect(typesOf(file.give(OFFICER, JKM))).toEqual(['claim.cause-triaged']);
    expect(file.state).toMatchObject({ programme: 'jkm', points: { programme: { maker: OFFICER, verdict: 'open' } } });
  });

  test('JKK ends the JKM limit and starts its own from the same completeness, an hour of thinking costs nobody an hour', () => {
    const file = claimIn('verifying');
    file.at += HOUR;
    expect(typesOf(file.give(OFFICER, JKK))).toEqual(['claim.cause-triaged', 'sla.clock-stopped', 'sla.clock-started']);
    const clock = (id: string) => file.state.clocks.find(({ clock }) => clock === id);
    expect(clock('jkm-legal')).toMatchObject({ startedAt: MONDAY_9, stoppedAt: MONDAY_9 + HOUR });
    expect(clock('jkk-legal')).toMatchObject({ startedAt: MONDAY_9 });
    expect(clock('partner-promise')).not.toHaveProperty('stoppedAt');
  });

  test('triage taken back to JKM starts a new generation of the JKM clock from the same completeness', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, JKK);
    file.give(OFFICER, JKM);
    const running = file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running.map(({ clock, generation, startedAt }) => [clock, generation, startedAt])).toEqual([
      ['partner-promise', 1, MONDAY_9],
      ['jkm-legal', 2, MONDAY_9],
    ]);
  });

  test('triage without a reason that the second person can read is refused', () => {
    expect(claimIn('verifying').refusal(OFFICER, { ...JKM, reason: ' ' })).toEqual({
      refused: 'invalid-command',
      text: 'Tulis alasan penetapan program.',
      rule: 'reason',
    });
  });

  test('triage to a limit that falls into a year without calendar is refused', () => {
    const papers = claimIn('registered').state.papers.map((paper) => ({ ...paper, obtainedOn: day('2026-12-19') }));
    const options = { at: instant('2026-12-21T02:00:00Z'), registration: { eventOn: day('2026-12-10'), papers } };
    const file = claimIn('verifying', options);
    expect(file.refusal(OFFICER, JKK).refused).toBe('calendar-year-missing');
    file.give(OFFICER, JKM);
  });

  test('a programme made anew needs new eyes even after it was approved', () => {
    const file = claimIn('paying');
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, REFUSED);
    expect(file.state.points.programme?.verdict).toBe('approved');
    file.give(OFFICER, JKM);
    expect(file.state.points.programme).toEqual({ maker: OFFICER, makers: [OFFICER.id], verdict: 'open' });
  });

  test('papers of the accident are asked for before JKK is recommended, though completeness was declared before triage', () => {
    const file = readyToRecommend({ programme: 'jkm', registration: { wageBase: rupiah(2_500_000) } });
    file.give(OFFICER, JKK);
    const refusal = file.refusal(OFFICER, PAY);
    expect(refusal).toMatchObject({ refused: 'point-open', rule: 'Permenaker 1/2025 art. 79; rules.md section 6' });
    expect(refusal.text).toMatch(/^Berkas belum lengkap: /);
    bringAccidentPapers(file);
    file.give(OFFICER, PAY);
    expect(file.state.recommendation).toMatchObject({ outcome: 'pay', total: 142_000_000 });
  });

  test('once part of the money is on its way the other programme can no longer be chosen: one death is paid from one programme', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (fund) file.bankSays(fund, CONFIRMED);
    if (arranger) file.bankSays(arranger, REFUSED);
    expect(file.state.status).toBe('verifying');
    expect(file.refusal(OFFICER, JKK)).toEqual({
      refused: 'already-paid',
      text: 'Sebagian santunan sudah atau sedang dibayar; programnya tidak dapat diganti lagi.',
      rule: 'rules.md section 3: JKM and JKK are never paid for the same death',
    });
    file.give(OFFICER, JKM);
  });
});
