import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { type ClaimRecord, explainClaim } from '#cli/explain/explain-claim.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { APPROVER, CLAIM_ID, OFFICER, Telling, TOLD_AT, type Told } from '../api/claims-at.ts';

function recordOf({ claim, journal }: Told, asOf = '2026-03-25T03:00:00Z'): ClaimRecord {
  const { claimId, seq, status, institutionId, branchId, updatedAt } = claim;
  const document = { _id: claimId, seq, head: '', status, institutionId, branchId, updatedAt, state: claim };
  return { claimId: CLAIM_ID, entries: journal, document, calendar: NTT_2026, asOf: instant(asOf) };
}

const explained = (record: ClaimRecord): string => explainClaim(record).lines.join('\n');
const storyOf = (told: Told): string => explained(recordOf(told));

describe('the story of a closed claim', () => {
  const story = storyOf(TOLD_AT.closed());

  test('begins with what the claim is: status, programme, dates, institution, money', () => {
    const [header = ''] = story.split('\n\n');
    expect(header).toMatch(
      /^Klaim STN-ABCDE-FGHJK\n {2}Status +selesai\n {2}Program +JKM \(jaminan kematian\)\n {2}Meninggal +7 Maret 2026/,
    );
    expect(header).toMatch(/Lembaga mitra +bpr-contoh, cabang bpr-contoh-kupang/);
    expect(header).toMatch(/Santunan +Rp42\.000\.000 \(empat puluh dua juta rupiah\)/);
    expect(header).toMatch(/Pembayaran .*terkonfirmasi, referensi bank BNK-1/);
  });

  test('numbers every fact without a gap, with its time and who did it', () => {
    const facts = [...story.matchAll(/^ +(\d+)\. \d\d\.\d\d WITA {2}\S.* · (\S.*)$/gm)];
    expect(facts.map(([, seq]) => Number(seq))).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(new Set(facts.map(([, , who]) => who))).toEqual(
      new Set(['sistem lembaga mitra staf-1 (bpr-contoh)', 'petugas petugas-1 (kupang)', 'pemeriksa kedua pemeriksa-1 (kupang)', 'Santun']),
    );
  });

  test.each([
    /laporan lapor-1: meninggal 7 Maret 2026/,
    /12 berkas: Kartu peserta/,
    /12 berkas baik, 0 ditolak/,
    /alasan: Meninggal karena sakit jantung di rumah\./,
    /golongan 1; ahli waris: pasangan \(suami atau istri\), anak \(anak\)/,
    /penerima: pasangan \(suami atau istri\), sebagai ahli waris/,
    /Santunan kematian Rp20\.000\.000 kepada ahli waris/,
    /Paket jkm-jkk-2025 versi 1 berlaku sejak · \d+ \S+ \d{4}/,
    /penerima: disetujui/,
    /perintah ke-1: Rp42\.000\.000 kepada pasangan/,
    /rekening dikonfirmasi petugas-1, disetujui pemeriksa-1/,
    /referensi bank BNK-1; dibayar Sel 17 Mar 2026, 13\.08 WITA/,
    /Batas hukum JKM \(PP 44\/2015 Pasal 40 ayat \(3\)\)\n +batas waktu Jum 27 Mar 2026, 16\.00 WITA/,
    /Batas hukum JKM: terpenuhi, batas waktunya Jum 27 Mar 2026, 16\.00 WITA/,
  ])('tells %s', (detail) => expect(story).toMatch(detail));

  test('lays out every clock with its arithmetic', () => {
    const [, clocks = ''] = story.split('\nBatas waktu\n');
    expect(clocks.match(/^ {2}\S.* · .* sejak /gm)).toHaveLength(4);
    expect(clocks).toMatch(/Jum 27 Mar +hari kerja, sampai akhir jam layanan +3 dari 3 → batas waktu/);
  });

  test('ends with the proof: chain whole, document equal', () => {
    expect(story).toMatch(
      /Rantai jurnal utuh: 21 fakta, sidik terakhir [0-9a-f]{16}…\n {2}Dokumen klaim sama dengan lipatan jurnal sampai fakta 21\.$/,
    );
    expect(explainClaim(recordOf(TOLD_AT.closed())).isSound).toBe(true);
  });
});

