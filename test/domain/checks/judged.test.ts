import { CHECK_IDS, type CheckResult } from '#domain/checks/checks.ts';
import { judgedBy, printToJudge, staleChecks } from '#domain/checks/judged.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { TOLD_AT } from '../../api/claims-at.ts';

function checked(claim: ClaimState): ClaimState {
  const judged = judgedBy(claim);
  const results = CHECK_IDS.map((check): CheckResult => ({ check, result: 'pass', evidence: [], ...judged(check) }));
  return { ...claim, checks: { at: 1, results } };
}

describe('a verdict is bound to what it judged', () => {
  const claim = checked(TOLD_AT.verifying().claim);

  test('nothing changed: no verdict is stale, however the record orders its fields', () => {
    const reordered = Object.fromEntries(Object.entries(claim).reverse()) as ClaimState;
    expect([staleChecks(claim), staleChecks(reordered)]).toEqual([[], []]);
  });

  test.each<readonly [string, Partial<ClaimState>, readonly string[]]>([
    [
      'the payee confirmed another account',
      { payees: { heirs: { personId: 'pasangan', accountRef: 'lain', holderMatch: 'match', maker: 'petugas-1' } } },
      ['account', 'fraud'],
    ],
    ['another claim on the account was found', { relations: [{ what: 'same-account', claimId: 'STN-X' }] }, ['duplicate', 'fraud']],
    ['the programme was settled', { programme: 'jkk' }, ['contributions', 'heirs']],
    ['coverage was told anew', { memberships: [] }, ['contributions', 'duplicate', 'fraud']],
    ['a paper was waived', { waived: [{ paper: 'family-card', reason: 'hilang' }] }, []],
    ['the participant was born on another day', { participantBirthDate: '1980-02-29' as never }, ['duplicate', 'heirs']],
    ['a rung was reached', { seq: 999, updatedAt: 9, rungs: [] }, []],
  ])('%s', (_what, change, stale) => {
    expect(staleChecks({ ...claim, ...change })).toEqual(stale);
  });

  test('only where money would go is it given again at once, and once for each such place', () => {
    const other = { personId: 'pasangan', accountRef: 'lain', holderMatch: 'match', maker: 'petugas-1' } as const;
    expect(printToJudge({ ...claim, programme: 'jkk' })).toBeUndefined();
    const elsewhere = printToJudge({ ...claim, payees: { heirs: other } });
    expect(elsewhere).toBeDefined();
    expect(printToJudge({ ...claim, payees: { heirs: other }, programme: 'jkk' })).toBe(elsewhere);
    expect(printToJudge({ ...claim, payees: { heirs: { ...other, accountRef: 'ketiga' } } })).not.toBe(elsewhere);
  });

  test('a verdict of an older release does not say what it rests on, and is never called stale', () => {
    const results = (claim.checks?.results ?? []).map(({ judged: _none, ...result }) => result);
    expect(staleChecks({ ...claim, checks: { at: 1, results }, memberships: [] })).toEqual([]);
  });
});
