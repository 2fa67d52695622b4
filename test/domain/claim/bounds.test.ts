import {
  batchesOf,
  bytesOf,
  MOST_INPUT_BYTES,
  MOST_MEMBERSHIPS,
  MOST_PAPERS,
  MOST_RECORD_BYTES,
  MOST_REPORTS,
} from '#domain/claim/bounds.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimPaper } from '#domain/claim/parts.ts';
import { isRefusal } from '#domain/refusal.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn, readyToRecommend, verifyAll } from '../../factories/claim-paths.ts';
import {
  APPROVE_ALL,
  APPROVER,
  ClaimFile,
  CONFIRMED,
  OFFICER,
  PARTNER,
  PAY,
  REGISTRATION,
  SUPERVISOR,
  typesOf,
} from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const MEBIBYTE = 1_024 * 1_024;
/** Three bytes a letter. */
const LONG = 'ꦏ'.repeat(2_000);
const papersOf = (from: number, count: number): ClaimPaper[] =>
  Array.from({ length: count }, (_, index) => ({
    ...paper('chronology', 1, '2026-02-25'),
    documentId: `dok-${from + index}`.padEnd(128, 'x'),
  }));

/** What the workflow hands over to its next run. */
function inputOf(file: ClaimFile) {
  return { claimId: file.state.claimId, calendar: file.calendar, switches: {}, payoutsQueue: 'santun-payouts', state: file.state };
}

/** Ten times all that a claim takes, from everybody who can send anything. */
function flood(file: ClaimFile): void {
  for (let n = 0; n < MOST_PAPERS * 10; n += 50) file.ask(PARTNER, { type: 'attachDocuments', papers: papersOf(n, 50) });
  for (let n = 0; n < MOST_PAPERS * 10; n += 200) file.tell({ type: 'documentsAdded', papers: papersOf(10_000 + n, 200) });
  for (let n = 0; n < MOST_REPORTS * 10; n += 1) {
    const registration = { ...REGISTRATION, reportId: `lapor-${n}`.padEnd(128, 'y'), papers: papersOf(50_000 + n, 1) };
    file.tell({ type: 'deathReported', registration });
  }
  for (let n = 0; n < MOST_MEMBERSHIPS * 2; n += 1) {
    const paidMonths = Array.from(
      { length: 1_200 },
      (_, index) => `${1_900 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, '0')}`,
    );
    const membership = { kpj: `K${n}`, segment: 'PU' as const, memberSince: day('2000-01-01'), paidMonths, payer: 'employer' as const };
    file.tell({ type: 'membershipChanged', told: { type: 'coverage', membership } });
  }
  for (let n = 0; n < 40; n += 1) {
    file.ask(SUPERVISOR, { type: 'pauseClock', ground: 'heir-dispute', source: LONG });
    file.ask(SUPERVISOR, { type: 'resumeClock', ground: 'heir-dispute', reason: 'x' });
  }
  for (let n = 0; n < 8; n += 1) {
    const verdicts = file.state.papers
      .slice(n * 20, n * 20 + 20)
      .map(({ documentId }) => ({ documentId, verdict: 'refused' as const, reason: LONG }));
    if (verdicts.length > 0) file.ask(OFFICER, { type: 'verifyDocuments', verdicts });
    file.ask(OFFICER, { type: 'requestCompletion', papers: Array.from({ length: 50 }, () => ({ paper: 'chronology', reason: LONG })) });
  }
}

test('at ten times all that is allowed, a claim handed over to its next run stays below one mebibyte, and lives', () => {
  const file = claimIn('verifying');
  flood(file);
  expect(file.state.papers.length).toBeLessThanOrEqual(MOST_PAPERS);
  expect(file.state.reportIds.length).toBeLessThanOrEqual(MOST_REPORTS);
  expect(file.state.memberships.length).toBeLessThanOrEqual(MOST_MEMBERSHIPS);
  expect(bytesOf(inputOf(file))).toBeLessThan(MEBIBYTE);
  expect(bytesOf(file.state)).toBeGreaterThan(MOST_INPUT_BYTES / 4);
  expect(isRefusal(file.ask(OFFICER, { type: 'withdraw', reason: 'Diminta keluarga.' }))).toBe(false);
}, 120_000);

