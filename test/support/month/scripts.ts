import { type ClaimStatus, POINTS } from '#domain/claim/statuses.ts';
import { APPROVER, APPROVER_2, DAY, type Desk, HEAD, HOUR, OFFICER, OFFICER_2, SUPERVISOR } from './desk.ts';

/** What happens to one kind of claim in the month, how often of a hundred, and how it must stand at the end. */
export type Script = {
  readonly name: string;
  readonly kind: 'death' | 'accident';
  readonly share: number;
  readonly ends: readonly ClaimStatus[];
  play(desk: Desk): Promise<void>;
};

/** Complete papers and a declaration: the payment clocks run. */
async function complete(desk: Desk): Promise<void> {
  await desk.completePapers();
  await desk.give(OFFICER, { type: 'declareComplete' });
}

async function reported(desk: Desk): Promise<void> {
  await desk.signCredit();
  await desk.reportDeath();
}

async function rejected(desk: Desk): Promise<void> {
  await reported(desk);
  await complete(desk);
  await desk.give(OFFICER, { type: 'recommend', outcome: 'reject', reason: 'ill-at-registration', text: 'Sudah sakit saat didaftarkan.' });
  await desk.approve();
  await desk.reaches('rejected');
}

/** Recovered or disabled, with the doctor's letter and receipts; recommended for payment to the participant. */
async function recommendAccident(desk: Desk): Promise<void> {
  await desk.give(
    OFFICER,
    { type: 'triageCause', programme: 'jkk', reason: 'Terjadi di tempat kerja.' },
    { type: 'concludeTreatment', outcome: 'disabled', on: desk.now - HOUR },
    { type: 'assessInjury', injury: { stmbDays: 9, disability: { kind: 'partialAnatomical', tableBasisPoints: 500 } } },
  );
  await complete(desk);
  await desk.give(OFFICER, await desk.account('participant'), { type: 'recommend', outcome: 'pay' });
}