test.each(CLAIM_STATUSES)('no story of a claim that is %s has an account, a hash of a person or a gap in its words', (status) => {
  const told = TOLD_AT[status]();
  const story = storyOf(told);
  expect(story).not.toMatch(/undefined|NaN|\[object|rekening-uji|\b\d{10,}\b/);
  expect(story).not.toContain(told.claim.participantId);
});

test('a paper sent back is told with its reason, twice: as a verdict and as what was asked for', () => {
  const story = storyOf(TOLD_AT.collecting());
  expect(story).toContain('0 berkas baik, 1 ditolak');
  expect(story).toContain('doc-1-participant-card ditolak: Foto tidak terbaca.');
  expect(story).toContain('Kartu peserta BPJS Ketenagakerjaan: Foto tidak terbaca.');
});

test('a rejection is told with its reason and the words of the letter', () => {
  expect(storyOf(TOLD_AT.rejected())).toMatch(/ditolak · pemeriksa kedua .*\n +alasan: kepesertaan sudah gugur\n +Iuran berhenti/);
});

test('a reached rung is told with how late it was put on record and whom it tells', () => {
  const telling = new Telling().toVerifying();
  const { told } = telling;
  const rung: JournalEntry['fact'] = {
    type: 'sla.rung-reached',
    at: instant('2026-03-27T08:00:45Z'),
    actor: { id: 'system', role: 'system' },
    cause: 'alarm',
    rungKey: 'jkm-legal:1:100',
    clock: 'jkm-legal',
    generation: 1,
    rung: '100',
    dueAt: instant('2026-03-27T08:00:00Z'),
    tells: ['supervisor'],
    requires: ['acknowledge', 'give-reason'],
  };
  const entry = { _id: '', claimId: CLAIM_ID, seq: told.journal.length + 1, previous: '', hash: '', fact: rung };
  const story = explained({ ...recordOf(told), entries: [...told.journal, entry] });
  expect(story).toContain('Batas hukum JKM, tingkat 100; jatuh Jum 27 Mar 2026, 16.00 WITA, tercatat 45 detik kemudian');
  expect(story).toContain('memberi tahu penyelia; harus ditanggapi, disertai alasan');
});

test('a late claim carries the price of its lateness', () => {
  const story = explained(recordOf(TOLD_AT.paying(), '2026-03-29T03:00:00Z'));
  expect(story).toMatch(/\[berjalan, terlambat\] batas waktu Jum 27 Mar 2026, 16\.00 WITA/);
  expect(story).toContain('Rp840.000');
});

test('words typed by people cannot move the cursor of who reads them', () => {
  const told = new Telling().toVerifying().give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'a\u001b[2J\u0007b\nc' }).told;
  expect(storyOf(told)).toContain('alasan: a [2J b c');
});

describe('decisions beyond the straight path are told', () => {
  const SUPERVISOR = { id: 'penyelia-1', role: 'supervisor' } as const;
  const told = (telling: Telling): string => storyOf(telling.told);

  test('late money: how late, that it waits, who said what about it, and what became of it', () => {
    const telling = new Telling().toPaidLate();
    expect(told(telling)).toMatch(
      /pembayaran dihitung, menunggu keputusan · Santun\n.*Rp[\d.]+ kepada ahli waris, kompensasi keterlambatan \d+ hari/,
    );
    expect(told(telling)).toMatch(/Pembayaran +Rp[\d.]+ kepada ahli waris: dihitung, menunggu keputusan dua orang/);
    const [, held] = telling.claim.payouts;
    const decline = { type: 'releasePayout', payoutId: held?.payoutId ?? '', verdict: 'decline', reason: 'Bank yang terlambat.' } as const;
    telling.give(OFFICER, decline).give(APPROVER, decline);
    expect(told(telling)).toMatch(
      /diusulkan, menunggu orang kedua · petugas .*\n +tidak melepas pembayaran .*\n +alasan: Bank yang terlambat\./,
    );
    expect(told(telling)).toMatch(/pembayaran tidak dilepas · pemeriksa kedua/);
  });

  test('a pause with its ground, its basis and the limits it holds; more time for our promise', () => {
    const telling = new Telling()
      .toVerifying()
      .give(OFFICER, { type: 'pauseClock', ground: 'court-order', source: 'Penetapan 12/2026.' })
      .give(OFFICER, { type: 'resumeClock', ground: 'court-order', reason: 'Selesai.' })
      .give(SUPERVISOR, { type: 'extendPromise', units: 2, reason: 'Kantor kebanjiran.' });
    expect(told(telling)).toMatch(
      /karena penetapan atau perintah pengadilan, sejak .*; yang ditunggu: pengadilan\n +dasar: Penetapan 12\/2026\.; Batas hukum JKM, Janji 7 hari/,
    );
    expect(told(telling)).toMatch(/penghentian karena penetapan atau perintah pengadilan berakhir/);
    expect(told(telling)).toMatch(/Janji 7 hari ditambah 2 hari\n +alasan: Kantor kebanjiran\./);
  });

  test('endings and new beginnings, with what was written', () => {
    const telling = new Telling()
      .toWithdrawn()
      .give(SUPERVISOR, { type: 'reopen', ground: 'withdrawal-revoked', reason: 'Surat dicabut.' });
    expect(told(telling)).toMatch(/ditarik · petugas .*\n +alasan: Keluarga menarik klaim dengan surat\./);
    expect(told(telling)).toContain('penarikan dicabut; alasan: Surat dicabut.');
    expect(told(new Telling().toLapsed())).toMatch(/alasan: hak sudah kedaluwarsa\n +Dilaporkan enam tahun/);
  });

  test('what the automatic checks came to, without their evidence', () => {
    const checks = [
      { check: 'duplicate', result: 'ask', evidence: [{ what: 'x', found: 'STN-ZZZZZ-ZZZZZ', source: 'y' }], proposes: 'duplicate-claim' },
    ] as const;
    const story = told(new Telling().hear({ type: 'checksDone', checks }));
    expect(story).toContain('klaim ganda: tanya; usul: klaim ganda');
    expect(story).not.toContain('STN-ZZZZZ-ZZZZZ');
  });
});

