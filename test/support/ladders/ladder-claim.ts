import { ownTime } from '#adapters/temporal/time-skipping.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import type { ClaimEventBody } from '#domain/claim/events.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { Accident } from '#domain/claim/parts.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { CLAIM_WORKFLOW, type ClaimInput } from '#workflows/messages.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { deathEvent } from '../../factories/death-event.ts';
import { paper, type Story } from '../../factories/people.ts';
import { storyBefore, storyOf } from '../../factories/story.ts';
import { APPROVER, OFFICER, recorded, submitSeen } from '../people-at-work.ts';
import { realNow } from '../real-clock.ts';
import { freshClaimId } from '../stack.ts';
import { fastForward } from '../time-skipping.ts';
import { until } from '../until.ts';
import type { World } from '../world.ts';
import type { Lebaran } from './lebaran.ts';
import { ringingEnds } from './ringing.ts';

const REPORTER = { id: 'staf-1', role: 'machine', institution: 'bpr-contoh' } as const;
type Registration = Extract<ClaimEventBody, { type: 'deathReported' }>['registration'];

/** One claim on the real server in a time of its own, which begins now and passes only when told. */
export class LadderClaim {
  readonly claimId = freshClaimId();
  readonly world: World;
  readonly year: Lebaran;
  readonly switches: Partial<Switches>;
  /** Every calendar it was told, the last of which it keeps. */
  readonly packs: [CalendarPack, ...CalendarPack[]];
  /** `wake` makes the claim look again, which costs a timer; the audit wants to know. */
  wakes = 0;
  /** The first run of each life of the claim: one that has ended begins another when woken. */
  readonly lives: string[] = [];
  #registered: Registration | undefined;
  #heard = 0;

  constructor(world: World, year: Lebaran, switches: Partial<Switches>) {
    this.world = world;
    this.year = year;
    this.switches = switches;
    this.packs = [year.pack];
  }

  async begin(): Promise<void> {
    const { client } = this.world.temporal;
    const { claimId, switches, year } = this;
    const input: ClaimInput = { claimId, calendar: year.pack, switches, payoutsQueue: this.world.queues.payouts };
    await client.workflow.start(CLAIM_WORKFLOW, {
      workflowId: claimWorkflowId(claimId),
      taskQueue: this.world.queues.claims,
      args: [input],
    });
    this.lives.push(await this.runId());
  }

  get calendar(): CalendarPack {
    return this.packs.at(-1) ?? this.packs[0];
  }

  async now(): Promise<Instant> {
    return (await ownTime(this.world.temporal, claimWorkflowId(this.claimId)))?.now ?? realNow();
  }

  /** Lets time pass to each of these moments, `17 Mar 10:00`, in order. */
  async to(...moments: readonly string[]): Promise<void> {
    for (const moment of moments) await this.pass(this.year.at(moment));
  }

  async pass(target: Instant): Promise<void> {
    await ringingEnds(this);
    const ms = target - (await this.now());
    if (ms > 0) await fastForward(this.world.temporal, claimWorkflowId(this.claimId), ms);
  }

  /** To a minute before and exactly to each of them; in that moment there is news that moves no deadline. */
  async upTo(...moments: readonly string[]): Promise<void> {
    for (const moment of moments) {
      await this.pass(this.year.at(moment) - 60_000);
      await this.to(moment);
      await this.reportAgain();
    }
  }

  /** And a minute on. */
  async around(...moments: readonly string[]): Promise<void> {
    for (const moment of moments) {
      await this.upTo(moment);
      await this.pass(this.year.at(moment) + 60_000);
    }
  }

  async reportDeath(changes: Partial<Registration> = {}): Promise<void> {
    const at = await this.now();
    await this.#report('deathReported', { ...this.#registration(storyBefore(at, 1), at), ...changes });
  }

  async reportAccident(accident: Accident): Promise<void> {
    const eventOn = toLocal(accident.happenedAt, this.year.pack.zone).day;
    const base = this.#registration(storyOf(eventOn, 1), await this.now());
    await this.#report('accidentReported', { ...base, kind: 'accident', accident, papers: [] });
  }

