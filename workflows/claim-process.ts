import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  ParentClosePolicy,
  proxyActivities,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { SYSTEM_ACTOR } from '#domain/actor.ts';
import { nextRungAt, rungFacts } from '#domain/claim/clocks.ts';
import type { Command } from '#domain/claim/commands.ts';
import { type Context, decide } from '#domain/claim/decide.ts';
import { type ClaimEvent, receive } from '#domain/claim/events.ts';
import { evolve } from '#domain/claim/evolve.ts';
import type { Fact, PayoutOrdered } from '#domain/claim/facts.ts';
import { react } from '#domain/claim/react.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { RECORDING } from './lib/activity-options.ts';
import type { Accepted, ClaimInput, PayoutInput } from './messages.ts';
import { payoutWorkflowId } from './workflow-ids.ts';

const { recordFacts } = proxyActivities<Activities>(RECORDING);

/**
 * The state and the messages of one claim; claim.workflow.ts tells the story. Facts are folded at once, so that the next message is decided
 * on them, and become visible outside only when recorded, so that nobody is told yes before the journal knows.
 */
export class ClaimProcess {
  readonly #input: ClaimInput;
  #state: ClaimState | undefined;
  #pending: Fact[] = [];
  #recordedSeq: number;

  constructor(input: ClaimInput) {
    this.#input = input;
    this.#state = input.state;
    this.#recordedSeq = input.state?.seq ?? 0;
  }

  get state(): ClaimState | undefined {
    return this.#state;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Final and on record: nothing is left to say. */
  get closed(): boolean {
    return this.#state !== undefined && isFinal(this.#state.status) && !this.hasPending;
  }

  /** The update's validator: a refusal here leaves no trace in the history. */
  assertAllowed(command: Command): void {
    const decision = this.#decide(command);
    if (isRefusal(decision)) throw toFailure(decision);
  }

  async submit(command: Command): Promise<Accepted> {
    const decision = this.#decide(command);
    if (isRefusal(decision)) throw toFailure(decision);
    this.#accept(decision);
    const state = this.#known();
    await condition(() => this.#recordedSeq >= state.seq);
    return { claimId: state.claimId, seq: state.seq, status: state.status };
  }

  receive(event: ClaimEvent): void {
    this.#accept(receive(this.#state, event, this.#context()));
  }

  nextInstant(): number | undefined {
    return this.#state && !isFinal(this.#state.status) ? nextRungAt(this.#state, this.#context()) : undefined;
  }

  /** One turn: rungs that are due become facts, and everything pending goes out in one `record`. */
  async turn(alarmRang: boolean): Promise<void> {
    if (alarmRang) this.#accept(this.#dueRungs());
    const facts = this.#pending;
    if (facts.length === 0) return;
    this.#pending = [];
    await recordFacts({ claimId: this.#input.claimId, firstSeq: this.#recordedSeq + 1, facts });
    this.#recordedSeq += facts.length;
    for (const effect of react(facts)) await this.#startPayout(effect.payout);
  }

  mayLeave(): boolean {
    return workflowInfo().continueAsNewSuggested && !this.hasPending && allHandlersFinished();
  }

  carryOver(): ClaimInput {
    return { ...this.#input, state: this.#known() };
  }

  #decide(command: Command): readonly Fact[] | Refusal {
    if (!this.#state) return refuse('not-allowed-in-status', 'Klaim ini belum terdaftar.', 'design.md section 3');
    return decide(this.#state, command, this.#context());
  }

  #accept(facts: readonly Fact[]): void {
    for (const fact of facts) this.#state = evolve(this.#state, fact, this.#input.claimId);
    this.#pending.push(...facts);
  }

  #dueRungs(): readonly Fact[] {
    const context = this.#context();
    const { id, role } = SYSTEM_ACTOR;
    return rungFacts(this.#known(), context).map((body) => ({ ...body, at: context.at, actor: { id, role }, cause: 'alarm' }));
  }

  #context(): Context {
    return { at: Date.now(), calendar: this.#input.calendar, switches: this.#input.switches };
  }

  #known(): ClaimState {
    if (!this.#state) throw new Error(`claim ${this.#input.claimId} has no state yet`);
    return this.#state;
  }

  /** The payout outlives the claim and may already run from an earlier try: its id is its key. */
  async #startPayout(payout: PayoutOrdered): Promise<void> {
    const input: PayoutInput = { claimId: this.#input.claimId, payout };
    try {
      await startChild('payout', {
        workflowId: payoutWorkflowId(payout.payoutId, payout.issue),
        taskQueue: this.#input.payoutsQueue,
        args: [input],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}

function toFailure({ refused, text, rule }: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(text, refused, { refused, text, rule });
}