describe('a record that does not hold together', () => {
  const { claim, journal } = TOLD_AT.closed();
  const whole = recordOf({ claim, journal });

  test('a changed amount breaks the chain where it was changed', () => {
    const entries = journal.map((entry) =>
      entry.fact.type === 'claim.approved' ? { ...entry, fact: { ...entry.fact, total: 1 as never } } : entry,
    );
    expect(explainClaim({ ...whole, entries })).toMatchObject({ isSound: false });
    expect(explained({ ...whole, entries })).toContain('Rantai jurnal PUTUS pada fakta 14');
  });

  test('a missing fact breaks the chain, and the story is told as far as it goes', () => {
    const story = explained({ ...whole, entries: journal.slice(1) });
    expect(story).toContain('Rantai jurnal PUTUS pada fakta 1');
    expect(story).toContain('Jurnal tidak dapat dilipat: fakta 1');
    expect(story).toContain('klaim selesai');
  });

  test('a document that says something else than the journal is named field by field', () => {
    const document = whole.document && { ...whole.document, state: { ...claim, status: 'paid' as const, branchId: 'lain' } };
    const record = { ...whole, ...(document && { document }) };
    expect(explainClaim(record).isSound).toBe(false);
    expect(explained(record)).toContain('Dokumen klaim BERBEDA dari lipatan jurnal pada: branchId, status.');
  });

  test('a document ahead of its journal is no proof of anything', () => {
    const story = explained({ ...whole, entries: journal.slice(0, 5) });
    expect(story).toContain('Dokumen klaim mengaku sampai fakta 21, jurnal hanya sampai 5.');
  });

  test('a document a moment behind its journal is sound, one that was never written is not', () => {
    const { document: _none, ...bare } = whole;
    const earlier = recordOf(new Telling().toVerifying().told).document;
    const behind = { ...whole, ...(earlier && { document: earlier }) };
    expect(explained(behind)).toContain('Dokumen klaim sama dengan jurnal sampai fakta 7, tertinggal 14 fakta.');
    expect(explainClaim(behind).isSound).toBe(true);
    expect(explainClaim(bare).isSound).toBe(false);
  });

  test('without its calendar the deadlines are unknown, loudly, and the story is still told', () => {
    const { calendar: _none, ...record } = whole;
    expect(explained(record)).toContain('jkm-legal: batas waktu tidak diketahui: kalender klaim ini tidak ada di basis data');
    expect(explained(record)).toContain('klaim selesai');
  });

  test('a fact newer than this program is shown as one nobody here knows', () => {
    const strange = { ...journal[20], fact: { ...journal[20]?.fact, type: 'claim.teleported' } } as unknown as JournalEntry;
    expect(explained({ ...whole, entries: [...journal.slice(0, 20), strange] })).toMatch(
      /claim\.teleported · Santun\n +jenis fakta ini tidak dikenal/,
    );
  });
});
