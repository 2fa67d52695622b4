import { maySeeMoney } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { toIso } from '#domain/calendar/instant.ts';
import { toLocal } from '#domain/calendar/zone.ts';
import { ACTIONS, refusalFor } from '#domain/claim/actions.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import type { CommandType } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { clockDefinition } from '#domain/clock/definitions.ts';
import type { ClockLedger } from '#domain/clock/ledger.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import { text } from '#locales/text.ts';
import { whoActs } from './ball.ts';
import { calendarOf, toClockView } from './clock-view.ts';
import type { ApiDeps } from './endpoint.ts';

export type ClaimView = Awaited<ReturnType<typeof toClaimView>>;

/** The claim as this person sees it: derived dates, what may be done next, money only for those who decide on it. */
export async function toClaimView(claim: ClaimState, actor: Actor, { stores, now }: Pick<ApiDeps, 'stores' | 'now'>) {
  const asOf = now();
  const calendar = await calendarOf(claim, stores);
  const { missing } = checklistOf(claim, toLocal(asOf, calendar.zone).day, {});
  return {
    claimId: claim.claimId,
    status: claim.status,
    statusText: text(`status.${claim.status}`),
    holder: text(`ball.${whoActs(claim.status, missing)}`),
    eventOn: claim.eventOn,
    reportedAt: toIso(claim.reportedAt),
    updatedAt: toIso(claim.updatedAt),
    institutionId: claim.institutionId,
    branchId: claim.branchId,
    seq: claim.seq,
    now: toIso(asOf),
    papers: claim.papers.map(({ sha256: _hash, ...paper }) => paper),
    missing,
    requested: claim.requested,
    paidAt: claim.payouts.flatMap(({ settledAt }) => (settledAt === undefined ? [] : [toIso(settledAt)])),
    clocks: clocksFor(actor, claim).map((ledger) => toClockView(ledger, calendar, asOf)),
    allowed: allowedFor(claim, actor),
    ...(maySeeMoney(actor) ? decisionsOf(claim) : {}),
  };
}

/** What only people of BPJS Ketenagakerjaan see: the family as established, the cause, the points and the money. */
function decisionsOf(claim: ClaimState) {
  const { programme, people, heirs, points, recommendation } = claim;
  return {
    programme,
    people,
    heirs,
    payees: Object.entries(claim.payees).map(([payeeClass, { personId, holderMatch }]) => ({ payeeClass, personId, holderMatch })),
    points,
    recommendation,
    payouts: claim.payouts.map(({ accountRef: _ref, ...payout }) => payout),
    rungs: claim.rungs,
  };
}

/** Our own response times are told to nobody outside: nobody outside was promised them. */
export function clocksFor(actor: Actor, { clocks }: Pick<ClaimState, 'clocks'>): readonly ClockLedger[] {
  if (maySeeMoney(actor)) return clocks;
  return clocks.filter((ledger) => clockDefinition(ledger.clock, withSwitches()).kind !== 'ours');
}

/** Which commands this person may give now; for the others, the sentence their disabled button shows. */
function allowedFor(claim: ClaimState, actor: Actor): Record<string, true | string> {
  const commands = Object.keys(ACTIONS[claim.status]) as CommandType[];
  return Object.fromEntries(commands.map((command) => [command, refusalFor(claim, actor, command)?.text ?? true]));
}
