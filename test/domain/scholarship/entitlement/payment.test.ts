import type { EntitlementCommand, EntitlementCommandBody } from '#domain/scholarship/entitlement/commands.ts';
import { APPROVER, Child, OFFICER, PARTNER } from './child.ts';

const PAID = { outcome: 'paid', bankReference: 'KORAN-1' } as const;
const UNPAID = { outcome: 'unpaid' } as const;
const SECOND_OFFICER: EntitlementCommand['actor'] = { id: 'petugas-2', role: 'officer' };

type Resolve = Extract<EntitlementCommandBody, { type: 'resolveUnknownPayment' }>;

function silent(): Child {
  const child = new Child();
  child.release(2026, 'tk');
  child.hear(2026, { state: 'unknown', why: 'timeout' });
  return child;
}

function say(child: Child, actor: EntitlementCommand['actor'], more: Partial<Resolve> = {}) {
  const body = { type: 'resolveUnknownPayment', schoolYear: 2026, issue: 1, finding: PAID, evidence: 'Rekening koran 2 Juli.' } as const;
  return child.give(actor, { ...body, ...more });
}

describe('a payment the bank stays silent about', () => {
  test('is settled when a second person reads the same on the statement, and paid when the payment has taken it', () => {
    const child = silent();
    expect(say(child, OFFICER)).toBeUndefined();
    expect(child.line(2026)).toMatchObject({ state: 'unknown', findings: [{ finding: PAID, by: OFFICER }] });
    expect(say(child, APPROVER)).toBeUndefined();
    expect(child.line(2026)).toMatchObject({ state: 'unknown', resolution: { ...PAID, maker: OFFICER.id, checker: APPROVER.id } });
    expect(say(child, { id: 'penyelia', role: 'supervisor' })).toMatchObject({ refused: 'not-allowed-in-status' });
    child.hear(2026, { state: 'confirmed', bankReference: 'KORAN-1', paidAt: child.at });
    expect(child.line(2026)).toMatchObject({ state: 'paid', bankReference: 'KORAN-1' });
    expect(child.line(2026)).not.toHaveProperty('resolution');
  });

  test('is not settled by one person alone, in whatever role, nor by two of whom none decides, nor by somebody outside', () => {
    const child = silent();
    say(child, OFFICER);
    expect(say(child, OFFICER)).toMatchObject({ refused: 'maker-is-checker' });
    expect(say(child, { id: OFFICER.id, role: 'supervisor' })).toMatchObject({ refused: 'maker-is-checker' });
    expect(say(child, SECOND_OFFICER)).toMatchObject({ refused: 'not-your-role' });
    expect(say(child, PARTNER)).toMatchObject({ refused: 'not-your-role' });
    expect(child.line(2026)).not.toHaveProperty('resolution');
  });

  test('is not settled by two people who read different things; each reading waits for its own second person', () => {
    const child = silent();
    say(child, OFFICER);
    say(child, APPROVER, { finding: UNPAID });
    say(child, APPROVER, { finding: { ...PAID, bankReference: 'KORAN-2' } });
    expect(child.line(2026)?.findings).toHaveLength(3);
    say(child, SECOND_OFFICER, { finding: UNPAID });
    expect(child.line(2026)?.resolution).toEqual({ ...UNPAID, maker: APPROVER.id, checker: SECOND_OFFICER.id });
  });

  test('needs evidence, the bank’s reference where it paid, and the order that is unknown now', () => {
    const child = silent();
    expect(say(child, OFFICER, { evidence: '  ' })).toMatchObject({ refused: 'invalid-command', rule: 'evidence' });
    expect(say(child, OFFICER, { finding: { outcome: 'paid', bankReference: ' ' } })).toMatchObject({ rule: 'bankReference' });
    expect(say(child, OFFICER, { issue: 2 })).toMatchObject({ refused: 'not-allowed-in-status' });
    expect(say(child, OFFICER, { schoolYear: 2027 })).toMatchObject({ refused: 'not-allowed-in-status' });
    const ordered = new Child();
    ordered.release(2026, 'tk');
    expect(say(ordered, OFFICER)).toMatchObject({ refused: 'not-allowed-in-status' });
  });

  test('and found unpaid goes out again only after two people have looked again, as another order', () => {
    const child = silent();
    say(child, OFFICER, { finding: UNPAID });
    say(child, APPROVER, { finding: UNPAID });
    child.hear(2026, { state: 'refused', reason: 'resolved-by-two-people' });
    expect(child.line(2026)).toMatchObject({ state: 'refused', remark: 'resolved-by-two-people' });
    child.give(OFFICER, { type: 'verifyProof', schoolYear: 2026, verdict: 'ok', level: 'tk' });
    child.give(APPROVER, { type: 'releaseYear', schoolYear: 2026, verdict: 'pay' });
    child.hear(2026, { state: 'unknown', why: 'timeout' });
    expect(child.line(2026)).toMatchObject({ state: 'unknown', payout: { issue: 2 } });
    expect(say(child, OFFICER)).toMatchObject({ refused: 'not-allowed-in-status' });
    expect(say(child, OFFICER, { issue: 2 })).toBeUndefined();
    expect(child.line(2026)?.findings).toHaveLength(1);
  });

  test('and the bank’s own word, should it come first, stands', () => {
    const child = silent();
    say(child, OFFICER, { finding: UNPAID });
    child.hear(2026, { state: 'confirmed', bankReference: 'BANK-9', paidAt: child.at });
    expect(say(child, APPROVER, { finding: UNPAID })).toMatchObject({ refused: 'not-allowed-in-status' });
    expect(child.line(2026)).toMatchObject({ state: 'paid', bankReference: 'BANK-9' });
  });
});
