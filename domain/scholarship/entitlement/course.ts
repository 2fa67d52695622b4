import { systemCause } from '#domain/cause.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import { newsId } from '#domain/money/payout/news-id.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { schoolYearOn } from '#domain/scholarship/school-year.ts';
import { type EntitlementContext, todayOf } from './context.ts';
import type { EntitlementFact, EntitlementFactBody } from './facts.ts';
import { findObstacle, firstYearOf, isAway, isOver, yearStart } from './judge.ts';
import { closingOf, nextReminder } from './proof-clock.ts';
import { type Entitlement, isSettled, lineOf, type YearLine } from './state.ts';

/** School years nobody has taken up yet, oldest first: a missed one starts late, never never. */
export function yearsToOpen(one: Entitlement, context: EntitlementContext): readonly number[] {
  const today = todayOf(context);
  if (isOver(one, today, context.changes)) return [];
  const first = firstYearOf(one);
  const current = schoolYearOn(today, yearStart(one));
  const all = Array.from({ length: Math.max(0, current - first + 1) }, (_, index) => first + index);
  return all.filter((schoolYear) => lineOf(one, schoolYear) === undefined);
}

/** The next thing time itself does to a year: it is asked for, reminded of, or written down as not due. Undefined: nothing now. */
export function passTime(one: Entitlement, schoolYear: number, context: EntitlementContext): EntitlementFact | undefined {
  const line = lineOf(one, schoolYear);
  if (line && (isSettled(line) || !['asked', 'proven', 'verified'].includes(line.state))) return undefined;
  const body = obstacleTo(one, schoolYear, line, context) ?? waitingStep(one, schoolYear, line, context);
  return body && stamp(body, context, systemCause(causeOf(body, line)));
}

/** What the bank made of an order; a repeat, or word of another issue, changes nothing. */
export function hearPayout(
  one: Entitlement,
  { payoutId, issue }: { readonly payoutId: string; readonly issue: number },
  outcome: PayoutOutcome,
  context: EntitlementContext,
): EntitlementFact | undefined {
  const line = one.years.find(({ payout }) => payout?.payoutId === payoutId && payout.issue === issue);
  const body = line && paymentStep(line, { payoutId, issue }, outcome);
  return body && stamp(body, context, newsId({ payoutId, issue }, outcome));
}

function obstacleTo(
  one: Entitlement,
  schoolYear: number,
  line: YearLine | undefined,
  context: EntitlementContext,
): EntitlementFactBody | undefined {
  // A proof that came shows a child at school, whatever its age.
  const away = line === undefined || line.state === 'asked' ? isAway(one, schoolYear) : undefined;
  const reason = findObstacle(one, schoolYear, todayOf(context), context.changes) ?? away;
  return reason && { type: 'year.not-due', schoolYear, reason };
}

function waitingStep(
  one: Entitlement,
  schoolYear: number,
  line: YearLine | undefined,
  { at, calendar }: EntitlementContext,
): EntitlementFactBody | undefined {
  if (line === undefined || (line.state === 'asked' && line.askedAt === undefined)) {
    return { type: 'year.asked', schoolYear, closesAt: closingOf(one, schoolYear, at, calendar) };
  }
  if (line.state !== 'asked') return undefined;
  const due = nextReminder(one, line, calendar, at);
  if (due) return { type: 'year.reminded', schoolYear, rungKey: due.key, dueAt: due.at, tells: due.rung.tells };
  return line.closesAt !== undefined && line.closesAt <= at ? { type: 'year.not-due', schoolYear, reason: 'no-proof-yet' } : undefined;
}

function paymentStep(
  { schoolYear, state, attempt, reversedIssue }: YearLine,
  about: { readonly payoutId: string; readonly issue: number },
  outcome: PayoutOutcome,
): EntitlementFactBody | undefined {
  const subject = { schoolYear, ...about };
  const isWaiting = state === 'ordered' || state === 'unknown';
  if (outcome.state === 'reversed') {
    return state === 'paid' || isWaiting ? { type: 'year.payment-reversed', ...subject, why: outcome.why } : undefined;
  }
  // A bank that takes back its no is believed: better known than paid again.
  if (outcome.state === 'confirmed') {
    const { bankReference, paidAt } = outcome;
    return state === 'paid' || reversedIssue === about.issue ? undefined : { type: 'year.paid', ...subject, bankReference, paidAt };
  }
  if (outcome.state === 'unknown') {
    const { why, attempt: send } = outcome;
    const isNews = state === 'ordered' || (state === 'unknown' && send !== undefined && send !== attempt);
    return isNews ? { type: 'year.payment-unknown', ...subject, why, ...(send === undefined ? {} : { attempt: send }) } : undefined;
  }
  return isWaiting ? { type: 'year.payment-refused', ...subject, reason: outcome.reason } : undefined;
}

function stamp(body: EntitlementFactBody, { at }: EntitlementContext, cause: string): EntitlementFact {
  const { id, role } = SYSTEM_ACTOR;
  return { ...body, at, actor: { id, role }, cause };
}

function causeOf(body: EntitlementFactBody, line: YearLine | undefined): string {
  if (body.type === 'year.reminded') return body.rungKey;
  const year = 'schoolYear' in body ? body.schoolYear : 0;
  return `${body.type}:${year}:${line?.round ?? 1}`;
}
