import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import type { ClockLedger } from './ledger.ts';

/** The calendar a clock is read by: the claim's own while it runs, and once it has stopped the one its verdict was given by. */
export function packFor(
  { judgedBy }: Pick<ClockLedger, 'judgedBy'>,
  current: CalendarPack,
  earlier: readonly CalendarPack[],
): CalendarPack {
  if (!judgedBy) return current;
  return earlier.find(({ id, version }) => id === judgedBy.id && version === judgedBy.version) ?? current;
}

/** Versions, besides the current one, that verdicts of these clocks were given by; each once. */
export function earlierVersions(
  clocks: readonly Pick<ClockLedger, 'judgedBy'>[],
  current: { readonly id: string; readonly version: number },
): readonly { readonly id: string; readonly version: number }[] {
  const named = clocks.flatMap(({ judgedBy }) => (judgedBy ? [judgedBy] : []));
  const others = named.filter(({ id, version }) => id !== current.id || version !== current.version);
  return [...new Map(others.map((one) => [`${one.id}:${one.version}`, one])).values()];
}
