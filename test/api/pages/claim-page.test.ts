import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { OFFICER, Telling, TOLD_AT } from '../claims-at.ts';
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

const VOID = new Set(['meta', 'input', 'br']);

function opened(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z]\w*)\b/g)].flatMap(([, tag = '']) => (VOID.has(tag) ? [] : [tag])).sort();
}

function closed(html: string): readonly string[] {
  return [...html.matchAll(/<\/(\w+)>/g)].map(([, tag = '']) => tag).sort();
}
