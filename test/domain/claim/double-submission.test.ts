import type { CommandBody } from '#domain/claim/commands.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { claimIn, type ReachedStatus, readyToRecommend } from '../../factories/claim-paths.ts';
import {
  APPROVE_ALL,
  APPROVER,
  ClaimFile,
  DAY,
  OFFICER,
  PARTNER,
  PAY,
  REJECT,
  SPOUSE_ACCOUNT,
  SUPERVISOR,
} from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const ONCE = 'tekan-dua-kali';
const documentId = 'doc-1-death-certificate';

const PRESSED: readonly [string, () => ClaimFile, ActorRef, CommandBody][] = [
  ['attachDocuments', () => claimIn('registered'), PARTNER, { type: 'attachDocuments', papers: [paper('chronology', 1, '2026-02-25')] }],
  ['verifyDocuments', () => claimIn('registered'), OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'ok' }] }],
  [
    'requestCompletion',
    () => claimIn('collecting'),
    OFFICER,
    { type: 'requestCompletion', papers: [{ paper: 'family-card', reason: 'Lama.' }] },
  ],
  ['declareComplete', () => claimIn('collecting'), OFFICER, { type: 'declareComplete' }],
  ['triageCause', () => claimIn('verifying'), OFFICER, { type: 'triageCause', programme: 'jkk', reason: 'Kecelakaan.' }],
  ['resolveHeirs', () => claimIn('verifying'), OFFICER, { type: 'resolveHeirs', people: [] }],
  ['confirmPayeeAccount', () => readyToRecommend(), OFFICER, SPOUSE_ACCOUNT],
  ['recommend payment', () => readyToRecommend(), OFFICER, PAY],
  ['recommend rejection', () => claimIn('verifying'), OFFICER, REJECT],
  ['decidePoints', () => claimIn('recommended'), APPROVER, APPROVE_ALL],
  [
    'acknowledgeEscalation',
    () => {
      const file = claimIn('registered');
      file.at += 3 * DAY;
      file.ring();
      return file;
    },
    SUPERVISOR,
    { type: 'acknowledgeEscalation', rungKey: 'first-look:1:100', reason: 'Dialihkan.' },
  ],
];

describe('a button pressed twice', () => {
  test.each(PRESSED)('%s counts once: the second press is accepted and changes nothing', (_name, arrange, actor, body) => {
    const file = arrange();
    expect(file.give(actor, body, ONCE).length).toBeGreaterThan(0);
    const once = file.state;
    expect(file.give(actor, body, ONCE)).toEqual([]);
    expect(file.state).toEqual(once);
  });

  test('still counts once when the claim has moved on meanwhile, up to its end', () => {
    const file = readyToRecommend();
    file.give(OFFICER, PAY, ONCE);
    file.give(APPROVER, APPROVE_ALL);
    expect(file.state.status satisfies string as ReachedStatus).toBe('paying');
    expect(file.give(OFFICER, PAY, ONCE)).toEqual([]);
  });

  test('of two different presses for the same step the second is refused', () => {
    const file = readyToRecommend();
    file.give(OFFICER, PAY, 'pertama');
    expect(file.refusal(OFFICER, PAY).refused).toBe('not-allowed-in-status');
  });

  test('a refused press leaves nothing behind, so that it may succeed later under the same number', () => {
    const file = new ClaimFile();
    expect(() => file.give(OFFICER, { type: 'declareComplete' }, ONCE)).toThrow('point-open');
    const verdicts = file.state.papers.map((one) => ({ documentId: one.documentId, verdict: 'ok' as const }));
    file.give(OFFICER, { type: 'verifyDocuments', verdicts });
    expect(file.give(OFFICER, { type: 'declareComplete' }, ONCE).length).toBeGreaterThan(0);
  });
});
