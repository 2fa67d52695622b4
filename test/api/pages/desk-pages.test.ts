import type { KeptCase } from '#adapters/mongo/reconciliation-cases-store.ts';
import { casePage } from '#api/pages/case-page.ts';
import { daysPage } from '#api/pages/days-page.ts';
import { paymentsPage } from '#api/pages/payments-page.ts';
import { riskPage } from '#api/pages/risk-page.ts';
import { riskReport } from '#domain/claim/reports/risk-report.ts';
import { rupiah } from '#domain/money/money.ts';
import { caseIdOf, DIFFERENCE_KIND_NAMES, type Difference } from '#domain/money/reconciliation/difference.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import type { EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import { bankProof, type StatementDay } from '#domain/money/reports/bank-proof.ts';
import { movementsOf, paymentsReport } from '#domain/money/reports/payments.ts';
import type { Actor } from '#domain/people/actor.ts';
import { addDays, day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { dayPage } from '#services/printouts/day-page.ts';
import { type RunView, toRunView } from '#services/reconciliation/reconciliation-view.ts';
import { DAY, makeDay, makeTransfer, on, paid } from '../../domain/money/reconciliation/days.ts';

const NOW = instant('2026-11-23T02:00:00Z');
const SUPERVISOR: Actor = { id: 'pengawas', name: 'Pengawas <Contoh>', role: 'supervisor' };
const visitor = { actor: SUPERVISOR, csrf: 'tanda-uji' };
const first = makeTransfer(1);

async function viewOf(input: Parameters<typeof matchDay>[0], cases: readonly KeptCase[] = []): Promise<RunView> {
  const { totals, matched, differences } = matchDay(input);
  const run = { _id: DAY, state: 'done' as const, at: NOW, totals, matched: matched.length, differences, told: [] };
  return toRunView(run, { ofIds: async () => cases });
}

const textOf = (page: { readonly html: string }): string =>
  page.html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const stray: Difference = { kind: 'unordered-entry', subject: 'x', effect: 9, theirs: 9, ours: 0, bankReference: 'BNK<1>' };
function caseOf(difference: Difference, more: Partial<KeptCase> = {}): KeptCase {
  const found = { step: 'found' as const, at: NOW - 3 * 86_400_000, by: { id: 'system', role: 'system' as const }, reason: 'Ditemukan.' };
  return {
    id: '0'.repeat(24),
    day: DAY,
    difference,
    owner: { role: 'supervisor' },
    state: 'open',
    steps: [found],
    openedAt: found.at,
    version: 0,
    ...more,
  };
}

describe('the proof of a day', () => {
  test('says equal to the last rupiah and shows the sums that prove it, with the day in Jakarta’s and in our time', async () => {
    const page = textOf(dayPage({ date: DAY, view: await viewOf(makeDay([first], [paid(first)])), now: NOW, visitor }));
    for (const words of [
      'Cocok sampai rupiah terakhir',
      '01.00 WITA',
      'Rp1.000.000.000.000',
      '-Rp42.000.000',
      'Rp999.958.000.000',
      'Tidak ada selisih.',
    ]) {
      expect(page).toContain(words);
    }
  });

  test('on which nothing moved is proven too, in so many words', async () => {
    const page = textOf(dayPage({ date: DAY, view: await viewOf(makeDay([], [])), now: NOW, visitor }));
    expect(page).toContain('Cocok sampai rupiah terakhir');
    expect(page).toContain('Tidak ada uang keluar atau masuk');
  });

  test('names every difference with its case, its owner, its age and what to do', async () => {
    const input = makeDay([first], [paid(first), { bankReference: 'BNK<1>', direction: 'out', amount: rupiah(9), at: NOW }]);
    const { differences } = matchDay(input);
    const view = await viewOf(
      input,
      differences.map((one) => caseOf(one, { id: caseIdOf(one) })),
    );
    const shown = dayPage({ date: DAY, view, now: NOW, visitor });
    for (const words of ['Belum terbukti: 1 selisih', 'penyelia', '3 hari', 'terbuka', 'Minta dasar mutasi', 'BNK&lt;1&gt;', 'Rp9']) {
      expect(textOf(shown)).toContain(words);
    }
    expect(shown.html).toContain(`/pencocokan/perkara/${differences.map(caseIdOf)[0]}`);
    const closed = await viewOf(
      input,
      differences.map((one) => caseOf(one, { id: caseIdOf(one), state: 'closed' })),
    );
    expect(textOf(dayPage({ date: DAY, view: closed, now: NOW, visitor }))).toContain('semuanya sudah dipertanggungjawabkan');
  });

  test('is never good news while the statement is not there, nobody ran it, or the day is not over', async () => {
    const waiting = await toRunView({ _id: DAY, state: 'waiting', why: 'in-progress', at: NOW }, { ofIds: async () => [] });
    const shown = [
      dayPage({ date: DAY, view: waiting, now: NOW, visitor }),
      dayPage({ date: DAY, view: undefined, now: NOW, visitor }),
      dayPage({ date: day('2026-11-23'), view: undefined, now: NOW, visitor }),
    ].map(textOf);
    expect(shown[0]).toContain('Rekening koran belum datang');
    expect(shown[1]).toContain('Belum dicocokkan');
    expect(shown[2]).toContain('belum berakhir');
    for (const page of shown) expect(page).not.toContain('Cocok sampai');
  });

  test('printed from the command line it has neither menu nor links into a system that is not there', async () => {
    const page = dayPage({ date: DAY, view: await viewOf(makeDay([first], [paid(first)])), now: NOW });
    expect(page.html).not.toMatch(/href="\/(laporan|pencocokan\?)/);
    expect(page.html).not.toContain('<form');
  });
});

test('the list of days tells proven, open, waiting and missing apart in words', () => {
  const done = { state: 'done' as const, at: NOW, matched: 0, told: [] };
  const runs = [
    { _id: day('2026-11-19'), ...done, differences: [] },
    { _id: day('2026-11-20'), ...done, differences: [stray] },
    { _id: day('2026-11-21'), state: 'waiting' as const, why: 'in-progress', at: NOW },
  ];
  const liveByDay = new Map([[day('2026-11-20'), 1]]);
  const page = daysPage({
    month: '2026-11',
    runs,
    liveByDay,
    live: [caseOf(stray)],
    isCut: false,
    firstDay: day('2026-11-19'),
    now: NOW,
    visitor,
  });
  const shown = textOf(page);
  for (const words of [
    '✓ terbukti',
    '! ada selisih',
    '… menunggu rekening koran',
    '! belum dicocokkan',
    'Pencocokan dimulai dengan hari bank 19 Nov 2026',
  ]) {
    expect(shown).toContain(words);
  }
  expect(shown).not.toContain('23 Nov 2026 ');
  expect(shown).not.toContain('18 Nov 2026');
  expect(page.html).toContain('Pengawas &lt;Contoh&gt;');
});

describe('the page of a case', () => {
  test('shows a supervisor three things to do, each with a token and a name of its own', () => {
    const { html } = casePage({ kept: caseOf(stray), now: NOW, visitor });
    // Closing waits for an explanation, and says so.
    expect(html.match(/<form method="post">/g)?.length).toBe(2);
    expect(html.match(/name="csrf" value="tanda-uji"/g)?.length).toBe(3);
    expect(html).toContain('jelaskan dahulu, lalu orang kedua menutupnya');
    const ids = [...html.matchAll(/name="commandId" value="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('shows an auditor everything and no button, and keeps what was typed when it was refused', () => {
    const auditor = { actor: { id: 'auditor', name: 'Auditor', role: 'auditor' as const }, csrf: 'x' };
    expect(casePage({ kept: caseOf(stray), now: NOW, visitor: auditor }).html).not.toContain('<form method="post">');
    const said = { problem: 'Perkara ini sudah berubah.', reason: 'Biaya <bank>' };
    const { html } = casePage({ kept: caseOf(stray), now: NOW, visitor, said });
    expect(html).toContain('role="alert"');
    expect(html).toContain('Biaya &lt;bank&gt;</textarea>');
  });

  test.each(DIFFERENCE_KIND_NAMES)('%s has its advice', (kind) => {
    expect(textOf(casePage({ kept: caseOf({ ...stray, kind }), now: NOW, visitor }))).toContain('Yang perlu dilakukan');
  });
});

test('the page of payments cries only over a difference: on the day of payment there is no statement to differ from', () => {
  const pageOf = (known: readonly EntryOfDay[], days: readonly StatementDay[]): string => {
    const movements = movementsOf([first], known);
    const report = paymentsReport('2026-11', movements, ({ amount }) => [{ group: '53.07', amount }]);
    return textOf(paymentsPage({ report: { ...report, bank: bankProof(report, movements, known, days) }, by: 'regency', visitor }));
  };
  const yesterday: StatementDay = { day: addDays(DAY, -1), isRead: true };
  const read: StatementDay = { day: DAY, isRead: true };
  const equal = pageOf([on(DAY, paid(first))], [yesterday, read]);
  expect(equal).toContain('✓ Cocok dengan rekening koran sampai rupiah terakhir (sampai 20 November 2026)');
  expect(equal).toContain('53.07 Kabupaten Sikka');
  const waiting = pageOf([], [yesterday]);
  expect(waiting).toContain('… Rekening koran belum ada (sampai 19 November 2026)');
  expect(waiting).toContain('Terkonfirmasi, rekening korannya belum ada -Rp42.000.000');
  expect(waiting).not.toContain('!');
  expect(pageOf([], [])).toContain('… Rekening koran belum ada ');
  expect(pageOf([], [yesterday, read])).toContain('! Selisih dengan rekening koran');
  expect(pageOf([], [yesterday, read])).toContain('Terkonfirmasi, tidak ada pada rekening koran -Rp42.000.000');
});

test('the page of rupiah at risk is loud about what cannot be calculated', () => {
  const risk = { standing: 'late', basis: 'unknown', unpaid: 0, lateDays: 2, compensation: 0, atRisk: 0 } as const;
  const shown = textOf(riskPage({ report: riskReport([{ group: 'undecided', risk }]), by: 'programme', now: NOW, visitor }));
  expect(shown).toContain('! 1 klaim belum dapat dihitung');
  expect(shown).toContain('Program belum ditetapkan');
  expect(textOf(riskPage({ report: riskReport([]), by: 'institution', now: NOW, visitor }))).toContain('Tidak ada klaim terbuka.');
});
