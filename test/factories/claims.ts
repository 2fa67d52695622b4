import { systemCause } from '#domain/cause.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import { type ClockContext, rungFacts } from '#domain/claim/clocks.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { decide, decideTogether } from '#domain/claim/decide.ts';
import type { Edition } from '#domain/claim/edition.ts';
import { type ClaimEvent, type ClaimEventBody, type PayoutOutcome, receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact, FactType } from '#domain/claim/facts.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState, PayoutState } from '#domain/claim/state.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { rupiah } from '#domain/money/money.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { needsView } from '#domain/seen.ts';
import { day } from '#domain/time/calendar/day.ts';
import { type Instant, instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { PAPERS_AT_SIGNING, PAPERS_WITH_REPORT, paper } from './people.ts';

export const OFFICER: ActorRef = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
export const OTHER_OFFICER: ActorRef = { id: 'petugas-2', role: 'officer', branch: 'kupang' };
export const APPROVER: ActorRef = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
export const OTHER_APPROVER: ActorRef = { id: 'pemeriksa-2', role: 'approver', branch: 'kupang' };
export const SUPERVISOR: ActorRef = { id: 'penyelia-1', role: 'supervisor', branch: 'kupang' };
export const OTHER_SUPERVISOR: ActorRef = { id: 'penyelia-2', role: 'supervisor', branch: 'kupang' };
export const PARTNER: ActorRef = { id: 'staf-1', role: 'partner-staff', institution: 'bpr-contoh', branch: 'bpr-contoh-kupang' };
export const PARTNER_HEAD: ActorRef = { id: 'kepala-1', role: 'partner-head', institution: 'bpr-contoh' };
export const PARTNER_ELSEWHERE: ActorRef = { id: 'staf-9', role: 'partner-staff', institution: 'ksp-lain', branch: 'ksp-lain-ende' };
const REPORTER: ActorRef = { id: 'staf-1', role: 'machine', institution: 'bpr-contoh', branch: 'bpr-contoh-kupang' };
const SYSTEM: ActorRef = { id: SYSTEM_ACTOR.id, role: SYSTEM_ACTOR.role };

/** Monday 2 March 2026, 09:00 in Kupang: two full working weeks before Nyepi and Idulfitri. */
export const MONDAY_9 = instant('2026-03-02T01:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const DIED_ON = '2026-02-20';

export type Registration = Extract<ClaimEvent, { type: 'deathReported' }>['registration'];
export const PAPERS_OF_ACCIDENT = [
  'accident-report-1',
  'accident-report-2',
  'doctor-certificate',
  'chronology',
  'witness-id-cards',
] as const;

/** Eight months paid, husband or wife and one child under age, every JKM paper on file: the full 42 million. */
export const REGISTRATION: Registration = {
  reportId: 'lapor-1',
  kind: 'death',
  eventOn: day(DIED_ON),
  reportedAt: MONDAY_9,
  institutionId: 'bpr-contoh',
  branchId: 'bpr-contoh-kupang',
  participantId: 'peserta-1',
  memberships: [
    {
      kpj: 'KPJ00000001',
      segment: 'BPU',
      memberSince: day('2025-06-05'),
      paidMonths: ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
      payer: 'self',
    },
  ],
  people: [
    { id: 'pasangan', relation: 'spouse', alive: true, birthDate: day('1982-03-04') },
    { id: 'anak', relation: 'child', alive: true, birthDate: day('2015-06-01') },
  ],
  papers: [
    ...PAPERS_AT_SIGNING.map((kind) => paper(kind, 1, '2025-08-01')),
    ...PAPERS_WITH_REPORT.map((kind) => paper(kind, 1, '2026-02-25')),
  ],
  calendar: { id: NTT_2026.id, version: NTT_2026.version },
};

/** The same participant, hurt on the way to market with stage I reported the next morning; receipts and outcome are still to come. */
export const ACCIDENT_AT = instant('2026-02-20T02:00:00Z');
export const ACCIDENT: Registration = {
  ...REGISTRATION,
  reportId: 'lapor-k1',
  kind: 'accident',
  accident: { happenedAt: ACCIDENT_AT, suspected: false, stageOneAt: ACCIDENT_AT + 86_400_000 },
  wageBase: rupiah(2_500_000),
  papers: [
    ...PAPERS_AT_SIGNING.map((kind) => paper(kind, 1, '2025-08-01')),
    ...(['accident-report-1', 'chronology', 'witness-id-cards'] as const).map((kind) => paper(kind, 1, '2026-02-25')),
  ],
};

export const CLAIM_ID: ClaimId = claimIdFromDigest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

export type FileOptions = {
  readonly registration?: Partial<Registration>;
  readonly calendar?: CalendarPack;
  readonly switches?: Partial<Switches>;
  readonly at?: Instant;
  /** Of the claim's rules; today's when not said. */
  readonly edition?: Edition;
  /** Goes on from this journal instead of a first report. */
  readonly journal?: readonly Fact[];
};

/** A claim and its journal, moved by real commands and events only; time stands still until told otherwise. */
export class ClaimFile {
  calendar: CalendarPack;
  readonly switches: Partial<Switches>;
  at: Instant;
  edition: Edition | undefined;
  readonly #facts: Fact[] = [];
  #state: ClaimState | undefined;
  #count = 0;

  constructor({ registration = {}, calendar = NTT_2026, switches = {}, at = MONDAY_9, edition, journal }: FileOptions = {}) {
    this.calendar = calendar;
    this.switches = switches;
    this.at = at;
    this.edition = edition;
    if (journal) this.#record(journal);
    else {
      const type = registration.kind === 'accident' ? 'accidentReported' : 'deathReported';
      const base = registration.kind === 'accident' ? ACCIDENT : REGISTRATION;
      this.tell({ type, registration: { ...base, ...registration } }, 'event-1', REPORTER);
    }
  }

  get state(): ClaimState {
    if (!this.#state) throw new Error('nothing was reported');
    return this.#state;
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }

  get context(): ClockContext {
    const { at, calendar, switches, edition } = this;
    return { at, calendar, switches, ...(edition === undefined ? {} : { edition }) };
  }

  /** The facts of an accepted command. */
  give(actor: ActorRef, body: CommandBody, commandId?: string): readonly Fact[] {
    const answer = this.ask(actor, body, commandId);
    if (isRefusal(answer)) throw new Error(`${body.type} refused: ${answer.refused}: ${answer.text}`);
    return answer;
  }

  /** Whatever the answer is; facts are on record. */
  ask(actor: ActorRef, body: CommandBody, commandId = this.#nextId()): readonly Fact[] | Refusal {
    const answer = decide(this.state, { ...this.#seen(body), ...body, actor, commandId } as Command, this.context);
    return isRefusal(answer) ? answer : this.#record(answer);
  }

  /** The same in another context, such as that of an earlier edition; nothing goes on record. */
  askIn(context: ClockContext, actor: ActorRef, body: CommandBody): readonly Fact[] | Refusal {
    return decide(this.state, { ...this.#seen(body), ...body, actor, commandId: this.#nextId() } as Command, context);
  }

  /** The refusal of a command that must not be accepted. */
  refusal(actor: ActorRef, body: CommandBody): Refusal {
    const answer = this.ask(actor, body);
    if (!isRefusal(answer)) throw new Error(`${body.type} was accepted: ${answer.map(({ type }) => type).join(', ')}`);
    return answer;
  }

  /** Several decisions of one sitting. */
  sit(actor: ActorRef, bodies: readonly CommandBody[], ids: readonly string[] = []): readonly Fact[] | Refusal {
    const commands = bodies.map(
      (body, index) => ({ ...this.#seen(body), ...body, actor, commandId: ids[index] ?? this.#nextId() }) as Command,
    );
    const answer = decideTogether(this.state, commands, this.context);
    return isRefusal(answer) ? answer : this.#record(answer);
  }

  /** Another calendar is told to the claim, and from then on is the one it runs on. */
  moveTo(calendar: CalendarPack, reason = 'Kalender baru.', eventId?: string): readonly Fact[] {
    const facts = this.tell({ type: 'calendarChanged', calendar, reason }, eventId);
    if (facts.length > 0) this.calendar = calendar;
    return facts;
  }

  tell(body: ClaimEventBody, eventId = this.#nextId(), actor: ActorRef = SYSTEM): readonly Fact[] {
    return this.#record(receive(this.#state, { ...body, eventId, actor } as ClaimEvent, this.context));
  }

  /** What the workflow does when its alarm rings. */
  ring(): readonly Fact[] {
    return this.#record(
      rungFacts(this.state, this.context).map((body) => ({ ...body, at: this.at, actor: SYSTEM, cause: systemCause('alarm') })),
    );
  }

  bankSays(payout: Pick<PayoutState, 'payoutId' | 'issue'>, outcome: PayoutOutcome, eventId?: string): readonly Fact[] {
    return this.tell({ type: 'payoutChanged', payoutId: payout.payoutId, issue: payout.issue, outcome }, eventId);
  }

  #record(facts: readonly Fact[]): readonly Fact[] {
    this.#state = fold(CLAIM_ID, facts, this.#state);
    this.#facts.push(...facts);
    return facts;
  }

  /** As somebody who looks at the claim as it is. */
  #seen({ type }: CommandBody): { readonly expectedSeq?: number } {
    return needsView(type) ? { expectedSeq: this.state.seq } : {};
  }

  #nextId(): string {
    this.#count += 1;
    return `perintah-${this.#facts.length}-${this.#count}`;
  }
}

export function typesOf(facts: readonly Fact[]): readonly FactType[] {
  return facts.map(({ type }) => type);
}

export const CONFIRMED = { state: 'confirmed', bankReference: 'BANK-1', paidAt: MONDAY_9 } as const satisfies PayoutOutcome;

/** Paid at the very moment it is told. */
export function paidNow({ at }: Pick<ClaimFile, 'at'>): PayoutOutcome {
  return { ...CONFIRMED, paidAt: at };
}

export const REFUSED: PayoutOutcome = { state: 'refused', reason: 'account-closed' };
export const UNKNOWN: PayoutOutcome = { state: 'unknown', why: 'timeout' };

export const SPOUSE_ACCOUNT = {
  type: 'confirmPayeeAccount',
  payeeClass: 'heirs',
  personId: 'pasangan',
  accountRef: 'rekening-1',
  inquiry: { holder: 'match', ownedByPartner: false },
} as const satisfies CommandBody;

export const PAY = { type: 'recommend', outcome: 'pay' } as const satisfies CommandBody;
export const REJECT = {
  type: 'recommend',
  outcome: 'reject',
  reason: 'false-paper',
  text: 'Akta kematian tidak tercatat di Dinas Dukcapil.',
} as const satisfies CommandBody;
export const APPROVE_ALL = {
  type: 'decidePoints',
  decisions: (['completeness', 'programme', 'heirs', 'payee', 'amount'] as const).map((point) => ({ point, verdict: 'approve' })),
} as const satisfies CommandBody;

/** The points of that claim that wait for the second person, all approved. */
export function approveOpen({ state }: ClaimFile): CommandBody {
  const atStake = pointsAtStake(state, state.recommendation?.outcome ?? 'pay');
  const open = atStake.filter((point) => state.points[point]?.verdict === 'open');
  return { type: 'decidePoints', decisions: open.map((point) => ({ point, verdict: 'approve' })) };
}
