import { rememberAtMost } from '#domain/cause.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { EntitlementFact, OfType } from './facts.ts';
import type { ChildChange } from './parts.ts';
import { type Entitlement, isSettled, lineOf, type YearLine } from './state.ts';

const remember = rememberAtMost(50);

type YearFact = Extract<EntitlementFact, { schoolYear: number }>;

export function evolve(state: Entitlement | undefined, fact: EntitlementFact, id: EntitlementId): Entitlement {
  if (fact.type === 'entitlement.opened') return opened(fact, id);
  if (!state) throw new Error(`${fact.type} for entitlement ${id}, which nobody opened`);
  return { ...apply(state, fact), seq: state.seq + 1, updatedAt: fact.at, causes: remember(state.causes, fact.cause) };
}

export function foldEntitlement(id: EntitlementId, facts: readonly EntitlementFact[], from?: Entitlement): Entitlement | undefined {
  return facts.reduce<Entitlement | undefined>((state, fact) => evolve(state, fact, id), from);
}

function opened({ type: _type, actor: _actor, at, cause, ...opening }: OfType<'entitlement.opened'>, id: EntitlementId): Entitlement {
  return { ...opening, id, seq: 1, updatedAt: at, years: [], causes: [cause] };
}

function apply(state: Entitlement, fact: Exclude<EntitlementFact, OfType<'entitlement.opened'>>): Entitlement {
  switch (fact.type) {
    case 'child.changed':
      return fact.change.type === 'corrected' ? corrected(state, fact.change.what) : { ...state, ...changed(fact.change) };
    case 'payee.proposed': {
      const { guardianId, accountRef, shared, actor } = fact;
      return { ...state, proposedPayee: { guardianId, accountRef, by: actor, ...(shared === undefined ? {} : { shared }) } };
    }
    case 'payee.changed': {
      const { proposedPayee: _settled, ...rest } = state;
      return { ...rest, payee: fact.payee };
    }
    default:
      return withLine(state, yearAfter(lineOf(state, fact.schoolYear), fact), fact);
  }
}

function corrected(state: Entitlement, what: Extract<ChildChange, { type: 'corrected' }>['what']): Entitlement {
  const { marriedOn, workingFrom, workKind, workMonths, leftSchoolFrom, ...rest } = state;
  const kept = {
    married: { marriedOn },
    working: { workingFrom, workKind, workMonths },
    leftSchool: { leftSchoolFrom },
  };
  const others = Object.entries(kept).flatMap(([name, fields]) => (name === what ? [] : Object.entries(fields)));
  return { ...rest, ...Object.fromEntries(others.filter(([, value]) => value !== undefined)) };
}

function changed(change: Exclude<ChildChange, { type: 'corrected' }>): Partial<Entitlement> {
  switch (change.type) {
    case 'married':
      return { marriedOn: change.on };
    case 'working':
      return {
        workingFrom: change.from,
        ...(change.kind === undefined ? {} : { workKind: change.kind }),
        ...(change.months === undefined ? {} : { workMonths: change.months }),
      };
    case 'leftSchool':
      return { leftSchoolFrom: change.schoolYear };
  }
}

/** A child who proves to be at school has not left it. */
function withLine(state: Entitlement, line: YearLine, fact: YearFact): Entitlement {
  const years = [...state.years.filter(({ schoolYear }) => schoolYear !== line.schoolYear), line];
  const { leftSchoolFrom, ...rest } = state;
  const isBack = fact.type === 'year.proof-received' && leftSchoolFrom !== undefined && leftSchoolFrom <= line.schoolYear;
  const kept = isBack || leftSchoolFrom === undefined ? rest : { ...rest, leftSchoolFrom };
  return { ...kept, years: years.sort((a, b) => a.schoolYear - b.schoolYear) };
}

function yearAfter(before: YearLine | undefined, fact: YearFact): YearLine {
  const line = before ?? { schoolYear: fact.schoolYear, state: 'asked', round: 1, rungs: [] };
  switch (fact.type) {
    case 'year.asked':
      return { ...line, state: 'asked', askedAt: fact.at, closesAt: fact.closesAt };
    case 'year.reminded':
      return { ...line, rungs: [...line.rungs, fact.rungKey] };
    case 'year.proof-received':
      return proven(line, fact);
    case 'year.proof-refused':
      return { ...line, state: 'asked', remark: fact.reason };
    case 'year.verified':
      return { ...line, state: 'verified', level: fact.level, amount: fact.amount, verifiedBy: fact.actor };
    case 'year.returned':
      return { ...line, state: 'proven', remark: fact.reason };
    case 'year.ordered':
      return { ...line, state: 'ordered', payout: fact.payout };
    case 'year.not-due':
      return { ...line, state: 'notDue', reason: fact.reason };
    default:
      return paymentAfter(line, fact);
  }
}

/** Brought for a year that was settled it takes the year up again, with a question and a clock of its own should it not do. */
function proven(line: YearLine, { level, papers, at }: OfType<'year.proof-received'>): YearLine {
  const { reason: _old, remark: _said, ...rest } = line;
  const received = { ...rest, state: 'proven' as const, level, papers, provenAt: at };
  if (!isSettled(line)) return received;
  const { askedAt: _past, closesAt: _over, ...again } = received;
  return { ...again, round: line.round + 1, rungs: [] };
}

type PaymentFact = OfType<
  | 'year.payment-unknown'
  | 'year.finding-proposed'
  | 'year.payment-resolved'
  | 'year.paid'
  | 'year.payment-refused'
  | 'year.payment-reversed'
>;

function paymentAfter(line: YearLine, fact: PaymentFact): YearLine {
  // Certainty ends what people had to find out for themselves.
  const { findings = [], resolution: _settled, ...known } = line;
  switch (fact.type) {
    case 'year.payment-unknown':
      // What was found was about the send before.
      return { ...known, state: 'unknown', ...(fact.attempt === undefined ? {} : { attempt: fact.attempt }) };
    case 'year.finding-proposed':
      return { ...line, findings: [...findings, { finding: fact.finding, evidence: fact.evidence, by: fact.actor }] };
    case 'year.payment-resolved':
      return { ...known, resolution: fact.resolution };
    case 'year.paid':
      return { ...known, state: 'paid', bankReference: fact.bankReference, paidAt: fact.paidAt };
    case 'year.payment-refused':
      return { ...known, state: 'refused', remark: fact.reason };
    // The workflow that paid it has ended: another round takes it up, under new eyes.
    case 'year.payment-reversed':
      return { ...known, state: 'refused', remark: fact.why, round: line.round + 1, reversedIssue: fact.issue };
  }
}
