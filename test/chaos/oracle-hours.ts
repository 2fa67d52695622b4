import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import type { Finding } from './oracle.ts';

/** The bank tells its hours in whole seconds, cut off. */
const SECOND_MS = 1_000;
const LEGAL: readonly string[] = ['jkm-legal', 'jkk-legal'];

/** When the family had its money is when the bank's book says so, however much later anybody heard of it; and the legal clock stopped then. */
export function judgeHours({ ledger, claims }: Evidence): readonly Finding[] {
  const booked = new Map(
    ledger.entries.flatMap(({ kind, bankReference, at }) =>
      kind === 'transfer' && bankReference !== undefined ? [[bankReference, Date.parse(at)] as const] : [],
    ),
  );
  return claims.flatMap((claim) => (claim.record ? [...judgePayments(claim, claim.record, booked), ...judgeClock(claim.record)] : []));
}

function judgePayments({ claimId, payouts }: ClaimEvidence, record: ClaimState, booked: ReadonlyMap<string, number>): readonly Finding[] {
  return record.payouts.flatMap(({ payoutId, state, settledAt, bankReference }): Finding[] => {
    if (state !== 'confirmed') return [];
    const at = booked.get(bankReference ?? '');
    // Money that is not in the book is for the judge of money.
    if (at === undefined) return [];
    const document = payouts.find(({ _id }) => _id === payoutId);
    const latest = document && isHeardByAsking(document) ? at : document?.log.at(-1)?.at;
    const isThen = settledAt !== undefined && settledAt >= at - (at % SECOND_MS) && settledAt <= (latest ?? at);
    return isThen ? [] : [{ broken: 'hour', claimId, expected: `${payoutId} paid at ${iso(at)}`, found: iso(settledAt) }];
  });
}

/** After the last send nobody answered; so it was the bank's word to a later question that told of the payment, and its hour. */
function isHeardByAsking({ log }: PayoutDocument): boolean {
  const told = log.findLast(({ event }) => event.type === 'sending-begun' || event.type === 'fell-silent');
  return told?.event.type === 'fell-silent';
}

function judgeClock({ claimId, status, clocks, payouts }: ClaimState): readonly Finding[] {
  const legal = clocks.findLast(({ clock }) => LEGAL.includes(clock));
  if (status !== 'closed' || !legal) return [];
  const last = Math.max(
    ...payouts.flatMap(({ state, settledAt }) => (state === 'confirmed' && settledAt !== undefined ? [settledAt] : [])),
  );
  if (legal.stoppedAt === last) return [];
  return [{ broken: 'hour', claimId, expected: `${legal.clock} stopped at ${iso(last)}`, found: iso(legal.stoppedAt) }];
}

function iso(at: number | undefined): string {
  return at === undefined || !Number.isFinite(at) ? 'never' : new Date(at).toISOString();
}
