import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  allHandlersFinished,
  CancelledFailure,
  condition,
  type ExternalWorkflowHandle,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  patched,
  proxyActivities,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { checksCause, systemCause } from '#domain/cause.ts';
import { batchesOf } from '#domain/claim/bounds.ts';
import type { CheckId } from '#domain/claim/checks/checks.ts';
import { accountsToJudge, JUDGE_ACCOUNTS, withRenewed } from '#domain/claim/checks/judged.ts';
import { nextRungAt, rungFacts } from '#domain/claim/clocks.ts';
import type { Command } from '#domain/claim/commands.ts';
import { type Context, decideTogether } from '#domain/claim/decide.ts';
import { EDITION, type Edition, isSince } from '#domain/claim/edition.ts';
import { type ClaimEvent, receive } from '#domain/claim/events.ts';
import { evolve } from '#domain/claim/evolve.ts';
import type { Fact, PayoutOrdered } from '#domain/claim/facts.ts';
import { ordersInFlight } from '#domain/claim/payout-lines.ts';
import { type Effect, react } from '#domain/claim/react.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isChecked, isFinal } from '#domain/claim/statuses.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { CHECKING, RECORDING } from './lib/activity-options.ts';
import { type Accepted, type ClaimInput, exemptPayment, type PayoutInput, resolvePayment } from './messages.ts';
import { payoutWorkflowId } from './workflow-ids.ts';

const { recordFacts } = proxyActivities<Activities>(RECORDING);
const { runChecks } = proxyActivities<Activities>(CHECKING);

const RENEWED: readonly CheckId[] = [...JUDGE_ACCOUNTS, 'duplicate'];

/**
 * The state and the messages of one claim; claim.workflow.ts tells the story. Facts are folded at once, so that the next message is decided
 * on them, and become visible outside only when recorded, so that nobody is told yes before the journal knows.
 */
export class ClaimProcess {
  readonly #input: ClaimInput;
  #state: ClaimState | undefined;
  #calendar: CalendarPack;
  #pending: Fact[] = [];
  #recordedSeq: number;
  #checking = false;
  #checkWanted: boolean;
  /** Accounts the checks were last begun anew for: for the same there is no second run. */
  #renewedFor: string | undefined;
  #relationsJudged: number;
  /** Orders on record whose execution nobody may have started. Starting one that runs, or ran, changes nothing. */
  #owed: ReturnType<typeof ordersInFlight>;

  constructor(input: ClaimInput) {
    this.#input = input;
    this.#calendar = input.calendar;
    this.#checkWanted = input.state !== undefined && (input.handedOver?.checkWanted ?? true);
    this.#owed = input.state && !input.handedOver ? ordersInFlight(input.state) : [];
    this.#state = input.state;
    this.#relationsJudged = input.state?.relations?.length ?? 0;
    this.#recordedSeq = input.state?.seq ?? 0;
  }

  get state(): ClaimState | undefined {
    return this.#state;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0 || this.#owed.length > 0;
  }

  /** Final and on record: nothing is left to say. */
  get closed(): boolean {
    return this.#state !== undefined && isFinal(this.#state.status) && !this.hasPending;
  }

  /** The update's validator: a refusal here leaves no trace in the history. */
  assertAllowed(commands: readonly Command[]): void {
    // Validators do not run again in a replay, so what they meet is always new; and `patched` may not be asked in one.
    const decision = this.#decide(commands, EDITION);
    if (isRefusal(decision)) throw toFailure(decision);
  }

