import { systemCause } from '#domain/cause.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { decide, decideTogether } from '#domain/claim/decide.ts';
import { isRefusal } from '#domain/refusal.ts';
import { MONEY_DECISIONS } from '#domain/seen.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVE_ALL, APPROVER, type ClaimFile, OFFICER, PARTNER, PAY, SPOUSE_ACCOUNT } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const ACCOUNT_2 = { ...SPOUSE_ACCOUNT, accountRef: 'rekening-2' } as const;
const CHECKS = [{ check: 'fraud', result: 'pass', evidence: [] }] as const;

/** Of somebody who looked when the claim had that number. */
function press(file: ClaimFile, actor: Command['actor'], body: CommandBody, expectedSeq?: number) {
  const command = { ...body, actor, commandId: `tekan-${expectedSeq}-${body.type}`, ...(expectedSeq === undefined ? {} : { expectedSeq }) };
  return decide(file.state, command as Command, file.context);
}

test('a page from before the account was changed cannot approve what it never showed', () => {
  const file = claimIn('recommended');
  const old = file.state.seq;
  const back = { point: 'payee', verdict: 'return', reason: 'account-mismatch' } as const;
  const others = APPROVE_ALL.decisions.filter(({ point }) => point !== 'payee');
  file.give({ ...APPROVER, id: 'pemeriksa-2' }, { type: 'decidePoints', decisions: [...others, back] });
  file.give(OFFICER, ACCOUNT_2);
  file.give(OFFICER, PAY);
  const open = { type: 'decidePoints', decisions: [{ point: 'payee', verdict: 'approve' }] } as const;
  expect(press(file, APPROVER, open, old)).toMatchObject({ refused: 'stale-view', text: expect.stringContaining(String(file.state.seq)) });
  expect(isRefusal(press(file, APPROVER, open, file.state.seq))).toBe(false);
});

test.each(MONEY_DECISIONS)('%s is a decision about money, and without saying what was seen it is not taken', (type) => {
  expect(MONEY_DECISIONS).toContain(type);
  const bodies: Readonly<Record<string, () => [ClaimFile, Command['actor'], CommandBody]>> = {
    confirmPayeeAccount: () => [readyToRecommend(), OFFICER, ACCOUNT_2],
    recommend: () => [readyToRecommend(), OFFICER, PAY],
    decidePoints: () => [claimIn('recommended'), APPROVER, APPROVE_ALL],
    releasePayout: () => [claimIn('paid'), OFFICER, { type, payoutId: 'x', verdict: 'pay', reason: 'Terlambat.' } as CommandBody],
    resolveUnknownPayout: () => [
      claimIn('paying'),
      OFFICER,
      { type, payoutId: 'x', issue: 1, finding: { outcome: 'unpaid' }, evidence: 'Rekening koran.' } as CommandBody,
    ],
    exemptPayout: () => [claimIn('paying'), OFFICER, { type, payoutId: 'x', reason: 'Mendesak.' } as CommandBody],
  };
  const [file, actor, body] = bodies[type]?.() ?? [];
  if (!file || !actor || !body) throw new Error(`no example of ${type}`);
  expect(press(file, actor, body)).toMatchObject({ refused: 'view-required' });
  const old = decide(file.state, { ...body, actor, commandId: 'lama' } as Command, { ...file.context, edition: 1 });
  expect(isRefusal(old) && old.refused === 'view-required').toBe(false);
});

test('a number that is still to come was never seen', () => {
  const file = claimIn('recommended');
  expect(press(file, APPROVER, APPROVE_ALL, file.state.seq + 1)).toMatchObject({ refused: 'stale-view' });
  expect(press(file, APPROVER, APPROVE_ALL, 999_999)).toMatchObject({ refused: 'stale-view' });
});

test('checks and warnings that came meanwhile make no page old; papers do', () => {
  const file = claimIn('recommended');
  const seen = file.state.seq;
  file.tell({ type: 'checksDone', checks: CHECKS }, 'checks/1');
  file.at += 7 * 86_400_000;
  expect(file.ring().length).toBeGreaterThan(0);
  expect(file.state.changedAt).toBe(seen);
  expect(isRefusal(press(file, APPROVER, APPROVE_ALL, seen))).toBe(false);
  file.give(PARTNER, { type: 'attachDocuments', papers: [paper('chronology', 91, '2026-02-25')] });
  expect(file.state.changedAt).toBeUndefined();
  expect(press(file, APPROVER, APPROVE_ALL, seen)).toMatchObject({ refused: 'stale-view' });
});

test('what somebody does in a sitting does not make the page of that sitting old, what others did before does', () => {
  const file = readyToRecommend();
  const sitting = (expectedSeq: number) =>
    [ACCOUNT_2, PAY].map(
      (body, index) => ({ ...body, actor: OFFICER, commandId: `sidang-${expectedSeq}#${index}`, expectedSeq }) as Command,
    );
  expect(isRefusal(decideTogether(file.state, sitting(file.state.seq), file.context))).toBe(false);
  expect(decideTogether(file.state, sitting(file.state.seq - 1), file.context)).toMatchObject({ refused: 'stale-view' });
});

test('pressed again after it was accepted, the old page is answered as before', () => {
  const file = claimIn('recommended');
  const command = { ...APPROVE_ALL, actor: APPROVER, commandId: 'tekan-1', expectedSeq: file.state.seq } as Command;
  file.give(APPROVER, { ...APPROVE_ALL, expectedSeq: file.state.seq } as CommandBody, 'tekan-1');
  expect(decide(file.state, command, file.context)).toEqual([]);
});

test('the receipt keeps what the person had seen', () => {
  const file = claimIn('recommended');
  const { seq } = file.state;
  const [first] = file.give(APPROVER, APPROVE_ALL);
  expect(first?.receipt?.command).toMatchObject({ type: 'decidePoints', expectedSeq: seq });
});

test('facts of older journals fold as they always did: each of them counts as a change', () => {
  const file = claimIn('recommended');
  file.tell({ type: 'checksDone', checks: CHECKS }, 'checks:1');
  expect(file.state.changedAt).toBeUndefined();
  file.tell({ type: 'checksDone', checks: [] }, systemCause('x'));
  expect(file.state.changedAt).toBe(file.state.seq - 1);
});
