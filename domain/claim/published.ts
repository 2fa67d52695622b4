import type { Fact, FactBody, FactType } from './facts.ts';

type KeysOf<F> = F extends unknown ? keyof F : never;
type FieldOf<T extends FactType> = Exclude<KeysOf<Extract<FactBody, { type: T }>>, 'type' | 'people' | 'papers' | 'memberships'>;

/**
 * What consumers may hear of each fact: ids, codes, dates and amounts, the minimum they can act on. People, coverage, papers, health and
 * everything somebody wrote stay in the journal and on the screens. Complete by the compiler, so a new field is silent until named here.
 */
const PUBLIC: { readonly [T in FactType]: readonly FieldOf<T>[] } = {
  'claim.registered': ['reportId', 'kind', 'eventOn', 'reportedAt', 'institutionId', 'branchId', 'readinessFileId', 'calendar'],
  'claim.report-repeated': ['reportId', 'institutionId', 'branchId'],
  // The days are told, why and with what effect is not.
  'claim.event-corrected': [],
  'claim.documents-attached': [],
  'claim.input-turned-away': ['what', 'why', 'reportId', 'institutionId', 'branchId'],
  'claim.documents-verified': [],
  'claim.document-waived': ['paper'],
  'claim.membership-changed': [],
  'claim.readiness-found': ['readinessFileId'],
  'claim.checked': [],
  // Another family's claim is nobody else's business.
  'claim.relation-found': [],
  // How treatment ended is health; that a claim became a death is the next fact.
  'claim.treatment-concluded': ['on'],
  'claim.converted-to-death': ['diedOn'],
  'claim.injury-assessed': [],
  'claim.completeness-requested': [],
  'claim.completed': [],
  'claim.completeness-revoked': [],
  // The key may carry a reference somebody typed.
  'claim.proposed': [],
  'claim.cause-triaged': ['programme'],
  'claim.heirs-resolved': [],
  'claim.payee-confirmed': ['payeeClass', 'holderMatch'],
  // Not the lines: the name of a disability benefit is a diagnosis.
  'claim.recommended': ['outcome', 'pack', 'total', 'reason'],
  'claim.points-decided': [],
  'claim.returned': ['points'],
  'claim.approved': ['total'],
  'claim.rejected': ['reason'],
  'claim.lapsed': ['reason'],
  'claim.withdrawn': [],
  'claim.appealed': [],
  'claim.reopened': ['ground'],
  'payout.ordered': [],
  'payout.unknown': ['payoutId', 'issue'],
  'payout.confirmed': ['payoutId', 'issue', 'bankReference', 'paidAt'],
  'payout.paid-at-revised': ['payoutId', 'issue', 'paidAt'],
  'payout.refused': ['payoutId', 'issue', 'reason'],
  'payout.resolved': ['payoutId', 'issue'],
  'payout.exempted': ['payoutId', 'issue'],
  'payout.reversed': ['payoutId', 'issue'],
  'payout.held': ['why', 'lateDays'],
  'payout.repriced': ['lateDays'],
  'payout.dropped': ['payoutId', 'why'],
  'payout.declined': ['payoutId'],
  'claim.paid': ['total'],
  'claim.compensation-unknown': ['clock', 'generation', 'why'],
  'claim.closed': [],
  'sla.clock-started': ['clock', 'startedAt'],
  'sla.clock-stopped': ['clock', 'stoppedAt'],
  'sla.verdict-revised': ['clock', 'generation', 'stoppedAt', 'why'],
  'sla.clock-paused': ['ground', 'clocks', 'from'],
  'sla.clock-resumed': ['ground', 'clocks', 'resumedAt'],
  'sla.clock-extended': ['clock', 'units'],
  'sla.calendar-changed': ['calendar', 'moved'],
  'sla.rung-reached': ['rungKey', 'clock', 'generation', 'rung', 'dueAt', 'tells', 'requires'],
  'sla.escalation-acknowledged': ['rungKey'],
};

/** Every kind of fact there is. */
export const FACT_TYPES = Object.keys(PUBLIC) as readonly FactType[];

export function publicPart(fact: Fact): Readonly<Record<string, unknown>> {
  const fields: readonly string[] = PUBLIC[fact.type];
  const visible = Object.entries(fact).filter(([field]) => fields.includes(field));
  return { ...Object.fromEntries(visible), ...partOfPayout(fact), byRole: fact.actor.role };
}

/** Of an order its number and amount, of a finding its outcome: whoever is behind them stays out. */
function partOfPayout(fact: Fact): Readonly<Record<string, unknown>> {
  switch (fact.type) {
    case 'payout.ordered':
      return { payoutId: fact.payout.payoutId, issue: fact.payout.issue, amount: fact.payout.amount };
    case 'claim.event-corrected':
      return { eventOn: fact.days.eventOn, ...(fact.days.diedOn === undefined ? {} : { diedOn: fact.days.diedOn }) };
    case 'payout.held':
    case 'payout.repriced':
      return { payoutId: fact.payout.payoutId, amount: fact.payout.amount };
    case 'payout.resolved':
      return { outcome: fact.resolution.outcome };
    default:
      return {};
  }
}
