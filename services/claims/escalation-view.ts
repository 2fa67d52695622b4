import type { OpenRung } from '#adapters/mongo/claims-store.ts';
import type { ClaimState, RungState } from '#domain/claim/state.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { lateAmount } from '#domain/time/clock/late.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { text } from '#locales/text.ts';
import { type ClockRow, toClockRow } from './clock-view.ts';

/** An escalation in a list: whose claim, which deadline, since when it waits for an answer, and what the delay costs by now. */
export function toEscalationRow({ claim, rung }: OpenRung, calendar: CalendarPack, asOf: Instant) {
  const ledger = ledgerOf(claim, rung);
  const clock = ledger && toClockRow(ledger, calendar, asOf);
  return {
    claimId: claim.claimId,
    rungKey: rung.key,
    audience: rung.tells.map((one) => ({ audience: one, text: text(`audience.${one}`) })),
    clock: rung.clock,
    label: clockDefinition(rung.clock, withSwitches()).label,
    dueAt: toIso(rung.dueAt),
    since: toIso(rung.firedAt),
    status: claim.status,
    statusText: text(`status.${claim.status}`),
    institutionId: claim.institutionId,
    branchId: claim.branchId,
    ...(clock === undefined ? {} : { state: clock.state, standing: clock.standing, ...latenessOf(clock, claim) }),
  };
}

/** Whether a clock that still runs has warned whoever holds the claim. */
export function isWarned(claim: ClaimState): boolean {
  return claim.rungs.some((rung) => rung.tells.includes('holder') && ledgerOf(claim, rung)?.stoppedAt === undefined);
}

/** A rung belongs to one clock of one generation: `clock:generation:rung`. */
function ledgerOf({ clocks }: Pick<ClaimState, 'clocks'>, { key, clock }: RungState): ClockLedger | undefined {
  return clocks.find((ledger) => ledger.clock === clock && key.startsWith(`${clock}:${ledger.generation}:`));
}

/** Only the law prices its own limits; before an amount is recommended nobody knows the price. */
function latenessOf(row: ClockRow, { recommendation }: ClaimState): { readonly lateDays?: number; readonly latePrice?: number } {
  if (row.state === 'unknown') return {};
  const isPriced = row.clock === 'jkm-legal' || row.clock === 'jkk-legal';
  const price = isPriced && recommendation?.outcome === 'pay' ? { latePrice: lateAmount(recommendation.total, row.lateDays) } : {};
  return { lateDays: row.lateDays, ...price };
}
