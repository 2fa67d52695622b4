import { checklistOf } from '#domain/claim/checklist.ts';
import { checkPapers } from '#domain/claim/checks/papers.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn } from '../../../factories/claim-paths.ts';
import { ClaimFile, OFFICER } from '../../../factories/claims.ts';

const TODAY = day('2026-03-02');
const check = (file: ClaimFile) => checkPapers(checklistOf(file.state, TODAY, {}));

test('every required paper verified passes', () => {
  expect(check(claimIn('verifying'))).toMatchObject({ check: 'papers', result: 'pass' });
});

test('papers nobody has looked at are a question, paper by paper', () => {
  const { result, evidence } = check(new ClaimFile());
  expect(result).toBe('ask');
  expect(evidence.filter(({ found }) => found === 'belum diperiksa').length).toBeGreaterThan(5);
});

test('a missing paper is a question', () => {
  const papers = new ClaimFile().state.papers.filter(({ paper }) => paper !== 'death-certificate');
  const { evidence } = check(new ClaimFile({ registration: { papers } }));
  expect(evidence.map(({ found }) => found)).toContain('belum ada');
});

test('a refused paper fails and comes first', () => {
  const file = new ClaimFile();
  const [first] = file.state.papers;
  if (!first) throw new Error('the factory attaches papers');
  file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId: first.documentId, verdict: 'refused', reason: 'buram' }] });
  expect(check(file)).toMatchObject({ result: 'fail', evidence: [{ found: 'ditolak pemeriksa' }, ...check(file).evidence.slice(1)] });
});