export const SCRIPTS: readonly Script[] = [
  {
    name: 'prepared at signing, paid within two days',
    kind: 'death',
    share: 26,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await desk.pass(3 * HOUR);
      await complete(desk);
      await desk.recommendDeath();
      await desk.pass(20 * HOUR);
      await desk.approve();
    },
  },
  {
    name: 'nobody prepared anything, papers come late and in pieces',
    kind: 'death',
    share: 10,
    ends: ['closed'],
    async play(desk) {
      await desk.reportDeath();
      await desk.tellMembership();
      await desk.give(OFFICER, { type: 'requestCompletion', papers: [{ paper: 'family-card', reason: 'Belum diserahkan.' }] });
      await desk.pass(6 * DAY);
      await desk.addPapersByPartner(['family-card', 'heir-id-card']);
      await desk.pass(3 * DAY);
      await complete(desk);
      await desk.recommendDeath();
      await desk.approve();
    },
  },
  {
    name: 'returned twice by the second person',
    kind: 'death',
    share: 9,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      await desk.recommendDeath();
      for (const point of ['amount', 'programme'] as const) {
        const { points } = await desk.state();
        const others = POINTS.filter((one) => one !== point && points[one]?.verdict === 'open');
        const back = { point, verdict: 'return', reason: point === 'amount' ? 'calculation' : 'triage-doubt' } as const;
        const decisions = [...others.map((one) => ({ point: one, verdict: 'approve' as const })), back];
        await desk.give(APPROVER, { type: 'decidePoints', decisions });
        await desk.pass(5 * HOUR);
        if (point === 'programme') await desk.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Keterangan dokter kedua.' });
        await desk.give(OFFICER, { type: 'recommend', outcome: 'pay' });
      }
      await desk.approve();
    },
  },
  {
    name: 'heirs in dispute for a week, then agreed',
    kind: 'death',
    share: 8,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      await desk.recommendDeath('jkm', undefined, true);
      await desk.pass(7 * DAY);
      await desk.recommendDeath();
      await desk.pass(4 * HOUR);
      await desk.approve();
    },
  },
  {
    name: 'heirs still in dispute at the end of the month',
    kind: 'death',
    share: 3,
    ends: ['verifying'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      await desk.recommendDeath('jkm', undefined, true);
      await desk.pass(20 * DAY);
    },
  },
  {
    name: 'late: every rung, acknowledged, the compensation released by two persons',
    kind: 'death',
    share: 6,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      await desk.pass(12 * DAY);
      for (const { key, mustAcknowledge, acknowledgedAt } of (await desk.state()).rungs) {
        if (!mustAcknowledge || acknowledgedAt !== undefined) continue;
        await desk.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: key, reason: 'Dialihkan ke petugas lain.' });
      }
      await desk.recommendDeath();
      await desk.approve();
      const { payouts } = await desk.reaches('paid');
      const held = payouts.find(({ state }) => state === 'held');
      if (!held) throw new Error('a late payment without compensation');
      const release = { type: 'releasePayout', payoutId: held.payoutId, verdict: 'pay', reason: 'Terlambat karena kami.' } as const;
      await desk.give(OFFICER, release);
      await desk.give(APPROVER, release);
    },
  },
  {
    name: 'work accident, recovered with a disability',
    kind: 'accident',
    share: 8,
    ends: ['closed'],
    async play(desk) {
      await desk.signCredit({ wageBase: 2_500_000 as never });
      await desk.reportAccident();
      await desk.pass(9 * DAY);
      await recommendAccident(desk);
      await desk.pass(6 * HOUR);
      await desk.approve();
    },
  },
  {
    name: 'work accident, still in treatment at the end of the month',
    kind: 'accident',
    share: 3,
    ends: ['registered', 'collecting'],
    async play(desk) {
      await desk.signCredit({ wageBase: 2_500_000 as never });
      await desk.reportAccident();
      await desk.pass(20 * DAY);
    },
  },
  {
    name: 'work accident, the participant dies of it',
    kind: 'accident',
    share: 4,
    ends: ['closed'],
    async play(desk) {
      await desk.signCredit({ wageBase: 2_500_000 as never });
      await desk.reportAccident();
      await desk.pass(4 * DAY);
      await desk.give(OFFICER, { type: 'concludeTreatment', outcome: 'died', on: desk.now - HOUR });
      await desk.pass(3 * DAY);
      await desk.give(OFFICER, { type: 'triageCause', programme: 'jkk', reason: 'Meninggal karena kecelakaan kerja.' });
      await complete(desk);
      await desk.recommendDeath('jkk');
      await desk.approve();
    },
  },
  {
    name: 'suspected accident, found not to be of work, appealed in vain by the family',
    kind: 'accident',
    share: 3,
    ends: ['rejected'],
    async play(desk) {
      await desk.signCredit({ wageBase: 2_500_000 as never });
      await desk.reportAccident({ suspected: true });
      await desk.pass(12 * DAY);
      await desk.give(OFFICER, { type: 'concludeTreatment', outcome: 'recovered', on: desk.now - HOUR });
      await complete(desk);
      const reject = { type: 'recommend', outcome: 'reject', reason: 'not-work-related', text: 'Terjadi saat libur di rumah.' } as const;
      await desk.give(OFFICER, { type: 'triageCause', programme: 'jkk', reason: 'Diperiksa sebagai dugaan.' }, reject);
      await desk.approve();
      await desk.reaches('rejected');
      await desk.giveEnded(HEAD, { type: 'appeal', reason: 'Peserta sedang lembur.' });
      await desk.pass(2 * DAY);
      await desk.give(OFFICER_2, reject);
      await desk.approve(APPROVER_2);
    },
  },
  {
    name: 'rejected, appealed, and paid',
    kind: 'death',
    share: 4,
    ends: ['closed'],
    async play(desk) {
      await rejected(desk);
      await desk.giveEnded(OFFICER, { type: 'appeal', reason: 'Ada surat dokter sebelum pendaftaran.' });
      await desk.pass(DAY);
      await desk.recommendDeath();
      await desk.approve(APPROVER_2);
    },
  },
  { name: 'rejected', kind: 'death', share: 3, ends: ['rejected'], play: rejected },
  {
    name: 'withdrawn by the family, and taken up again',
    kind: 'death',
    share: 2,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await desk.give(HEAD, { type: 'withdraw', reason: 'Keluarga ingin berunding dahulu.' });
      await desk.give(OFFICER, { type: 'withdraw', reason: 'Surat keluarga diterima.' });
      await desk.reaches('withdrawn');
      await desk.giveEnded(SUPERVISOR, { type: 'reopen', ground: 'withdrawal-revoked', reason: 'Keluarga mencabut penarikan.' });
      await complete(desk);
      await desk.recommendDeath();
      await desk.approve();
    },
  },
  {
    name: 'withdrawn for good',
    kind: 'death',
    share: 1,
    ends: ['withdrawn'],
    async play(desk) {
      await reported(desk);
      await desk.give(HEAD, { type: 'withdraw', reason: 'Dilaporkan dua kali oleh cabang.' });
      await desk.give(OFFICER, { type: 'withdraw', reason: 'Sudah dicek dengan cabang.' });
    },
  },
  {
    name: 'held because the payer had not paid, until the payer pays',
    kind: 'death',
    share: 4,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await desk.tellMembership({ payer: 'government', payerUnpaid: true });
      await desk.pass(HOUR);
      await complete(desk);
      await desk.pass(8 * DAY);
      await desk.tellMembership({ payer: 'government', payerUnpaid: false });
      await desk.pass(HOUR);
      await desk.recommendDeath();
      await desk.approve();
    },
  },
  {
    name: 'the bank falls silent after taking the money',
    kind: 'death',
    share: 3,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      const accountNumber = `9901${String(desk.n).padStart(8, '0')}`;
      await desk.recommendDeath('jkm', await desk.account('heirs', { accountNumber, personName: 'Penerima Uji' }));
      await desk.approve();
    },
  },
  {
    name: 'the account is closed; another one, seen by a second person again',
    kind: 'death',
    share: 2,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      const accountNumber = `9907${String(desk.n).padStart(8, '0')}`;
      await desk.recommendDeath('jkm', await desk.account('heirs', { accountNumber, personName: 'Penerima Uji' }));
      await desk.approve();
      await desk.reaches('verifying');
      await desk.give(OFFICER, await desk.account('heirs'), { type: 'recommend', outcome: 'pay' });
      await desk.approve();
    },
  },
  {
    name: 'a false paper after completeness: revoked by two persons, and complete again',
    kind: 'death',
    share: 2,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      const revoke = {
        type: 'revokeCompleteness',
        papers: [{ paper: 'heir-statement', reason: 'Tanda tangan bukan milik ahli waris.' }],
        reason: 'Pernyataan ahli waris ternyata palsu.',
      } as const;
      await desk.give(OFFICER, revoke);
      await desk.give(SUPERVISOR, revoke);
      await desk.pass(5 * DAY);
      await desk.give(OFFICER, { type: 'declareComplete' });
      await desk.recommendDeath();
      await desk.approve();
    },
  },
  {
    name: 'held by a court order and by a storm, which overlap',
    kind: 'death',
    share: 3,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      await desk.give(OFFICER, { type: 'pauseClock', ground: 'court-order', from: desk.now - HOUR, source: 'Penetapan nomor 12/2026.' });
      const storm = { type: 'pauseClock', ground: 'force-majeure', source: 'Siklon, kantor tutup.' } as const;
      await desk.give(OFFICER, storm);
      await desk.give(SUPERVISOR, storm);
      await desk.pass(4 * DAY);
      await desk.give(OFFICER, { type: 'resumeClock', ground: 'court-order', reason: 'Penetapan dicabut.' });
      await desk.pass(2 * DAY);
      await desk.give(OFFICER, { type: 'resumeClock', ground: 'force-majeure', reason: 'Kantor buka.' });
      await desk.give(SUPERVISOR, { type: 'extendPromise', units: 2, reason: 'Jalan baru dibuka.' });
      await desk.recommendDeath();
      await desk.approve();
    },
  },
  {
    name: 'a holiday is decreed while the clock runs',
    kind: 'death',
    share: 2,
    ends: ['closed'],
    async play(desk) {
      await reported(desk);
      await complete(desk);
      await desk.decreeHoliday(2);
      await desk.pass(2 * DAY);
      await desk.recommendDeath();
      await desk.approve();
    },
  },
  {
    name: 'papers never come',
    kind: 'death',
    share: 3,
    ends: ['collecting'],
    async play(desk) {
      await desk.reportDeath();
      await desk.give(OFFICER, { type: 'requestCompletion', papers: [{ paper: 'death-certificate', reason: 'Belum diserahkan.' }] });
      await desk.pass(25 * DAY);
    },
  },
];

/** `count` scripts, each kind by its share and none left out, in an order that mixes them. */
export function monthOf(count: number): readonly Script[] {
  const total = SCRIPTS.reduce((sum, { share }) => sum + share, 0);
  const all = SCRIPTS.flatMap((script) =>
    Array.from({ length: Math.max(1, Math.round((script.share * count) / total)) }, (_, index) => ({ script, at: index / script.share })),
  );
  return all.sort((one, other) => one.at - other.at).map(({ script }) => script);
}
