import type { ClaimState } from '#domain/claim/state.ts';

/** Who paid the contributions of the coverage that held on the day of the event; of several, all, by name. */
export function payersOf({ memberships, eventOn }: Pick<ClaimState, 'memberships' | 'eventOn'>): readonly string[] {
  const held = memberships.filter(
    ({ memberSince, lapsedUntilRejoined }) =>
      memberSince <= eventOn && (lapsedUntilRejoined === undefined || lapsedUntilRejoined <= eventOn),
  );
  const payers = (held.length > 0 ? held : memberships).map(({ payer }) => payer);
  return [...new Set(payers)].toSorted();
}
