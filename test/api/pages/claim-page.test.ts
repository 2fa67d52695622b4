import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { APPROVER, OFFICER, Telling, TOLD_AT } from '../claims-at.ts';
import { renderPage, SECRET, visibleText } from './render.ts';

const THIRTY_KILOBYTES = 30_000;

describe.each(CLAIM_STATUSES)('the family’s page of a claim that is %s', (status) => {
  const told = TOLD_AT[status]();
  const page = renderPage(told);
  const shown = visibleText(page);

  test('is one small file without script, image, frame or anything to fetch', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(THIRTY_KILOBYTES);
    expect(page).not.toMatch(/<(script|img|iframe|link|object|embed|svg)\b|@import|url\(| on\w+=|javascript:/i);
  });

  test('has one first heading, a language, a title, and every tag it opens closed', () => {
    expect(page.startsWith('<!doctype html>\n<html lang="id">')).toBe(true);
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    expect(page).toContain(`<title>Status klaim ${told.claim.claimId}</title>`);
    expect(page.match(/<main>/g)).toHaveLength(1);
    expect(opened(page)).toEqual(closed(page));
  });

  test('says nothing of the cause, of the NIK, of the heirs one by one, or of the whole account', () => {
    expect(shown).not.toMatch(/sakit|jantung|\d{7,}/i);
    for (const secret of [told.claim.participantId, 'pasangan', 'petugas-1', 'pemeriksa-1', SECRET]) expect(shown).not.toContain(secret);
  });

  test('answers in the order in which a family asks', () => {
    const order = [
      'berduka cita',
      'Siapa yang sedang',
      'Yang perlu Anda',
      'Sampai kapan',
      'Yang sudah terjadi',
      'Bertanya, mengadu',
      'Diperbarui',
    ];
    const places = order.map((words) => shown.indexOf(words));
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

test.each([
  ['approved', true],
  ['paying', true],
  ['paid', true],
  ['closed', true],
  ['registered', false],
  ['collecting', false],
  ['verifying', false],
  ['recommended', false],
  ['rejected', false],
  ['withdrawn', false],
  ['lapsed', false],
] as const)('a claim that is %s shows amount and masked account: %s', (status, isShown) => {
  const shown = visibleText(renderPage(TOLD_AT[status]()));
  expect(shown.includes('Rp42.000.000')).toBe(isShown);
  expect(shown.includes('···1234')).toBe(isShown);
});

test('a paper sent back is named with what is wrong with it and who issues it', () => {
  const shown = visibleText(renderPage(TOLD_AT.collecting()));
  expect(shown).toContain('Keluarga dan lembaga mitra');
  expect(shown).toMatch(/Kartu peserta BPJS Ketenagakerjaan : Foto tidak terbaca\. Diterbitkan oleh/);
});

test('papers that only wait for an officer are nothing for the family to do', () => {
  const shown = visibleText(renderPage(TOLD_AT.registered()));
  expect(shown).toContain('Yang perlu Anda lakukan Tidak ada.');
  expect(shown).toContain('Siapa yang sedang mengerjakan Petugas BPJS Ketenagakerjaan');
});

test('before completeness no deadline is invented', () => {
  expect(visibleText(renderPage(TOLD_AT.collecting()))).toContain('Batas waktu belum mulai.');
});

test('the deadline stands in words and its arithmetic is folded beneath it, day by day', () => {
  const page = renderPage(TOLD_AT.verifying());
  expect(visibleText(page)).toContain('Batas hukum JKM Paling lambat Jum 27 Mar 2026, 16.00 WITA');
  const [, folded = ''] = /<details>(.*?)<\/details>/s.exec(page) ?? [];
  expect(visibleText(`<body>${folded}`)).toMatch(/Kam 19 Mar libur nasional tidak dihitung .* 3 dari 3 → batas waktu/);
});

test('lateness is said in words and grows, and the law’s compensation is explained', () => {
  const shown = visibleText(renderPage(TOLD_AT.verifying(), '2026-03-30T03:00:00Z'));
  expect(shown).toContain('Batas waktunya Jum 27 Mar 2026, 16.00 WITA. Kami terlambat 3 hari');
  expect(shown).toContain('kompensasi 1%');
});

test('after payment in time the page says so and promises no compensation', () => {
  const shown = visibleText(renderPage(TOLD_AT.closed()));
  expect(shown).toContain('Batas hukum JKM Terpenuhi. Batas waktunya Jum 27 Mar 2026, 16.00 WITA.');
  expect(shown).not.toContain('Jika kami terlambat');
});

test('a claim found to be JKK after all shows the one legal limit that holds, not the one it replaced', () => {
  const told = new Telling().toVerifying().give(OFFICER, { type: 'triageCause', programme: 'jkk', reason: 'Jatuh di tempat kerja.' }).told;
  const shown = visibleText(renderPage(told));
  expect(shown).toContain('Batas hukum JKK Paling lambat');
  expect(shown).not.toContain('Batas hukum JKM');
});

test('a deadline nobody can compute is said to be unknown, not left out', () => {
  const { claim, journal } = TOLD_AT.verifying();
  const clocks = claim.clocks.map((ledger) => ({ ...ledger, startedAt: Date.parse('2031-01-02T03:00:00Z') }));
  expect(visibleText(renderPage({ claim: { ...claim, clocks }, journal }))).toContain('Batas waktu ini belum dapat dihitung.');
});

test('a payment of unknown fate is said calmly, with what we do about it', () => {
  const telling = new Telling().toPaying();
  const [payout] = telling.claim.payouts;
  const { payoutId = '', issue = 0 } = payout ?? {};
  const { told } = telling.hear({ type: 'payoutChanged', payoutId, issue, outcome: { state: 'unknown', why: 'timeout' } });
  const shown = visibleText(renderPage(told));
  expect(shown).toContain('menunggu kepastian bank');
  expect(shown).toContain('Bank belum memberi kepastian, kami menanyakannya');
});

test('what an officer typed is text on the page, whatever it looks like', () => {
  const hostile = `</li><script>alert(1)</script><img src=x onerror="alert('x')">&amp;`;
  const page = renderPage(new Telling().toCollecting(hostile).told);
  expect(page).not.toMatch(/<(script|img)\b/i);
  expect(page).toContain(
    '&lt;/li&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;&amp;amp;',
  );
});

test('long reasons and a long life still fit in thirty kilobytes', () => {
  const telling = new Telling();
  for (let round = 0; round < 30; round += 1) telling.toCollecting();
  const papers = telling.claim.papers.map(({ paper }) => ({ paper, reason: '<&>"'.repeat(500) }));
  const verdicts = telling.claim.papers.map(({ documentId }) => ({ documentId, verdict: 'refused' as const, reason: 'x' }));
  const { told } = telling.give(OFFICER, { type: 'verifyDocuments', verdicts }).give(OFFICER, { type: 'requestCompletion', papers });
  const page = renderPage(told);
  expect(Buffer.byteLength(page)).toBeLessThan(THIRTY_KILOBYTES);
  expect(visibleText(page)).toMatch(/Dan \d+ catatan yang lebih lama\./);
});

describe('what became of the money', () => {
  test('compensation that nobody has released is not promised; once two people released it, it is said as what it is', () => {
    const telling = new Telling().toPaidLate();
    expect(telling.claim.payouts.map(({ state }) => state)).toEqual(['confirmed', 'held']);
    expect(visibleText(renderPage(telling.told))).not.toMatch(/Kompensasi keterlambatan Rp|420\.000/);
    const [, held] = telling.claim.payouts;
    const release = { type: 'releasePayout', payoutId: held?.payoutId ?? '', verdict: 'pay', reason: 'Terlambat satu hari.' } as const;
    const { told } = telling.give(OFFICER, release).give(APPROVER, release);
    const shown = visibleText(renderPage(told));
    expect(shown).toMatch(/Kompensasi keterlambatan Rp[\d.]+ ke rekening ···1234: sedang diproses bank/);
    expect(shown).not.toContain('Terlambat satu hari');
  });

  test('compensation that two people decided against is not mentioned', () => {
    const telling = new Telling().toPaidLate();
    const [, held] = telling.claim.payouts;
    const decline = { type: 'releasePayout', payoutId: held?.payoutId ?? '', verdict: 'decline', reason: 'Bukan kelalaian kami.' } as const;
    const { told } = telling.give(OFFICER, decline).give(APPROVER, decline);
    expect(told.claim.status).toBe('closed');
    expect(visibleText(renderPage(told))).not.toMatch(/Kompensasi keterlambatan Rp|kelalaian/);
  });

  test('that came back from the bank is said calmly, and so is that the claim goes on', () => {
    const telling = new Telling().toClosed();
    const [payout] = telling.claim.payouts;
    const { payoutId = '', issue = 0 } = payout ?? {};
    const shown = visibleText(
      renderPage(telling.hear({ type: 'payoutChanged', payoutId, issue, outcome: { state: 'reversed', why: 'closed' } }).told),
    );
    expect(shown).toContain('Bank mengembalikan pembayaran, rekening kami periksa lagi');
    expect(shown).toContain('Klaim dibuka kembali karena pembayaran dikembalikan bank');
    expect(shown).not.toContain('sudah masuk ke rekening penerima');
  });
});

test('only the law’s own limit for payment has a price: being late with our promise is said without one', () => {
  const shown = visibleText(renderPage(TOLD_AT.paying()));
  expect(shown).toContain('Batas waktunya Sel 24 Mar 2026, 16.00 WITA. Kami terlambat 1 hari');
  expect(shown).not.toContain('Rp420.000');
  expect(visibleText(renderPage(TOLD_AT.paying(), '2026-03-28T03:00:00Z'))).toMatch(/kompensasi Rp420\.000 \(1% × 1/);
});

test('while an appeal is answered, both its limit and the limit for payment are shown', () => {
  const head = { id: 'kepala-1', role: 'partner-head', institution: 'bpr-contoh' } as const;
  const shown = visibleText(renderPage(new Telling().toRejected().give(head, { type: 'appeal', reason: 'Sudah dibayar.' }).told));
  expect(shown).toMatch(/Batas hukum JKM Paling lambat .* Pengaduan Paling lambat/);
});

describe('what is news to a family', () => {
  const SUPERVISOR = { id: 'penyelia-1', role: 'supervisor' } as const;
  const HEAD = { id: 'kepala-1', role: 'partner-head', institution: 'bpr-contoh' } as const;
  const news = (telling: Telling): string => visibleText(renderPage(telling.told));

  test('a pause is told with its ground and whom everybody waits for, its end too, and the officer’s words never', () => {
    const paused = new Telling().toVerifying().give(OFFICER, { type: 'pauseClock', ground: 'court-order', source: 'Penetapan 12/2026.' });
    expect(news(paused)).toContain('Batas waktu dijeda: penetapan atau perintah pengadilan. Yang ditunggu: pengadilan');
    const resumed = paused.give(OFFICER, { type: 'resumeClock', ground: 'court-order', reason: 'Penetapan diterima panitera.' });
    expect(news(resumed)).toContain('Batas waktu berjalan lagi (penetapan atau perintah pengadilan)');
    expect(news(resumed)).not.toContain('panitera');
  });

  test('a pause that triage carries over to the other legal limit is told once', () => {
    const telling = new Telling()
      .toVerifying()
      .give(OFFICER, { type: 'pauseClock', ground: 'court-order', source: 'Penetapan 12/2026.' })
      .give(OFFICER, { type: 'triageCause', programme: 'jkk', reason: 'Jatuh di tempat kerja.' });
    expect(news(telling).match(/Batas waktu dijeda: /g)).toHaveLength(1);
  });

  test('more time for our promise is told with how much', () => {
    const telling = new Telling().toVerifying().give(SUPERVISOR, { type: 'extendPromise', units: 2, reason: 'Kantor kebanjiran.' });
    expect(news(telling)).toContain('Janji layanan kami perpanjang 2 hari');
  });

  test('completeness that two people revoked is told as what it is', () => {
    const revoke = {
      type: 'revokeCompleteness',
      papers: [{ paper: 'family-card', reason: 'Nomor keliru.' }],
      reason: 'Tidak tercatat.',
    } as const;
    const telling = new Telling().toVerifying().give(OFFICER, revoke).give(APPROVER, revoke);
    expect(news(telling)).toContain('Kelengkapan berkas dibatalkan; ada berkas yang perlu diperbaiki');
  });

  test('a claim whose right has lapsed can be contested, and an appeal is heard by other people', () => {
    const lapsed = new Telling().toLapsed();
    expect(news(lapsed)).toContain('Bila Anda tidak setuju, ajukan keberatan.');
    expect(news(lapsed)).toContain('Klaim tidak dapat dibayar karena haknya sudah gugur');
    const appealed = lapsed.give(HEAD, { type: 'appeal', reason: 'Kami melapor tepat waktu.' });
    expect(news(appealed)).toContain('Keberatan kami terima; klaim diperiksa lagi oleh orang lain');
    expect(news(appealed)).not.toContain('tepat waktu');
  });

  test('a withdrawal and its end are told', () => {
    const withdrawn = new Telling().toWithdrawn();
    expect(news(withdrawn)).toContain('Klaim ditarik atas permintaan keluarga');
    const reopened = withdrawn.give(SUPERVISOR, { type: 'reopen', ground: 'withdrawal-revoked', reason: 'Surat dicabut.' });
    expect(news(reopened)).toContain('Klaim dibuka kembali');
  });
});

test('nobody is condoled with where nobody died, until somebody has', () => {
  const { claim, journal } = TOLD_AT.collecting();
  const shown = visibleText(renderPage({ claim: { ...claim, kind: 'accident' }, journal }));
  expect(shown).toContain('Kami turut prihatin atas kecelakaan yang Anda alami.');
  expect(shown).not.toContain('berduka');
  expect(visibleText(renderPage({ claim: { ...claim, diedOn: claim.eventOn }, journal }))).toContain('turut berduka cita');
});

const VOID = new Set(['meta', 'input', 'br']);

function opened(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z]\w*)\b/g)].flatMap(([, tag = '']) => (VOID.has(tag) ? [] : [tag])).sort();
}

function closed(html: string): readonly string[] {
  return [...html.matchAll(/<\/(\w+)>/g)].map(([, tag = '']) => tag).sort();
}