test('a claim full of papers is still decided, ordered and paid', () => {
  const file = readyToRecommend();
  for (let n = 0; n < MOST_PAPERS; n += 50) file.ask(PARTNER, { type: 'attachDocuments', papers: papersOf(n, 50) });
  verifyAll(file);
  file.give(OFFICER, PAY);
  file.give(APPROVER, APPROVE_ALL);
  for (const payout of file.state.payouts) file.bankSays(payout, CONFIRMED);
  expect(file.state.status).toBe('closed');
});

test('papers beyond what a claim takes are refused with a sentence; of those a partner’s system told, the journal keeps the rest by name', () => {
  const file = new ClaimFile();
  const room = MOST_PAPERS - file.state.papers.length;
  expect(file.ask(PARTNER, { type: 'attachDocuments', papers: papersOf(0, room + 1) })).toMatchObject({
    refused: 'claim-full',
    text: expect.stringContaining(String(MOST_PAPERS)),
  });
  const facts = file.tell({ type: 'documentsAdded', papers: papersOf(0, room + 3) });
  expect(typesOf(facts)).toEqual(['claim.documents-attached', 'claim.input-turned-away']);
  expect(facts[1]).toMatchObject({ what: 'papers', why: 'claim-full', papers: papersOf(room, 3) });
  expect(file.state.papers).toHaveLength(MOST_PAPERS);
});

test('the same document again changes nothing; its number with another content is refused, and from a partner’s system turned away by name', () => {
  const file = new ClaimFile();
  const [known] = papersOf(1, 1) as [ClaimPaper];
  file.give(PARTNER, { type: 'attachDocuments', papers: [known] });
  expect(file.ask(PARTNER, { type: 'attachDocuments', papers: [known] })).toEqual([]);
  const other = { ...known, sha256: 'd'.repeat(64) };
  expect(file.ask(PARTNER, { type: 'attachDocuments', papers: [other] })).toMatchObject({ refused: 'document-id-reused' });
  expect(
    file.ask(PARTNER, {
      type: 'attachDocuments',
      papers: [...papersOf(7, 1), { ...papersOf(7, 1)[0], paper: 'police-report' } as ClaimPaper],
    }),
  ).toMatchObject({
    refused: 'document-id-reused',
  });
  expect(file.tell({ type: 'documentsAdded', papers: [known, other] })).toMatchObject([
    { type: 'claim.input-turned-away', why: 'document-id-reused', papers: [other] },
  ]);
});

test.each(['0000-01-01', '1899-12-31', '2026-03-10', '2999-01-01'])('a paper issued on %s cannot be', (obtainedOn) => {
  const [one] = papersOf(1, 1);
  const papers = [{ ...one, obtainedOn }] as ClaimPaper[];
  expect(new ClaimFile().ask(PARTNER, { type: 'attachDocuments', papers })).toMatchObject({
    refused: 'invalid-command',
    rule: 'obtainedOn',
  });
});

test('messages of the first edition are answered as they were then', () => {
  const file = new ClaimFile();
  const [known] = papersOf(1, 1) as [ClaimPaper];
  file.give(PARTNER, { type: 'attachDocuments', papers: [known] });
  const first = { ...file.context, edition: 1 as const };
  expect(file.askIn(first, PARTNER, { type: 'attachDocuments', papers: [{ ...known, obtainedOn: day('2999-01-01') }] })).toEqual([]);
  expect(
    typesOf(file.askIn(first, PARTNER, { type: 'attachDocuments', papers: papersOf(10, MOST_PAPERS + 5) }) as readonly Fact[]),
  ).toContain('claim.documents-attached');
});

test('facts go out in order, in records that are small enough; one record where they fit', () => {
  const fact = (n: number): Fact => ({
    type: 'claim.documents-attached',
    papers: papersOf(n, 200),
    at: 1,
    actor: PARTNER,
    cause: `event/x/${n}`,
  });
  const facts = Array.from({ length: 40 }, (_, index) => fact(index));
  const batches = batchesOf(facts);
  expect(batches.flat()).toEqual(facts);
  expect(batches.length).toBeGreaterThan(1);
  for (const batch of batches) expect(bytesOf(batch)).toBeLessThan(MOST_RECORD_BYTES + 1_000);
  expect(batchesOf(facts.slice(0, 3))).toEqual([facts.slice(0, 3)]);
  expect(batchesOf([])).toEqual([]);
});

test('bytes are counted as they travel', () => {
  for (const text of ['a', 'é', 'ꦏ', '😀', 'Ani “é” 😀']) expect(bytesOf(text)).toBe(Buffer.byteLength(JSON.stringify(text)));
});
