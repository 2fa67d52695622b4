import type { ClockId } from '#domain/time/clock/definitions.ts';
import { type ClockLedger, extendClock, openClock, pauseClock, resumeClock, stopClock } from '#domain/time/clock/ledger.ts';
import { isRunning, nextGeneration } from './clocks.ts';
import { withoutProposals } from './evolve-points.ts';
import type { Fact } from './facts.ts';
import type { ClaimState } from './state.ts';

type ClockFact = Extract<Fact, { type: `sla.${string}` }>;
type FactOf<T extends ClockFact['type']> = Extract<ClockFact, { type: T }>;

export function isClockFact(fact: Fact): fact is ClockFact {
  return fact.type.startsWith('sla.');
}

/** The one ledger: what started, stood still, was given more time or stopped, and which rungs were reached. Nothing derived is kept. */
export function evolveClocks(state: ClaimState, fact: ClockFact): ClaimState {
  switch (fact.type) {
    case 'sla.clock-started':
      return { ...state, clocks: [...state.clocks, openClock(fact.clock, nextGeneration(state, fact.clock), fact.startedAt)] };
    case 'sla.clock-stopped':
      return withRunning(state, [fact.clock], (ledger) => ({
        ...stopClock(ledger, fact.stoppedAt),
        ...(fact.heardAt === undefined ? {} : { heardAt: fact.heardAt, round: state.generation }),
        judgedBy: state.calendar,
      }));
    case 'sla.verdict-revised':
      return revise(state, fact);
    case 'sla.clock-paused':
      return pause(state, fact);
    case 'sla.clock-resumed': {
      const resumed = withRunning(state, fact.clocks, (ledger) => resumeClock(ledger, fact.ground, fact.resumedAt));
      return { ...resumed, holds: state.holds.filter(({ ground }) => ground !== fact.ground) };
    }
    case 'sla.clock-extended': {
      const { at, units, actor, reason: source } = fact;
      return withRunning(state, [fact.clock], (ledger) => extendClock(ledger, { at, units, actor: actor.role, source }));
    }
    case 'sla.calendar-changed':
      return { ...state, calendar: fact.calendar };
    case 'sla.rung-reached':
      return reach(state, fact);
    case 'sla.escalation-acknowledged': {
      const seen = { acknowledgedBy: fact.actor, acknowledgedAt: fact.at };
      return { ...state, rungs: state.rungs.map((rung) => (rung.key === fact.rungKey ? { ...rung, ...seen } : rung)) };
    }
  }
}

/** Only a calendar tells what was unknown; another instant of payment may lie as far beyond it. */
function revise(state: ClaimState, fact: FactOf<'sla.verdict-revised'>): ClaimState {
  const { clock, generation, stoppedAt, why } = fact;
  const isMeant = (one: { readonly clock: ClockId; readonly generation: number }): boolean =>
    one.clock === clock && one.generation === generation;
  const verdict = { stoppedAt, judgedBy: state.calendar, ...(why === 'paid-at' ? { heardAt: fact.at } : {}) };
  const clocks = state.clocks.map((ledger) => (isMeant(ledger) ? { ...ledger, ...verdict } : ledger));
  const { compensationUnknown, ...known } = state;
  const isAnswered = why === 'calendar' && compensationUnknown !== undefined && isMeant(compensationUnknown);
  return compensationUnknown && !isAnswered ? { ...known, compensationUnknown, clocks } : { ...known, clocks };
}

function pause(state: ClaimState, { ground, clocks, from, source, actor }: FactOf<'sla.clock-paused'>): ClaimState {
  const paused = withRunning(state, clocks, (ledger) => pauseClock(ledger, { ground, from, actor: actor.role, source }));
  const isKnown = state.holds.some((hold) => hold.ground === ground);
  const holds = isKnown ? state.holds : [...state.holds, { ground, since: from, by: actor, source }];
  return { ...withoutProposals(paused, `pause:${ground}`), holds };
}

function reach(state: ClaimState, fact: FactOf<'sla.rung-reached'>): ClaimState {
  const { rungKey: key, clock, dueAt, at: firedAt, tells, requires } = fact;
  const mustAcknowledge = requires.includes('acknowledge');
  const rung = { key, clock, dueAt, firedAt, tells, mustAcknowledge, movesToFront: requires.includes('move-to-front') };
  return { ...state, rungs: [...state.rungs, rung] };
}

function withRunning(state: ClaimState, clocks: readonly ClockId[], change: (ledger: ClockLedger) => ClockLedger): ClaimState {
  const isMeant = (ledger: ClockLedger): boolean => clocks.some((clock) => isRunning(ledger, clock));
  return { ...state, clocks: state.clocks.map((ledger) => (isMeant(ledger) ? change(ledger) : ledger)) };
}