  /** Somebody else reports it once more: a fact, and no deadline moves. */
  async reportAgain(): Promise<void> {
    if (!this.#registered) throw new Error('nothing was reported yet');
    const { eventOn, kind, accident } = await this.state();
    const reportId = `lapor-lagi-${this.#heard}`;
    const registration = { ...this.#registered, eventOn, kind, reportId, papers: [], ...(accident ? { accident } : {}) };
    await this.tell({ type: 'deathReported', registration });
  }

  async tell(body: ClaimEventBody): Promise<void> {
    this.#heard += 1;
    await this.world.claims.tell(this.claimId, { ...body, eventId: `kabar-${this.#heard}`, actor: REPORTER });
  }

  /** Of the next version: days that are free as well, days that are free no longer. */
  async moveCalendar({ add = [], drop = [] }: { readonly add?: readonly string[]; readonly drop?: readonly string[] }): Promise<void> {
    const days = (texts: readonly string[]) => texts.map((text) => this.year.day(Number(text.split(' ')[0]), text.split(' ')[1] ?? ''));
    const before = this.calendar;
    const [added, dropped] = [days(add), days(drop)];
    const keep = (free: (typeof added)[number]): boolean => !dropped.includes(free);
    const calendar: CalendarPack = {
      ...before,
      version: before.version + 1,
      holidays: [...before.holidays.filter(keep), ...added],
      jointLeave: before.jointLeave.filter(keep),
    };
    this.packs.push(calendar);
    await this.tell({ type: 'calendarChanged', calendar, reason: 'SKB diubah.' });
    await until('the other calendar', async () => (await this.state()).calendar.version === calendar.version);
  }

  async wake(): Promise<void> {
    this.wakes += 1;
    await this.world.claims.wake(this.claimId);
  }

  /** In one sitting; throws with the refusal. */
  async give(actor: Command['actor'], ...bodies: readonly CommandBody[]): Promise<void> {
    const commands = bodies.map((body) => this.#command(actor, body));
    const answer = await submitSeen(this.world, this.claimId, bodies, (seen) =>
      this.world.claims.submit(this.claimId, ...commands.map((command) => ({ ...command, ...seen }))),
    );
    if (isRefusal(answer)) throw new Error(`${bodies.map(({ type }) => type).join('+')} refused: ${answer.refused}: ${answer.text}`);
  }

  /** To a claim that has ended: it begins again now, in real time. */
  async giveEnded(actor: Command['actor'], body: CommandBody): Promise<void> {
    const { claimId, switches, year } = this;
    const input = { claimId, calendar: year.pack, switches, state: await this.state() };
    const answer = await this.world.claims.submitToEnded(input, { ...this.#command(actor, body), expectedSeq: input.state.seq });
    if (isRefusal(answer)) throw new Error(`${body.type} refused: ${answer.refused}: ${answer.text}`);
    this.lives.push(await this.runId());
  }

  /** Whatever the checklist misses is brought, found good, and declared complete, in one sitting. */
  async declareComplete(): Promise<void> {
    const state = await this.state();
    const today = toLocal(await this.now(), this.year.pack.zone).day;
    const papers = checklistOf(state, today, this.switches)
      .missing.filter(({ reason }) => reason !== 'not-yet-checked')
      .map(({ paper: kind }) => ({ ...paper(kind, 1, today), documentId: `dibawa-${this.claimId}-${kind}-${this.#heard++}` }));
    const verdicts = [...state.papers, ...papers].map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    const attach: readonly CommandBody[] = papers.length > 0 ? [{ type: 'attachDocuments', papers }] : [];
    await this.give(OFFICER, ...attach, { type: 'verifyDocuments', verdicts }, { type: 'declareComplete' });
  }

  async attach(...kinds: readonly string[]): Promise<void> {
    const today = toLocal(await this.now(), this.year.pack.zone).day;
    const papers = kinds.map((kind) => ({ ...paper(kind, 1, today), documentId: `datang-${this.claimId}-${kind}` }));
    await this.tell({ type: 'documentsAdded', papers });
  }

  async approve(): Promise<void> {
    const state = await this.state();
    const open = pointsAtStake(state, state.recommendation?.outcome ?? 'pay').filter((point) => state.points[point]?.verdict === 'open');
    await this.give(APPROVER, { type: 'decidePoints', decisions: open.map((point) => ({ point, verdict: 'approve' })) });
  }

  async runId(): Promise<string> {
    return (await this.#handle.describe()).runId;
  }

  async ends(): Promise<void> {
    await this.#handle.result();
  }

  async state(): Promise<ClaimState> {
    return until(`claim ${this.claimId} on record`, () => recorded(this.world, this.claimId));
  }

  /** Once the record says what the workflow holds. */
  async journal(): Promise<readonly Fact[]> {
    await until('everything on record', async () => (await this.state()).seq === (await this.world.claims.stateOf(this.claimId))?.seq);
    return (await this.world.stores.journal.read(this.claimId)).map(({ fact }) => fact);
  }

  get #handle() {
    return this.world.temporal.client.workflow.getHandle(claimWorkflowId(this.claimId));
  }

  #command(actor: Command['actor'], body: CommandBody): Command {
    return { ...body, actor, commandId: crypto.randomUUID() } as Command;
  }

  /** As of the claim's own time and calendar; months paid and papers follow from the event. */
  #registration(story: Story, reportedAt: Instant): Registration {
    const { registration } = deathEvent(story) as Extract<ClaimEventBody, { type: 'deathReported' }>;
    const { id, version } = this.year.pack;
    return { ...registration, reportedAt, calendar: { id, version } };
  }

  async #report(type: 'deathReported' | 'accidentReported', registration: Registration): Promise<void> {
    this.#registered = registration;
    await this.tell({ type, registration });
    await this.state();
  }
}
