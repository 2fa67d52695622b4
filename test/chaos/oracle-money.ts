import { ledgerAccount } from './desk.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import type { Finding } from './oracle.ts';
import { EXPECTED, PURSES, type Purse } from './stories.ts';

type Movement = { readonly account: string; readonly amount: number; readonly reference: string };

/** The sandbox bank's own book against what the law owes each family: no rupiah more, no rupiah less, and nobody else. */
export function judgeMoney({ ledger, claims, sourceAccount }: Evidence): readonly Finding[] {
  const movements = ledger.entries
    .filter(({ kind }) => kind !== 'opening')
    .flatMap(({ postings, partnerReferenceNo = 'none' }) =>
      postings
        .filter(({ account }) => account !== sourceAccount)
        .map((posting): Movement => ({ ...posting, reference: partnerReferenceNo })),
    );
  const byAccount = Map.groupBy(movements, ({ account }) => account);
  const known = new Set(claims.flatMap(({ story }) => PURSES.map((purse) => ledgerAccount(story, purse))));
  const strangers = [...byAccount.keys()].filter((account) => !known.has(account));
  return [
    ...claims.flatMap((claim) =>
      PURSES.flatMap((purse) => judgePurse(claim, purse, byAccount.get(ledgerAccount(claim.story, purse)) ?? [])),
    ),
    ...strangers.map(
      (account): Finding => ({ broken: 'duplicate', expected: 'nothing to accounts of no story', found: `money to ${account}` }),
    ),
    ...paidTwice(movements),
  ];
}

function judgePurse({ story, claimId }: ClaimEvidence, purse: Purse, movements: readonly Movement[]): readonly Finding[] {
  const owed = EXPECTED[story.kind].receives[purse] ?? 0;
  const received = movements.reduce((sum, { amount }) => sum + amount, 0);
  if (received === owed) return [];
  const transfers = movements.map(({ amount }) => amount).join(' + ') || 'nothing';
  const expected = `${owed} to the ${purse} of a story "${story.kind}"`;
  return [{ broken: received < owed ? 'lost' : 'duplicate', claimId, expected, found: `${transfers} = ${received}` }];
}

/** One order at the bank, one transfer that stands: whatever the accounts add up to. */
function paidTwice(movements: readonly Movement[]): readonly Finding[] {
  return [...Map.groupBy(movements, ({ reference }) => reference)].flatMap(([reference, all]): Finding[] => {
    const standing = all.reduce((count, { amount }) => count + Math.sign(amount), 0);
    return standing <= 1 ? [] : [{ broken: 'duplicate', expected: 'one transfer for an order', found: `${standing} for ${reference}` }];
  });
}
