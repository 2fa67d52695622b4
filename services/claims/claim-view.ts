import { maySeeMoney } from '#domain/access.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import { checklistOf, claimTypeOf } from '#domain/claim/checklist.ts';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import type { Proposal } from '#domain/claim/parts.ts';
import { isLateCompensation } from '#domain/claim/payout-lines.ts';
import { withSecondPerson } from '#domain/claim/proposals.ts';
import { rupiahAtRisk } from '#domain/claim/reports/at-risk.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { Actor } from '#domain/people/actor.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { GROUND_RULES } from '#domain/time/clock/grounds.ts';
import { packFor } from '#domain/time/clock/judged-by.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { text } from '#locales/text.ts';
import { payeesOf } from '#services/accounts/payee-view.ts';
import type { Needs } from '#services/deps.ts';
import { toLateNewsView } from '#services/news/late-news-view.ts';
import { toMembershipNewsView } from '#services/news/waiting-news-view.ts';
import { type PayoutWait, waitsOf } from '#services/payments/freeze-view.ts';
import { checksSummary } from './checks-view.ts';
import { asOfFor, calendarOf, earlierCalendarsOf, toClockView } from './clock-view.ts';
import { eventOf } from './event-view.ts';
import { partiesFor, standingOf } from './party-view.ts';
import { whoActs } from './who-acts.ts';

export type ClaimView = Awaited<ReturnType<typeof toClaimView>>;

/** What telling somebody about a claim touches. */
export type ViewNeeds = Needs<'calendars' | 'freezes' | 'accounts' | 'membershipNews' | 'lateEvents' | 'claims', 'now' | 'timeMachine'>;

/** The claim as this person sees it: derived dates, what may be done next, money only for those who decide on it. */
export async function toClaimView(claim: ClaimState, actor: Actor, deps: ViewNeeds) {
  const asOf = asOfFor(claim, deps);
  const calendar = await calendarOf(claim, deps.stores);
  const earlier = await earlierCalendarsOf(claim, deps.stores);
  const { missing } = checklistOf(claim, toLocal(asOf, calendar.zone).day, {});
  return {
    claimId: claim.claimId,
    status: claim.status,
    statusText: text(`status.${claim.status}`),
    holder: text(`ball.${whoActs(claim.status, missing)}`),
    generation: claim.generation,
    kind: claim.kind,
    eventOn: claim.eventOn,
    ...(claim.diedOn === undefined ? {} : { diedOn: claim.diedOn }),
    ...(claim.accident === undefined ? {} : { accident: accidentOf(claim.accident) }),
    ...standingOf(claim, actor),
    updatedAt: toIso(claim.updatedAt),
    seq: claim.seq,
    now: toIso(asOf),
    ...partiesFor(claim, actor),
    missing,
    waived: claim.waived.map(({ paper }) => paper),
    holds: claim.holds.map(({ ground, since }) => toHoldView(ground, since)),
    paidAt: claim.payouts.flatMap(({ state, settledAt }) => (state === 'confirmed' && settledAt !== undefined ? [toIso(settledAt)] : [])),
    clocks: clocksFor(actor, claim).map((ledger) => toClockView(ledger, packFor(ledger, calendar, earlier), asOf)),
    allowed: allowedFor(claim, actor),
    ...(maySeeMoney(actor)
      ? {
          ...decisionsOf(claim, actor, await waitsOf(claim, deps.stores, deps.now())),
          payees: await payeesOf(claim, deps.stores.accounts),
          risk: rupiahAtRisk(claim, calendar, asOf),
          late: lateOf(claim),
          membershipNews: (await deps.stores.membershipNews.of(claim.participantId)).map(toMembershipNewsView),
          lateNews: await lateNewsOf(claim, deps.stores),
          ...(claim.compensationUnknown === undefined ? {} : { lateUnknown: text('incident.compensation-unknown') }),
        }
      : {}),
  };
}

