import { COMMAND_TYPES, type CommandBody, type CommandType } from '#domain/claim/commands.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn, JKK, readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVER, type ClaimFile, DAY, MONDAY_9, OFFICER, REJECT, SPOUSE_ACCOUNT, SUPERVISOR } from '../../factories/claims.ts';

/** Per command: who gives it, to which claim, and the ways in which it says nothing or too much. */
type Rows = readonly (readonly [string, () => ClaimFile, ActorRef, CommandBody, string])[];

const TRIAGE: CommandBody = { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' };
const CORRECTION = { type: 'correctEvent', reason: 'Akta kematian nomor 12.' } as const;
const RELEASE: CommandBody = { type: 'releasePayout', payoutId: 'lain', verdict: 'pay', reason: 'Sesuai.' };
const FINDING: CommandBody = {
  type: 'resolveUnknownPayout',
  payoutId: 'lain',
  issue: 1,
  finding: { outcome: 'unpaid' },
  evidence: 'Rekening koran.',
};

const REFUSED: Readonly<Record<CommandType, Rows>> = {
  // Never refused for what it brings: a document that is here already is no news.
  attachDocuments: [
    ['when the claim has ended', () => claimIn('closed'), OFFICER, { type: 'attachDocuments', papers: [] }, 'not-allowed-in-status'],
  ],
  verifyDocuments: [
    ['about nothing', () => claimIn('verifying'), OFFICER, { type: 'verifyDocuments', verdicts: [] }, 'invalid-command'],
    [
      'about a stranger',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'verifyDocuments', verdicts: [{ documentId: 'x', verdict: 'ok' }] },
      'invalid-command',
    ],
  ],
  requestCompletion: [['for nothing', () => claimIn('verifying'), OFFICER, { type: 'requestCompletion', papers: [] }, 'invalid-command']],
  declareComplete: [['with papers unseen', () => claimIn('registered'), OFFICER, { type: 'declareComplete' }, 'point-open']],
  triageCause: [['without words', () => claimIn('verifying'), OFFICER, { ...TRIAGE, reason: '\t' }, 'invalid-command']],
  correctEvent: [
    ['to a day to come', () => claimIn('verifying'), OFFICER, { ...CORRECTION, eventOn: day('2062-01-01') }, 'invalid-command'],
  ],
  resolveHeirs: [
    [
      'naming one twice',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'resolveHeirs', people: [...claimIn('verifying').state.people, ...claimIn('verifying').state.people] },
      'invalid-command',
    ],
  ],
  confirmPayeeAccount: [
    ['before the heirs', () => claimIn('verifying'), OFFICER, SPOUSE_ACCOUNT, 'point-open'],
    [
      'of a partner',
      () => readyToRecommend(),
      OFFICER,
      { ...SPOUSE_ACCOUNT, inquiry: { holder: 'match', ownedByPartner: true } },
      'payee-is-partner',
    ],
    [
      'in another name',
      () => readyToRecommend(),
      OFFICER,
      { ...SPOUSE_ACCOUNT, inquiry: { holder: 'differs', ownedByPartner: false } },
      'point-open',
    ],
  ],
  recommend: [
    ['before triage', () => claimIn('verifying'), OFFICER, { type: 'recommend', outcome: 'pay' }, 'point-open'],
    ['rejection without words', () => claimIn('verifying'), OFFICER, { ...REJECT, text: ' ' }, 'invalid-command'],
    [
      'rejection of a JKM death as not from work',
      () => claimIn('verifying'),
      OFFICER,
      { ...REJECT, reason: 'not-work-related' },
      'invalid-command',
    ],
  ],
  decidePoints: [['about nothing', () => claimIn('recommended'), APPROVER, { type: 'decidePoints', decisions: [] }, 'invalid-command']],
  acknowledgeEscalation: [
    [
      'of a rung nobody reached',
      () => claimIn('verifying'),
      SUPERVISOR,
      { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:100', reason: 'Ya.' },
      'clock-unknown',
    ],
  ],
  waiveDocument: [
    [
      'without words',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'waiveDocument', paper: 'heir-statement', reason: '' },
      'invalid-command',
    ],
    [
      'that nobody may waive',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'waiveDocument', paper: 'death-certificate', reason: 'Jauh.' },
      'invalid-command',
    ],
  ],
  revokeCompleteness: [
    [
      'without papers',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'revokeCompleteness', papers: [], reason: 'Palsu.' },
      'invalid-command',
    ],
  ],
  assessInjury: [['of a death by illness', () => claimIn('verifying'), OFFICER, { type: 'assessInjury', injury: {} }, 'invalid-command']],
  concludeTreatment: [
    [
      'of a death',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'concludeTreatment', outcome: 'recovered', on: MONDAY_9 },
      'invalid-command',
    ],
  ],
  pauseClock: [
    [
      'without a source',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'pauseClock', ground: 'court-order', source: ' ' },
      'invalid-command',
    ],
    [
      'in the future',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'pauseClock', ground: 'court-order', source: 'Surat.', from: MONDAY_9 + DAY },
      'invalid-command',
    ],
    [
      'that no clock knows',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'pauseClock', ground: 'waiting-complainant', source: 'Surat.' },
      'clock-unknown',
    ],
  ],
  resumeClock: [
    [
      'that nobody paused',
      () => claimIn('verifying'),
      OFFICER,
      { type: 'resumeClock', ground: 'court-order', reason: 'Selesai.' },
      'clock-unknown',
    ],
    ['without words', () => claimIn('verifying'), OFFICER, { type: 'resumeClock', ground: 'court-order', reason: '' }, 'invalid-command'],
  ],
  extendPromise: [
    ['without words', () => claimIn('verifying'), SUPERVISOR, { type: 'extendPromise', units: 1, reason: '' }, 'invalid-command'],
    ['that does not run', () => claimIn('collecting'), SUPERVISOR, { type: 'extendPromise', units: 1, reason: 'Badai.' }, 'clock-unknown'],
  ],
  releasePayout: [
    ['of nothing that waits', () => claimIn('paid'), OFFICER, RELEASE, 'invalid-command'],
    ['without words', () => claimIn('paid'), OFFICER, { ...RELEASE, reason: '' }, 'invalid-command'],
  ],
  resolveUnknownPayout: [
    ['of a payment nobody doubts', () => claimIn('paying'), OFFICER, FINDING, 'not-allowed-in-status'],
    ['without evidence', () => claimIn('paying'), OFFICER, { ...FINDING, evidence: '' }, 'invalid-command'],
    [
      'paid under no reference',
      () => claimIn('paying'),
      OFFICER,
      { ...FINDING, finding: { outcome: 'paid', bankReference: ' ' } },
      'invalid-command',
    ],
  ],
  exemptPayout: [
    [
      'of nothing that waits',
      () => claimIn('paid'),
      OFFICER,
      { type: 'exemptPayout', payoutId: 'x', reason: 'Mendesak.' },
      'not-allowed-in-status',
    ],
    ['without words', () => claimIn('paying'), OFFICER, { type: 'exemptPayout', payoutId: 'x', reason: ' ' }, 'invalid-command'],
  ],
  withdraw: [['without words', () => claimIn('verifying'), OFFICER, { type: 'withdraw', reason: '' }, 'invalid-command']],
  appeal: [['without words', () => claimIn('rejected'), OFFICER, { type: 'appeal', reason: '' }, 'invalid-command']],
  reopen: [
    ['without words', () => claimIn('closed'), SUPERVISOR, { type: 'reopen', ground: 'new-evidence', reason: '' }, 'invalid-command'],
    [
      'as a withdrawal that was none',
      () => claimIn('closed'),
      SUPERVISOR,
      { type: 'reopen', ground: 'withdrawal-revoked', reason: 'Batal.' },
      'invalid-command',
    ],
  ],
};

