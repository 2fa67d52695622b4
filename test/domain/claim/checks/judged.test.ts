import { CHECK_IDS, type CheckResult } from '#domain/claim/checks/checks.ts';
import { accountsToJudge, JUDGE_ACCOUNTS, staleChecks, withRenewed } from '#domain/claim/checks/judged.ts';
import type { ClaimState } from '#domain/claim/state.ts';

const payee = (accountRef: string) => ({ personId: 'pasangan', accountRef, holderMatch: 'match', maker: 'petugas-1' }) as const;

function checked(accounts: readonly string[] | undefined, payees: ClaimState['payees']): Pick<ClaimState, 'checks' | 'payees'> {
  const results = CHECK_IDS.map((check): CheckResult => {
    const judged = accounts !== undefined && JUDGE_ACCOUNTS.includes(check) ? { accounts } : {};
    return { check, result: 'pass', evidence: [], ...judged };
  });
  return { checks: { at: 1, results }, payees };
}

describe('a verdict is bound to the accounts it judged', () => {
  test.each<readonly [string, readonly string[] | undefined, ClaimState['payees'], readonly string[]]>([
    ['nobody named an account', [], {}, []],
    ['the account the family had declared is the one that was confirmed', ['a'], { heirs: payee('a') }, []],
    ['another account was confirmed', ['a'], { heirs: payee('b') }, ['account', 'fraud']],
    ['a second payee was named', ['a'], { heirs: payee('a'), fund: payee('b') }, ['account', 'fraud']],
    ['an account was lost and none is named', ['a'], {}, []],
    ['the results are of an older release', undefined, { heirs: payee('b') }, []],
  ])('%s', (_what, accounts, payees, stale) => {
    expect(staleChecks(checked(accounts, payees))).toEqual(stale);
    expect(accountsToJudge(checked(accounts, payees)) !== undefined).toBe(stale.length > 0);
  });

  test('before any check has run nothing is stale', () => {
    expect(staleChecks({ payees: { heirs: payee('a') } })).toEqual([]);
  });

  test('what is given again takes its place among the others', () => {
    const before = checked(['a'], {}).checks?.results ?? [];
    const fraud: CheckResult = { check: 'fraud', result: 'ask', evidence: [] };
    const after = withRenewed(before, [fraud]);
    expect(after.map(({ check }) => check)).toEqual(CHECK_IDS);
    expect(after.filter(({ result }) => result === 'ask')).toEqual([fraud]);
  });
});
