import { canonical } from '../canonical.ts';
import type { ClaimState } from '../claim/state.ts';
import { sha256Hex } from '../payout/sha256.ts';
import type { CheckId, CheckResult } from './checks.ts';

type Part = keyof ClaimState;

const EVENT = ['kind', 'eventOn', 'diedOn'] as const satisfies readonly Part[];
const PEOPLE = ['readinessFileId', 'participantBirthDate'] as const satisfies readonly Part[];

/**
 * What of the claim a check looks at, where people change it at the desk. What partners and registries tell begins all checks anew by itself
 * (claim/react.ts), and the checklist is computed whenever it is shown. Running claims act on these prints: a row changes only under another
 * EDITION (docs/changing-a-workflow.md).
 */
const LOOKS_AT: Readonly<Partial<Record<CheckId, readonly Part[]>>> = {
  contributions: ['eventOn', 'memberships', 'kind', 'programme'],
  duplicate: ['kind', 'eventOn', 'memberships', 'relations', ...PEOPLE],
  heirs: [...EVENT, 'programme', 'people', 'heirs', ...PEOPLE],
  account: ['kind', 'payees', 'readinessFileId'],
  fraud: [...EVENT, 'memberships', 'payees', 'relations', 'readinessFileId'],
};
const EDITION = '1';
/** Where money would go: given again as soon as that changes. The others are given with them, since every claim that pays names an account. */
const GIVEN_AGAIN: readonly CheckId[] = ['account', 'duplicate', 'fraud'];

/** A print of what a check rests on, short enough for the journal; nothing for those that are always given again. */
export function judgedBy(claim: ClaimState): (check: CheckId) => { readonly judged?: string } {
  return (check) => {
    const parts = LOOKS_AT[check];
    return parts === undefined
      ? {}
      : { judged: `${EDITION}:${sha256Hex(parts.map((part) => partPrint(claim[part])).join()).slice(0, 16)}` };
  };
}

/** Parts of a state are never changed, only replaced: what was printed once is not printed again at every turn of a claim. */
const PRINTS = new WeakMap<object, string>();

function partPrint(part: unknown): string {
  if (typeof part !== 'object' || part === null) return String(part);
  const known = PRINTS.get(part) ?? sha256Hex(canonical(part)).slice(0, 8);
  PRINTS.set(part, known);
  return known;
}

/** Verdicts about something that is no longer so. Those of older releases, or of another edition, do not say what they rest on. */
export function staleChecks(claim: ClaimState): readonly CheckId[] {
  const printed = (claim.checks?.results ?? []).filter(isPrinted);
  if (printed.length === 0) return [];
  const now = judgedBy(claim);
  return printed.filter(({ check, judged }) => judged !== now(check).judged).map(({ check }) => check);
}

/** What a stale verdict must be given again for; undefined while money would go where it was judged to go. */
export function printToJudge(claim: ClaimState): string | undefined {
  if (!staleChecks(claim).some((check) => GIVEN_AGAIN.includes(check))) return undefined;
  const now = judgedBy(claim);
  return GIVEN_AGAIN.map((check) => now(check).judged).join();
}

function isPrinted({ judged }: CheckResult): boolean {
  return judged?.startsWith(`${EDITION}:`) === true;
}
