import type { Command, CommandBody } from '#domain/claim/commands.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { Fact, PayoutOrdered } from '#domain/claim/facts.ts';
import type { Effect } from '#domain/claim/react.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import type { Build } from './build.ts';
import { MODEL_NOW } from './run.ts';
import { Table } from './table.ts';
import type { Flow, World } from './world.ts';

type Step = { readonly claim: number; readonly effects: readonly Effect[]; readonly approved: number };
/** Who said what; what is said may depend on what was said before it. */
export type Said = readonly [ActorRef, CommandBody | ((claim: ClaimState) => CommandBody)];

const CONTEXT = { at: MODEL_NOW, calendar: NTT_2026, switches: {} };

/** The claim as the product decides, folds and reacts; time stands still, so that equal claims are equal. */
export class Claims {
  readonly orders = new Table<PayoutOrdered>();
  readonly signals = new Table<{ readonly name: string; readonly value: unknown }>();
  /** Lines in the order in which they were first ordered. */
  readonly lines = new Table<string>();
  readonly #states = new Table<ClaimState>();
  readonly #steps = new Map<string, Step | undefined>();
  readonly #build: Build;

  constructor(build: Build) {
    this.#build = build;
  }

  add(state: ClaimState): number {
    return this.#states.numberOf(canonical(state));
  }

  state(claim: number): ClaimState {
    return this.#states.valueOf(claim);
  }

  hear(claim: number, event: ClaimEvent): Step {
    const step = this.#once(`${claim} ${event.eventId} ${JSON.stringify(event)}`, () => {
      const facts = this.#build('domain/claim/events.ts').receive(this.state(claim), event, CONTEXT);
      return this.#after(this.state(claim), facts);
    });
    return step ?? { claim, effects: [], approved: 0 };
  }

  /** What one or more people said, one after the other; undefined when any of it is refused. */
  say(claim: number, label: string, said: () => readonly Said[]): Step | undefined {
    return this.#once(`${claim} ${label}`, () => {
      let state = this.state(claim);
      const all: Fact[] = [];
      for (const [index, [actor, words]] of said().entries()) {
        const body = typeof words === 'function' ? words(state) : words;
        const facts = this.#build('domain/claim/decide.ts').decide(
          state,
          { ...body, expectedSeq: state.seq, actor, commandId: `k${index}` } as Command,
          CONTEXT,
        );
        if (isRefusal(facts)) return undefined;
        state = this.#build('domain/claim/evolve.ts').fold(state.claimId, facts, state) ?? state;
        all.push(...facts);
      }
      return this.#after(this.state(claim), all);
    });
  }

  /** The world in which the claim has done so, and has started what follows from it. */
  apply(world: World, { claim, effects, approved }: Step): World {
    let next: World = { ...world, claim, approved: Math.max(world.approved, approved) };
    for (const effect of effects) {
      if (effect.type === 'startPayout') next = this.#start(next, effect.payout);
      if (effect.type !== 'resolvePayment') continue;
      const hears = this.signals.numberOf({ name: 'resolvePayment', value: effect.resolution });
      const isMeant = ({ order }: Flow) => this.#isOrder(order, effect);
      next = { ...next, flows: next.flows.map((flow) => (isMeant(flow) ? { ...flow, hears } : flow)) };
    }
    return next;
  }

  #isOrder(order: number, { payoutId, issue }: { readonly payoutId: string; readonly issue: number }): boolean {
    const known = this.orders.valueOf(order);
    return known.payoutId === payoutId && known.issue === issue;
  }

  #start(world: World, payout: PayoutOrdered): World {
    this.lines.numberOf(payout.payoutId);
    const order = this.orders.numberOf(payout);
    if (world.orders.includes(order)) return world;
    const flows = [...world.flows, { order }].toSorted((a, b) => a.order - b.order);
    return { ...world, orders: [...world.orders, order].toSorted((a, b) => a - b), flows };
  }

  #after(before: ClaimState, facts: readonly Fact[]): Step {
    const state = this.#build('domain/claim/evolve.ts').fold(before.claimId, facts, before) ?? before;
    const approved = facts.reduce((most, fact) => (fact.type === 'claim.approved' ? Math.max(most, fact.total) : most), 0);
    return { claim: this.add(state), effects: this.#build('domain/claim/react.ts').react(facts), approved };
  }

  #once(text: string, make: () => Step | undefined): Step | undefined {
    if (this.#steps.has(text)) return this.#steps.get(text);
    const step = make();
    this.#steps.set(text, step);
    return step;
  }
}

/** Without what only counts, dates or answers for time: of the past, a claim needs to know which news of payments it has heard. */
function canonical(state: ClaimState): ClaimState {
  const causes = state.causes.filter((cause) => state.payouts.some(({ payoutId }) => cause.startsWith(`bank/${payoutId}`)));
  const clocks = state.clocks.filter(({ clock }) => clock.endsWith('-legal'));
  return { ...state, seq: 0, causes: causes.toSorted(), clocks };
}
