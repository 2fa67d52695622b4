import type { ClaimState } from '#domain/claim/state.ts';
import type { CheckId, CheckResult } from './checks.ts';

/**
 * The checks about where money would go say which accounts they judged. Another account named later makes them stale: running claims give
 * them again then, so this rule changes only with a patch (docs/changing-a-workflow.md). What partners and registries tell begins all checks
 * anew by itself (claim/react.ts), amounts are computed again at approval, and the checklist whenever it is shown.
 */
export const JUDGE_ACCOUNTS: readonly CheckId[] = ['account', 'fraud'];

/** Verdicts about other accounts than the claim names now. Those of older releases do not say what they rest on. */
export function staleChecks({ checks, payees }: Pick<ClaimState, 'checks' | 'payees'>): readonly CheckId[] {
  const named = Object.values(payees).map(({ accountRef }) => accountRef);
  const isStale = ({ accounts }: CheckResult): boolean => accounts !== undefined && named.some((ref) => !accounts.includes(ref));
  return (checks?.results ?? []).filter(isStale).map(({ check }) => check);
}

/** What stale verdicts must be given again for; undefined while money would go where it was judged to go. */
export function accountsToJudge(claim: Pick<ClaimState, 'checks' | 'payees'>): string | undefined {
  if (staleChecks(claim).length === 0) return undefined;
  return Object.entries(claim.payees)
    .map(([payeeClass, { accountRef }]) => `${payeeClass}:${accountRef}`)
    .join();
}

/** The latest verdict of each check, in their order. */
export function withRenewed(before: readonly CheckResult[], renewed: readonly CheckResult[]): readonly CheckResult[] {
  return before.map((one) => renewed.find(({ check }) => check === one.check) ?? one);
}
