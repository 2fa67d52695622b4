import { type LateNews, lateKindOf } from '#domain/claim/late-news/late-news.ts';
import { isRepeatedStep, type LateWish, settleLateNews } from '#domain/claim/late-news/settle.ts';
import { OFFICER, OTHER_OFFICER, REGISTRATION } from '../../../factories/claims.ts';

const REPORT: LateNews = {
  _id: 'death-2',
  claimId: 'STN-AAAAA-BBBBB',
  type: 'death.reported.v1',
  toldAt: '2026-06-01T00:00:00Z',
  institutionId: 'bpr-contoh',
  status: 'withdrawn',
  registration: REGISTRATION,
};
const PAPERS: LateNews = { ...REPORT, _id: 'papers-2', type: 'documents.added.v1', status: 'closed', papers: [] };
const { registration: _lost, status: _unknown, ...OF_OLD } = REPORT;

const wish = (outcome: LateWish['outcome'], changes: Partial<LateWish> = {}): LateWish => ({
  outcome,
  actor: OFFICER,
  at: 1,
  reason: 'Surat keluarga dan akta.',
  commandId: 'tekan-1',
  ...changes,
});
const byOther = { actor: OTHER_OFFICER, commandId: 'tekan-2' } as const;

describe('news that came after the end of its claim', () => {
  test('a death reported after a mistaken one was withdrawn may begin a claim of its own', () => {
    expect(settleLateNews(REPORT, wish('new-claim'), 'withdrawn')).toMatchObject({ step: 'settled', outcome: 'new-claim' });
  });

  test('a paid or rejected claim never gets a second one beside it: it is reopened, or contested', () => {
    expect(settleLateNews({ ...REPORT, status: 'closed' }, wish('new-claim'), 'closed')).toMatchObject({
      refused: 'not-allowed-in-status',
    });
    expect(settleLateNews(REPORT, wish('new-claim'), 'verifying')).toMatchObject({ refused: 'not-allowed-in-status' });
    expect(settleLateNews(PAPERS, wish('new-claim'), 'withdrawn')).toMatchObject({ refused: 'not-allowed-in-status' });
  });

  test('a report kept by an earlier release lacks what a claim begins with: its institution sends it again', () => {
    expect(settleLateNews(OF_OLD, wish('new-claim'), 'withdrawn')).toMatchObject({ refused: 'invalid-command' });
  });

  test('a report is left aside by two people only, papers by one', () => {
    const first = settleLateNews(REPORT, wish('no-action'), 'withdrawn');
    if ('refused' in first) throw new Error(first.text);
    expect(first.step).toBe('proposed');
    const proposed = { ...REPORT, steps: [first] };
    expect(settleLateNews(proposed, wish('no-action', { commandId: 'tekan-3' }), 'withdrawn')).toMatchObject({
      refused: 'maker-is-checker',
    });
    expect(settleLateNews(proposed, wish('no-action', byOther), 'withdrawn')).toMatchObject({ step: 'settled' });
    expect(settleLateNews(PAPERS, wish('no-action'), 'closed')).toMatchObject({ step: 'settled' });
  });

  test('after a proposal to leave it aside somebody may still begin the claim', () => {
    const first = settleLateNews(REPORT, wish('no-action'), 'withdrawn');
    if ('refused' in first) throw new Error(first.text);
    expect(settleLateNews({ ...REPORT, steps: [first] }, wish('new-claim', byOther), 'withdrawn')).toMatchObject({ step: 'settled' });
  });

  test('reopened is only said of a claim that runs again', () => {
    expect(settleLateNews(REPORT, wish('reopened'), 'withdrawn')).toMatchObject({ refused: 'not-allowed-in-status' });
    expect(settleLateNews(REPORT, wish('reopened'), 'verifying')).toMatchObject({ step: 'settled' });
  });

  test('what is settled stays so; the same press again is no second one, and nothing is settled without a reason', () => {
    const step = settleLateNews(PAPERS, wish('no-action'), 'closed');
    if ('refused' in step) throw new Error(step.text);
    const settled = { ...PAPERS, steps: [step] };
    expect(settleLateNews(settled, wish('no-action', byOther), 'closed')).toMatchObject({ refused: 'not-allowed-in-status' });
    expect(isRepeatedStep(settled, wish('no-action'))).toBe(true);
    expect(isRepeatedStep(settled, wish('no-action', byOther))).toBe(false);
    expect(isRepeatedStep(settled, wish('no-action', { reason: 'Lain.' }))).toBe(false);
    expect(settleLateNews(PAPERS, wish('no-action', { reason: '  ' }), 'closed')).toMatchObject({ refused: 'invalid-command' });
  });

  test('a row of an earlier release says by its claim what it is', () => {
    expect(lateKindOf(OF_OLD, 'withdrawn')).toBe('report-after-withdrawal');
    expect(lateKindOf(OF_OLD, 'closed')).toBe('report-after-end');
    expect(lateKindOf(PAPERS, 'withdrawn')).toBe('papers-after-end');
  });
});