describe.each(COMMAND_TYPES)('%s', (command) => {
  test.each(REFUSED[command])('%s is refused, in a sentence that says what to do, and changes nothing', (_how, make, actor, body, code) => {
    const file = make();
    const before = file.state;
    const refusal = file.refusal(actor, body);
    expect(refusal.refused).toBe(code);
    expect(refusal.text).toMatch(/^[A-Z"].{15,}\.$/s);
    expect(refusal.rule).not.toBe('');
    expect(file.state).toBe(before);
  });
});

describe('a limit nobody can compute', () => {
  const LAST_DAYS = Date.UTC(2026, 11, 30, 2);
  test('neither completeness, an appeal nor a reopening starts one', () => {
    const rejected = claimIn('rejected');
    const closed = claimIn('closed');
    for (const file of [rejected, closed]) file.at = LAST_DAYS;
    expect(rejected.refusal(OFFICER, { type: 'appeal', reason: 'Bukti baru.' }).refused).toBe('calendar-year-missing');
    expect(closed.refusal(SUPERVISOR, { type: 'reopen', ground: 'new-evidence', reason: 'Bukti baru.' }).refused).toBe(
      'calendar-year-missing',
    );
  });

  test('the same acts go through once the next year is known', () => {
    const file = claimIn('rejected');
    file.at = LAST_DAYS;
    file.moveTo({ ...file.calendar, version: 2, years: [2026, 2027] });
    file.give(OFFICER, { type: 'appeal', reason: 'Bukti baru.' });
    file.give(OFFICER, JKK);
    expect(file.state.status).toBe('verifying');
  });
});
