import { type EntitlementId, entitlementIdOf } from '#domain/entitlement-id.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { EntitlementCommand, EntitlementCommandBody } from '#domain/scholarship/entitlement/commands.ts';
import type { EntitlementContext } from '#domain/scholarship/entitlement/context.ts';
import { hearPayout, passTime } from '#domain/scholarship/entitlement/course.ts';
import { decide } from '#domain/scholarship/entitlement/decide.ts';
import { evolve } from '#domain/scholarship/entitlement/evolve.ts';
import type { EntitlementFact, Opening } from '#domain/scholarship/entitlement/facts.ts';
import { type Entitlement, lineOf } from '#domain/scholarship/entitlement/state.ts';
import { day } from '#domain/time/calendar/day.ts';
import { type Instant, instant } from '#domain/time/calendar/instant.ts';
import { calendarAround } from '../../../factories/calendar.ts';

export const OFFICER: EntitlementCommand['actor'] = { id: 'petugas-1', role: 'officer' };
export const APPROVER: EntitlementCommand['actor'] = { id: 'pemeriksa-1', role: 'approver' };
export const PARTNER: EntitlementCommand['actor'] = { id: 'staf-1', role: 'partner-staff', institution: 'bpr-contoh' };
export const PAPERS = (['active-study-letter', 'school-report'] as const).map((paper) => ({
  paper,
  documentId: paper,
  sha256: 'a'.repeat(64),
}));

const FIRST = 2026;
const LONG = {
  ...calendarAround(instant('2026-07-01T00:00:00Z')),
  years: Array.from({ length: 40 }, (_, index) => FIRST - 1 + index),
};

/** One child without a store: what is decided is folded at once. Born 2022-03-10 and so four years old when the first year begins. */
export class Child {
  readonly facts: EntitlementFact[] = [];
  readonly id: EntitlementId;
  #state: Entitlement | undefined;
  at: Instant;
  changes: EntitlementContext['changes'] = [];
  calendar: EntitlementContext['calendar'] = LONG;

  constructor(opening: Partial<Opening> = {}, at = '2026-07-01T02:00:00Z') {
    this.at = instant(at);
    const body = {
      type: 'entitlement.opened' as const,
      claimId: 'STN-ABCDE-FGHJK',
      childId: 'anak',
      birthDate: day('2022-03-10'),
      programme: 'jkm' as const,
      eventOn: day('2026-07-01'),
      contributionMonths: 40,
      pack: { id: 'jkm-jkk-2025', version: 1 },
      switches: {},
      institutionId: 'bpr-contoh',
      branchId: 'bpr-contoh-kupang',
      submitters: ['staf-1'],
      payee: { guardianId: 'ibu', accountRef: 'rekening-1', maker: 'petugas-1', checker: 'pemeriksa-1' },
      ...opening,
    };
    this.id = entitlementIdOf(body.claimId, body.childId);
    this.#take({ ...body, at: this.at, actor: OFFICER, cause: 'approved' });
  }

  get state(): Entitlement {
    if (!this.#state) throw new Error('not opened');
    return this.#state;
  }

  get context(): EntitlementContext {
    return { at: this.at, calendar: this.calendar, changes: this.changes };
  }

  line(schoolYear: number) {
    return lineOf(this.state, schoolYear);
  }

  goTo(time: string): this {
    this.at = instant(time);
    return this;
  }

  give(actor: EntitlementCommand['actor'], body: EntitlementCommandBody, commandId = `c${this.facts.length}`): Refusal | undefined {
    const decided = decide(this.state, { ...body, actor, commandId }, this.context);
    if (isRefusal(decided)) return decided;
    if (decided) this.#take(decided);
    return undefined;
  }

  /** As the year's workflow does, until nothing more happens at this moment. */
  pass(schoolYear: number): void {
    for (let fact = passTime(this.state, schoolYear, this.context); fact; fact = passTime(this.state, schoolYear, this.context)) {
      this.#take(fact);
    }
  }

  hear(schoolYear: number, outcome: Parameters<typeof hearPayout>[2], issue = this.line(schoolYear)?.payout?.issue ?? 1): void {
    const payoutId = this.line(schoolYear)?.payout?.payoutId ?? '';
    const fact = hearPayout(this.state, { payoutId, issue }, outcome, this.context);
    if (fact) this.#take(fact);
  }

  submit(schoolYear: number, level: ScholarshipLevel): Refusal | undefined {
    return this.give(PARTNER, { type: 'submitProof', schoolYear, level, papers: PAPERS });
  }

  /** From the proof to the bank; the first refusal on the way. */
  release(schoolYear: number, level: ScholarshipLevel): Refusal | undefined {
    return (
      this.submit(schoolYear, level) ??
      this.give(OFFICER, { type: 'verifyProof', schoolYear, verdict: 'ok', level }) ??
      this.give(APPROVER, { type: 'releaseYear', schoolYear, verdict: 'pay' })
    );
  }

  /** From the proof to the bank's yes; the first refusal on the way. */
  prove(schoolYear: number, level: ScholarshipLevel): Refusal | undefined {
    const refused = this.release(schoolYear, level);
    if (!refused) this.hear(schoolYear, { state: 'confirmed', bankReference: `b${schoolYear}`, paidAt: this.at });
    return refused;
  }

  get paid(): readonly number[] {
    return this.state.years.filter(({ state }) => state === 'paid').map(({ payout }) => payout?.amount ?? 0);
  }

  #take(fact: EntitlementFact): void {
    this.facts.push(fact);
    this.#state = evolve(this.#state, fact, this.id);
  }
}
