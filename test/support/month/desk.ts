import { createHash } from 'node:crypto';
import { isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { fastForward, ownTime, TimeNotSkipped } from '#adapters/temporal/time-skipping.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import { addDays, type Day } from '#domain/time/calendar/day.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { creditSigned, deathReported, nikOf, PAPERS_WITH_REPORT, paper, type Story } from '../../factories/people.ts';
import { storyBefore, storyOf } from '../../factories/story.ts';
import { recorded, submitSeen } from '../people-at-work.ts';
import { realNow } from '../real-clock.ts';
import { until } from '../until.ts';
import type { World } from '../world.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Longer than any outage of the month. */
const OUTAGE_MS = 300_000;
const ZONE = 'Asia/Makassar';

type Actor = Command['actor'];
export const OFFICER: Actor = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
export const OFFICER_2: Actor = { id: 'petugas-2', role: 'officer', branch: 'kupang' };
export const APPROVER: Actor = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
export const APPROVER_2: Actor = { id: 'pemeriksa-2', role: 'approver', branch: 'kupang' };
export const SUPERVISOR: Actor = { id: 'penyelia-1', role: 'supervisor', branch: 'kupang' };
export const HEAD: Actor = { id: 'kepala-1', role: 'partner-head', institution: 'bpr-contoh', branch: 'bpr-contoh-kupang' };

/** One claim of the month and the people around it. Its time is its own: days pass for it alone, on the real server. */
export class Desk {
  readonly world: World;
  readonly n: number;
  readonly story: Story;
  readonly claimId: ClaimId;
  readonly #publisher: ReturnType<World['kafka']['publisher']>;
  readonly #participantId: string;
  readonly happenedAt: number;
  #skippedMs = 0;

  constructor(world: World, n: number, kind: 'death' | 'accident', publisher: ReturnType<World['kafka']['publisher']>) {
    this.world = world;
    this.n = n;
    this.#publisher = publisher;
    this.#participantId = participantIdOf(nikOf(n), world.personKey);
    const now = realNow();
    this.happenedAt = Math.floor(now / HOUR) * HOUR - DAY;
    this.story = kind === 'death' ? storyBefore(now, n) : storyOf(toLocal(this.happenedAt, ZONE).day, n);
    const what = kind === 'death' ? 'death' : 'accident';
    const when = kind === 'death' ? '' : `:${toLocal(this.happenedAt, ZONE).day}`;
    this.claimId = claimIdFromDigest(createHash('sha256').update(`${what}:${this.#participantId}${when}`).digest());
  }

  /** As the claim's workflow sees it. */
  get now(): number {
    return realNow() + this.#skippedMs;
  }

  async pass(ms: number): Promise<void> {
    const workflowId = claimWorkflowId(this.claimId);
    const target = this.now + ms;
    // The server skips at most so often at a time: what is left is asked for again.
    for (let left = ms; left > 0; left = target - ((await ownTime(this.world.temporal, workflowId))?.now ?? target)) {
      await fastForward(this.world.temporal, workflowId, left).catch((error: unknown) => {
        if (!(error instanceof TimeNotSkipped) || error.why !== 'too-many-skips') throw error;
      });
    }
    this.#skippedMs += ms;
  }

  async state(): Promise<ClaimState> {
    return until(`claim ${this.claimId} on record`, () => recorded(this.world, this.claimId));
  }

  async reaches(...statuses: readonly ClaimState['status'][]): Promise<ClaimState> {
    return until(
      `${this.claimId} ${statuses.join(' or ')}`,
      async () => {
        const state = await recorded(this.world, this.claimId);
        return state && statuses.includes(state.status) && state;
      },
      OUTAGE_MS,
    );
  }

  async signCredit(changes: Partial<ReturnType<typeof creditSigned>> = {}): Promise<void> {
    await this.#send('partner-credit', 'credit.signed.v1', `credit-${this.n}`, { ...creditSigned(this.n, this.story), ...changes });
    await until(`readiness of ${this.n}`, () => this.world.stores.readiness.find('bpr-contoh', this.#participantId));
  }

  async reportDeath(): Promise<void> {
    await this.announceDeath();
    await this.state();
  }

  /** Whichever claim will hear of it. */
  async announceDeath(): Promise<void> {
    const data = { ...deathReported(this.n, this.story, toIso(realNow())), reportId: `lapor-kematian-${this.n}` };
    await this.#send('partner-events', 'death.reported.v1', `death-${this.n}`, data);
  }

  async sendPapersAs(institutionId: string): Promise<void> {
    const papers = [paper('chronology', this.n, this.#todayAtThePartner())];
    const data = { claimId: this.claimId, institutionId, branchId: `${institutionId}-1`, staffId: 'staf-9', papers };
    await this.#send('partner-events', 'documents.added.v1', `papers-${this.n}-${institutionId}`, data);
  }

  async reportAccident({ suspected = false } = {}): Promise<void> {
    const { familyContact: _none, diedOn: _alive, papers: _later, ...base } = deathReported(this.n, this.story, toIso(realNow()));
    const data = { ...base, papers: [], happenedAt: toIso(this.happenedAt), wageBase: 2_500_000, stageOneAt: toIso(realNow()) };
    const type = suspected ? 'accident.suspected.v1' : 'accident.reported.v1';
    await this.#send('partner-events', type, `accident-${this.n}`, data);
    await this.state();
  }

  /** BPJS Ketenagakerjaan tells what it knows of the participant. */
  async tellMembership(changes: Record<string, unknown> = {}): Promise<void> {
    const [membership] = creditSigned(this.n, this.story).memberships;
    const data = { participantNik: nikOf(this.n), membership: { ...membership, ...changes } };
    const id = `coverage-${this.n}-${createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 8)}`;
    await this.#send('membership', 'coverage.changed.v1', id, data);
  }

  async addPapersByPartner(kinds: readonly string[] = PAPERS_WITH_REPORT): Promise<void> {
    const today = toLocal(this.now, ZONE).day;
    const papers = kinds.map((kind) => ({ ...paper(kind, this.n, this.#todayAtThePartner()), documentId: `late-${this.n}-${kind}` }));
    const data = { claimId: this.claimId, institutionId: 'bpr-contoh', branchId: 'bpr-contoh-kupang', staffId: 'staf-1', papers };
    await this.#send('partner-events', 'documents.added.v1', `papers-${this.n}-${kinds.length}-${today}`, data);
    const known = (state: ClaimState): boolean =>
      papers.every(({ documentId }) => state.papers.some((one) => one.documentId === documentId));
    await until(`papers of ${this.n}`, async () => known(await this.state()));
  }

  /** Only the claim's time runs ahead; who takes in papers lives today, and believes no paper of a later day. */
  #todayAtThePartner(): Day {
    return toLocal(realNow(), ZONE).day;
  }

  /** So many days from now, for this claim alone. */
  async decreeHoliday(inDays: number): Promise<void> {
    const calendar = await this.world.stores.calendars.active();
    const holiday = addDays(toLocal(this.now, ZONE).day, inDays);
    const changed = { ...calendar, version: 2_000 + this.n, holidays: [...calendar.holidays, holiday] };
    await this.world.stores.calendars.propose(changed, {
      step: 'proposed',
      actor: SUPERVISOR,
      at: this.now,
      reason: 'uji',
      commandId: `k-${this.n}`,
    });
    const actor = { id: 'system', role: 'system' } as const;
    const told = { type: 'calendarChanged', eventId: `calendar-${this.n}`, actor, calendar: changed, reason: 'SKB baru.' } as const;
    await this.world.claims.tell(this.claimId, told);
    await until(`the new calendar of ${this.n}`, async () => (await this.state()).calendar.version === changed.version);
  }

  /** In one sitting; throws with the refusal. */
  async give(actor: Actor, ...bodies: readonly CommandBody[]): Promise<void> {
    const commands = bodies.map((body) => ({ ...body, actor, commandId: crypto.randomUUID() }) as Command);
    const answer = await submitSeen(this.world, this.claimId, bodies, (seen) =>
      this.world.claims.submit(this.claimId, ...commands.map((command) => ({ ...command, ...seen }))),
    );
    if (isRefusal(answer)) throw new Error(`${bodies.map(({ type }) => type).join('+')} refused: ${answer.refused}: ${answer.text}`);
  }

  /** To a claim that ends or has ended: only once it does not run any more is its record its last word. */
  async giveEnded(actor: Actor, body: CommandBody): Promise<void> {
    const { claims, stores } = this.world;
    const { seq } = await this.state();
    const command = { ...body, expectedSeq: seq, actor, commandId: crypto.randomUUID() } as Command;
    const answer = await claims.submit(this.claimId, command).catch(async (error: unknown) => {
      if (!isNotRunning(error)) throw error;
      const input = { claimId: this.claimId, calendar: await stores.calendars.active(), switches: {}, state: await this.state() };
      return claims.submitToEnded(input, command);
    });
    if (isRefusal(answer)) throw new Error(`${body.type} refused: ${answer.refused}: ${answer.text}`);
  }

  /** Whatever the checklist misses is brought and checked, until it misses nothing. */
  async completePapers(): Promise<void> {
    const today = toLocal(this.now, ZONE).day;
    const { missing } = checklistOf(await this.state(), today, {});
    const papers = missing
      .filter(({ reason }) => reason !== 'not-yet-checked')
      .map(({ paper: kind }, index) => ({ ...paper(kind, this.n, today), documentId: `brought-${this.n}-${kind}-${this.now}-${index}` }));
    if (papers.length > 0) await this.give(OFFICER, { type: 'attachDocuments', papers });
    const unseen = (await this.state()).papers.filter(({ verdict }) => verdict === 'unseen');
    const verdicts = unseen.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    if (verdicts.length > 0) await this.give(OFFICER, { type: 'verifyDocuments', verdicts });
  }

  async account(
    payeeClass: 'heirs' | 'participant',
    { accountNumber = this.story.accountNumber, personName = this.#nameOf(payeeClass) } = {},
  ): Promise<CommandBody> {
    const personId = payeeClass === 'heirs' ? 'pasangan' : this.#participantId;
    const kept = await this.world.stores.accounts.keep(this.claimId, { personId, personName, bankCode: '130', accountNumber });
    const holderName = personName.toUpperCase();
    if (!accountNumber.startsWith('99')) await this.world.bank.openAccount({ bankCode: '130', accountNumber, holderName });
    return {
      type: 'confirmPayeeAccount',
      payeeClass,
      personId,
      accountRef: kept._id,
      inquiry: { holder: 'match', ownedByPartner: kept.ownedByPartner },
    };
  }

  /** From complete papers to the recommendation, as one sitting of the officer. */
  async recommendDeath(programme: 'jkm' | 'jkk' = 'jkm', account?: CommandBody, dispute = false): Promise<void> {
    const people = familyOf(this.n, this.story);
    await this.give(
      OFFICER,
      { type: 'triageCause', programme, reason: 'Keterangan dokter dan keluarga.' },
      { type: 'resolveHeirs', people, ...(dispute ? { dispute } : {}) },
    );
    if (dispute) return;
    await this.completePapers();
    await this.give(OFFICER, account ?? (await this.account('heirs')), { type: 'recommend', outcome: 'pay' });
  }

  async approve(actor: Actor = APPROVER): Promise<void> {
    const state = await this.state();
    const atStake = pointsAtStake(state, state.recommendation?.outcome ?? 'pay');
    const open = atStake.filter((point) => state.points[point]?.verdict === 'open');
    await this.give(actor, { type: 'decidePoints', decisions: open.map((point) => ({ point, verdict: 'approve' })) });
  }

  #nameOf(payeeClass: 'heirs' | 'participant'): string {
    return `${payeeClass === 'heirs' ? 'Pasangan' : 'Peserta'} Contoh ${this.n}`;
  }

  async #send(topic: 'partner-credit' | 'partner-events' | 'membership', type: string, id: string, data: unknown): Promise<void> {
    const event = { topic, type, id, key: `k-${this.n}`, source: 'bpr-contoh', time: toIso(realNow()), data };
    await until('the brokers', () =>
      this.#publisher.publish([event]).then(
        () => true,
        () => false,
      ),
    );
  }
}

function familyOf(n: number, story: Story) {
  return creditSigned(n, story).family.map(({ name: _name, nik: _nik, phone: _phone, ...person }) => person);
}