  async submit(commands: readonly Command[]): Promise<Accepted> {
    const decision = this.#decide(commands, this.#edition());
    if (isRefusal(decision)) throw toFailure(decision);
    this.#accept(decision);
    const state = this.#known();
    await condition(() => this.#recordedSeq >= state.seq);
    return { claimId: state.claimId, seq: state.seq, status: state.status };
  }

  receive(event: ClaimEvent): void {
    this.#accept(receive(this.#state, event, this.#context()));
    // Only what the claim has journalled counts from here on: an older calendar told late changes nothing.
    if (event.type === 'calendarChanged' && isOf(event.calendar, this.#known())) this.#calendar = event.calendar;
  }

  nextInstant(): number | undefined {
    return this.#state && !isFinal(this.#state.status) ? nextRungAt(this.#state, this.#context()) : undefined;
  }

  /** One turn: rungs that are due become facts, and everything pending goes out in one `record`. */
  async turn(alarmRang: boolean): Promise<void> {
    if (alarmRang) this.#accept(this.#dueRungs());
    if (this.#checkWanted) void this.#check();
    await this.#startOwed();
    const facts = this.#pending;
    if (facts.length === 0) return;
    this.#pending = [];
    await this.#record(facts);
    for (const effect of react(facts)) await this.#carryOut(effect);
    this.#renewVerdicts();
  }

  /** Many messages may have come at once, and Temporal takes no argument over its size. */
  async #record(facts: readonly Fact[]): Promise<void> {
    const batches = batchesOf(facts);
    const isSplit = batches.length > 1 && patched('2026-12-records-are-bounded');
    for (const batch of isSplit ? batches : [facts]) {
      await recordFacts({ claimId: this.#input.claimId, firstSeq: this.#recordedSeq + 1, facts: batch });
      this.#recordedSeq += batch.length;
    }
  }

  mayLeave(): boolean {
    return workflowInfo().continueAsNewSuggested && !this.hasPending && allHandlersFinished();
  }

  carryOver(): ClaimInput {
    const checkWanted = this.#checking || this.#checkWanted;
    return { ...this.#input, edition: EDITION, calendar: this.#calendar, state: this.#known(), handedOver: { checkWanted } };
  }

  #decide(commands: readonly Command[], edition: Edition): readonly Fact[] | Refusal {
    if (!this.#state) return refuse('not-allowed-in-status', 'Klaim ini belum terdaftar.', 'design.md section 3');
    return decideTogether(this.#state, commands, this.#context(edition));
  }

  #accept(facts: readonly Fact[]): void {
    for (const fact of facts) this.#state = evolve(this.#state, fact, this.#input.claimId);
    this.#pending.push(...facts);
  }

  #dueRungs(): readonly Fact[] {
    const context = this.#context();
    const { id, role } = SYSTEM_ACTOR;
    const cause = isSince(context, 2) ? systemCause('alarm') : 'alarm';
    return rungFacts(this.#known(), context).map((body) => ({ ...body, at: context.at, actor: { id, role }, cause }));
  }

  #context(edition = this.#edition()): Context {
    return { at: Date.now(), calendar: atBranch(this.#calendar, this.#state ?? {}), switches: this.#switches(), edition };
  }

  /** What the claim has on record goes before what this run was started with: two reports may meet while readings change. */
  #switches(): Partial<Switches> {
    return this.#state?.readings?.switches ?? this.#input.switches;
  }

  /** A run that began before there were editions comes to the new one with its first message after the change. */
  #edition(): Edition {
    return this.#input.edition ?? (patched('2026-12-editions') ? 2 : 1);
  }

  #known(): ClaimState {
    if (!this.#state) throw new Error(`claim ${this.#input.claimId} has no state yet`);
    return this.#state;
  }

  async #carryOut(effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'startPayout':
        await this.#startPayout(effect.payout);
        return;
      case 'resolvePayment':
        return this.#tellPayout(effect, (payment) => payment.signal(resolvePayment, effect.resolution));
      case 'exemptPayment':
        return this.#tellPayout(effect, (payment) => payment.signal(exemptPayment));
      case 'runChecks':
        this.#checkWanted = true;
        void this.#check();
        return;
    }
  }

  /**
   * Beside the claim, never in its way: neither a registry that is down nor the end of this run waits for them. What changes meanwhile is
   * checked again when this round is back.
   */
  async #check(): Promise<void> {
    if (this.#checking || !this.#checkWanted || !isChecked(this.#known().status)) return;
    await this.#runChecks();
    await this.#check();
  }

  /**
   * A verdict about where money goes is given again when that changes, or when another claim turns out to name the same account; also while
   * the second person looks.
   */
  #renewVerdicts(): void {
    const claim = this.#known();
    // The checks read the record: what is not on it yet they cannot have seen, and its turn comes back here.
    if (this.#checking || this.#pending.length > 0 || !(isChecked(claim.status) || claim.status === 'recommended')) return;
    const accounts = accountsToJudge(claim);
    const relations = claim.relations?.length ?? 0;
    if ((accounts === undefined || accounts === this.#renewedFor) && relations <= this.#relationsJudged) return;
    this.#renewedFor = accounts;
    this.#relationsJudged = relations;
    void this.#runChecks(RENEWED);
  }

  async #runChecks(only?: readonly CheckId[]): Promise<void> {
    this.#checking = true;
    if (!only) this.#checkWanted = false;
    const seq = this.#recordedSeq;
    const found = await runChecks({ claimId: this.#input.claimId, switches: this.#switches(), ...(only ? { only } : {}) });
    const checks = only ? withRenewed(this.#known().checks?.results ?? [], found) : found;
    const { id, role } = SYSTEM_ACTOR;
    const eventId = isSince(this.#context(), 2) ? checksCause(seq) : `checks:${seq}`;
    this.receive({ type: 'checksDone', eventId, actor: { id, role }, checks });
    this.#checking = false;
    // What partners told meanwhile begins all of them anew.
    if (only) await this.#check();
    this.#renewVerdicts();
  }

  async #startOwed(): Promise<void> {
    const owed = this.#owed;
    this.#owed = [];
    for (const payout of owed) await this.#startPayout(payout);
  }

  /**
   * A payout that has just come to its end hears nothing: its own word is on the way to the claim. One whose execution died is begun again
   * first, or what people said would be lost.
   */
  async #tellPayout(
    { payoutId, issue }: { readonly payoutId: string; readonly issue: number },
    tell: (payment: ExternalWorkflowHandle) => Promise<void>,
  ): Promise<void> {
    const payment = getExternalWorkflowHandle(payoutWorkflowId(payoutId, issue));
    try {
      await tell(payment);
    } catch (error) {
      if (error instanceof CancelledFailure) throw error;
      const order = ordersInFlight(this.#known()).find((one) => one.payoutId === payoutId && one.issue === issue);
      if (order && (await this.#startPayout(order))) await tell(payment);
    }
  }

  /** The payout outlives the claim and may already run from an earlier try: its id is its key. False when it does, or came to its end. */
  async #startPayout({ exempted, ...payout }: PayoutOrdered & { readonly exempted?: true }): Promise<boolean> {
    const input: PayoutInput = { claimId: this.#input.claimId, payout, ...(exempted ? { exempted } : {}) };
    try {
      await startChild('payout', {
        workflowId: payoutWorkflowId(payout.payoutId, payout.issue),
        taskQueue: this.#input.payoutsQueue,
        args: [input],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        // One that ended has told its end; only one that died begins again, and looks before it sends.
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      });
      return true;
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      return false;
    }
  }
}

function isOf({ id, version }: CalendarPack, { calendar }: ClaimState): boolean {
  return calendar.id === id && calendar.version === version;
}

function toFailure({ refused, text, rule }: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(text, refused, { refused, text, rule });
}