/** What only people of BPJS Ketenagakerjaan see: the family as established, the cause, the injury, the points and the money. */
function decisionsOf(claim: ClaimState, actor: Actor, waits: ReadonlyMap<string, PayoutWait>) {
  const { programme, people, heirs, points, recommendation, treatment, injury, waived } = claim;
  const checks = checksSummary(claim);
  return {
    type: claimTypeOf(claim),
    programme,
    people,
    heirs,
    ...(treatment === undefined ? {} : { treatment: { outcome: treatment.outcome, on: toIso(treatment.on) } }),
    ...(injury === undefined ? {} : { injury }),
    points,
    recommendation,
    payouts: claim.payouts.map(({ accountRef: _ref, ...payout }) => {
      const wait = waits.get(payout.payoutId);
      return { ...payout, stateText: text(`payout.${payout.state}`), ...(wait ? { wait } : {}) };
    }),
    event: eventOf(claim),
    rungs: claim.rungs,
    waivers: waived,
    holdSources: claim.holds.map(({ ground, by, source }) => ({ ground, by, source })),
    proposals: Object.entries(claim.proposals).map(([key, { by, at, proposal }]) => ({
      key,
      by,
      at: toIso(at),
      proposal,
      maySecond: maySecond(claim, actor, proposal),
    })),
    ...(checks === undefined ? {} : { checks }),
  };
}

/** What was told after its end, settled or not. */
async function lateNewsOf({ claimId }: ClaimState, stores: Needs<'lateEvents' | 'claims'>['stores']) {
  return Promise.all((await stores.lateEvents.ofClaim(claimId)).map((late) => toLateNewsView(late, stores)));
}

/** Compensation for lateness stands beside the benefit, never in its total: what was calculated, how many days, and where its payment stands. */
function lateOf({ payouts }: ClaimState) {
  return payouts.filter(isLateCompensation).map(({ payoutId, payeeClass, amount, lateDays, state }) => ({
    payoutId,
    payeeClass,
    amount,
    lateDays,
    state,
    stateText: text(`payout.${state}`),
  }));
}

const COMMAND_OF = {
  pause: 'pauseClock',
  revocation: 'revokeCompleteness',
  release: 'releasePayout',
  finding: 'resolveUnknownPayout',
  exemption: 'exemptPayout',
  withdrawal: 'withdraw',
} as const satisfies Record<Proposal['type'], CommandType>;

/** Whether this person may be the second one; otherwise the sentence its disabled button shows. */
function maySecond(claim: ClaimState, actor: Actor, proposal: Proposal): true | string {
  const refusal = refusalFor(claim, actor, COMMAND_OF[proposal.type]);
  if (refusal) return refusal.text;
  const answer = withSecondPerson(claim, actor, proposal);
  return 'refused' in answer ? answer.text : true;
}

function toHoldView(ground: ClaimState['holds'][number]['ground'], since: Instant) {
  const { label, awaits, usualDays } = GROUND_RULES[ground];
  return { ground, label, awaits, usualDays, since: toIso(since) };
}

function accidentOf({ happenedAt, suspected, stageOneAt }: NonNullable<ClaimState['accident']>) {
  return { happenedAt: toIso(happenedAt), suspected, ...(stageOneAt === undefined ? {} : { stageOneAt: toIso(stageOneAt) }) };
}

/** Our own response times are told to nobody outside: nobody outside was promised them. */
export function clocksFor(actor: Actor, { clocks }: Pick<ClaimState, 'clocks'>): readonly ClockLedger[] {
  if (maySeeMoney(actor)) return clocks;
  return clocks.filter((ledger) => clockDefinition(ledger.clock, withSwitches()).kind !== 'ours');
}

/** Of every command whether this person may give it now; if not, the sentence its disabled button shows. */
function allowedFor(claim: ClaimState, actor: Actor): Record<CommandType, true | string> {
  const answers = COMMAND_TYPES.map((command) => [command, refusalFor(claim, actor, command)?.text ?? true] as const);
  return Object.fromEntries(answers) as Record<CommandType, true | string>;
}
