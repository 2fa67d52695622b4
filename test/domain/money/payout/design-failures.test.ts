import type { CommandBody } from '#domain/claim/commands.ts';
import { react } from '#domain/claim/react.ts';
import { bankNews } from '#domain/money/payout/bank-news.ts';
import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { externalId, partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { PAYOUT_STATES, TRANSITIONS } from '#domain/money/payout/states.ts';
import type { UnknownWhy } from '#domain/money/payout/transfer.ts';
import { isRefusal } from '#domain/refusal.ts';
import { claimIn } from '../../../factories/claim-paths.ts';
import {
  APPROVER,
  approveOpen,
  type ClaimFile,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  PAY,
  REFUSED,
  SPOUSE_ACCOUNT,
  UNKNOWN,
} from '../../../factories/claims.ts';

const id = payoutId('JKM-2026-000123', 1, 'jkm', 'once', 'heirs');
const people = { maker: 'petugas-1', checker: 'pemeriksa-1' };
const SENT: readonly PayoutEvent[] = [{ type: 'holder-matched' }, { type: 'sending-begun', at: 1 }];
const SILENT: PayoutEvent = { type: 'fell-silent', issue: 1 };
const CONFIRMED: PayoutEvent = { type: 'confirmed', issue: 1, bankReference: 'B1' };
const REVERSED: PayoutEvent = { type: 'reversed', issue: 1, bankReference: 'B1' };

function lineAfter(...events: readonly PayoutEvent[]): Payout {
  return events.reduce<Payout>((line, event) => {
    const next = advance(line, event);
    if (isRefusal(next)) throw new Error(`${event.type} refused in ${line.state}`);
    return next;
  }, orderPayout(id));
}
const send = (line: Payout) => advance(line, { type: 'sending-begun', at: 2 });

function lineOf({ state }: ClaimFile) {
  const [payout] = state.payouts;
  if (!payout) throw new Error('nothing was ordered');
  return payout;
}
const startsOf = (facts: Parameters<typeof react>[0]) => react(facts).filter(({ type }) => type === 'startPayout');

/** Failures other systems shipped, by the names of design.md section 13, as far as they concern one payment. */
describe('failures others shipped, in the payout line', () => {
  test.each([
    'timeout',
    'connection-lost',
    'server-error',
    'answer-unreadable',
    'code-unlisted',
    'reference-conflict',
    'in-progress',
  ] as const)('gateway silence treated as paid: %s leaves the line unknown, however often it is asked about', (why: UnknownWhy) => {
    const silence = bankNews({ state: 'unknown', since: 0, why }, 1);
    expect(lineAfter(...SENT, ...Array.from({ length: 50 }, () => silence)).state).toBe('unknown');
  });

  test('client retry becomes a second payment: from no state but an order at rest, or one the bank never had, does anything leave', () => {
    const leaves = PAYOUT_STATES.filter((state) => !isRefusal(send({ ...orderPayout(id), state })));
    expect(leaves).toEqual(['inquired', 'not-found']);
  });

  test('client retry becomes a second payment: every repetition carries the same reference, and a request number of its own', () => {
    expect(partnerReference(id, 1)).toBe(partnerReference(id, 1));
    expect(new Set([1, 2, 3].map((attempt) => externalId(id, 1, attempt))).size).toBe(3);
  });

  test('client retry becomes a second payment: the same approval pressed by two people orders once', () => {
    const file = claimIn('recommended');
    const approval = approveOpen(file);
    expect(startsOf(file.give(APPROVER, approval))).toHaveLength(1);
    expect(isRefusal(file.ask(OTHER_APPROVER, approval))).toBe(true);
  });

  test('retry of a pending request aborts the good one: what is under way can neither be sent again, nor refused, nor begun anew by us', () => {
    for (const line of [lineAfter(...SENT), lineAfter(...SENT, SILENT)]) {
      expect(isRefusal(send(line))).toBe(true);
      expect(isRefusal(advance(line, { type: 'account-refused' }))).toBe(true);
      expect(isRefusal(advance(line, { type: 'reopened', ...people }))).toBe(true);
    }
  });

  test('retry of a pending request aborts the good one: a "reference known" in answer to a retry does not fail the first send', () => {
    const conflict = bankNews({ state: 'unknown', since: 0, why: 'reference-conflict' }, 1);
    expect(lineAfter(...SENT, SILENT, conflict, CONFIRMED).state).toBe('confirmed');
  });

  test('success later reversed: the line leaves again only by two people, as another issue under another reference', () => {
    const back = lineAfter(...SENT, CONFIRMED, REVERSED);
    expect(isRefusal(send(back))).toBe(true);
    expect(isRefusal(advance(back, { type: 'reopened', maker: 'satu', checker: 'satu' }))).toBe(true);
    const again = lineAfter(...SENT, CONFIRMED, REVERSED, { type: 'reopened', ...people });
    expect(again).toMatchObject({ state: 'ordered', issue: 2 });
    expect(partnerReference(id, 2)).not.toBe(partnerReference(id, 1));
  });

  test('success later reversed: money that came back cannot be confirmed again by an old answer', () => {
    expect(isRefusal(advance(lineAfter(...SENT, CONFIRMED, REVERSED), CONFIRMED))).toBe(true);
  });

  test('reference reused after the rail’s window pays twice: a paid line has no way back to the bank but a reversal', () => {
    expect(Object.keys(TRANSITIONS.confirmed)).toEqual(['reversed']);
    const paid = lineAfter(...SENT, CONFIRMED);
    expect(send(paid)).toMatchObject({ refused: 'already-paid' });
  });

  test('reference reused after the rail’s window pays twice: issues never share a reference, whatever the bank has forgotten', () => {
    const references = Array.from({ length: 20 }, (_, index) => partnerReference(id, index + 1));
    expect(new Set(references).size).toBe(20);
  });
});

describe('N-of-M approval behaving as any one, for payments', () => {
  const held = (file: ClaimFile) => file.state.payouts.find(({ state }) => state === 'held')?.payoutId ?? '';
  const release = (file: ClaimFile, verdict: 'pay' | 'decline'): CommandBody => ({
    type: 'releasePayout',
    payoutId: held(file),
    verdict,
    reason: 'Sesuai.',
  });
  const finding = (file: ClaimFile, bankReference: string): CommandBody => ({
    type: 'resolveUnknownPayout',
    payoutId: lineOf(file).payoutId,
    issue: 1,
    finding: { outcome: 'paid', bankReference },
    evidence: 'Rekening koran.',
  });
  function silentClaim(): ClaimFile {
    const file = claimIn('paying');
    file.bankSays(lineOf(file), UNKNOWN);
    return file;
  }

  test('N-of-M approval behaving as any one: one person releases nothing, however often', () => {
    const file = claimIn('paid');
    expect(react(file.give(APPROVER, release(file, 'pay')))).toEqual([]);
    expect(file.refusal(APPROVER, release(file, 'pay')).refused).toBe('maker-is-checker');
  });

  test('N-of-M approval behaving as any one: a release and a refusal of it are not two who agree', () => {
    const file = claimIn('paid');
    file.give(OFFICER, release(file, 'pay'));
    expect(react(file.give(APPROVER, release(file, 'decline')))).toEqual([]);
    expect(file.state.payouts.map(({ state }) => state)).toContain('held');
  });

  test('N-of-M approval behaving as any one: two officers are two people and still not enough for a release', () => {
    const file = claimIn('paid');
    file.give(OFFICER, release(file, 'pay'));
    expect(file.refusal(OTHER_OFFICER, release(file, 'pay')).refused).toBe('not-your-role');
  });

  test('N-of-M approval behaving as any one: what one person found on the statement moves no unknown payment', () => {
    const file = silentClaim();
    expect(react(file.give(APPROVER, finding(file, 'B-7')))).toEqual([]);
    expect(file.refusal(APPROVER, finding(file, 'B-7')).refused).toBe('maker-is-checker');
    expect(lineOf(file).state).toBe('unknown');
  });

  test('N-of-M approval behaving as any one: two who found different references on the statement have not agreed', () => {
    const file = silentClaim();
    file.give(OFFICER, finding(file, 'B-7'));
    expect(react(file.give(APPROVER, finding(file, 'B-8')))).toEqual([]);
    expect(react(file.give(APPROVER, finding(file, 'B-7')))).toHaveLength(1);
  });

  test('N-of-M approval behaving as any one: a changed account is confirmed by one and seen by another before anything leaves', () => {
    const file = claimIn('paying');
    file.bankSays(lineOf(file), REFUSED);
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, accountRef: 'rekening-2' });
    expect(startsOf(file.give(OFFICER, PAY))).toEqual([]);
    const alone = { ...APPROVER, id: OFFICER.id };
    expect(file.refusal(alone, approveOpen(file)).refused).toBe('maker-is-checker');
    const amountOnly: CommandBody = { type: 'decidePoints', decisions: [{ point: 'amount', verdict: 'approve' }] };
    expect(startsOf(file.give(APPROVER, amountOnly))).toEqual([]);
    expect(startsOf(file.give(APPROVER, approveOpen(file)))).toMatchObject([{ payout: { accountRef: 'rekening-2', issue: 2 } }]);
  });
});
