import type { Fact, FactType } from './facts.ts';

/** Fields that stay at home: people, coverage, papers and free text are for the journal and the screens, not for consumers. */
const WITHHELD: ReadonlySet<string> = new Set([
  'type',
  'at',
  'actor',
  'cause',
  'participantId',
  'memberships',
  'wageBase',
  'people',
  'papers',
  'verdicts',
  'explanation',
  'text',
  'why',
  'accountRef',
  'personId',
  'payout',
  'decisions',
]);

/** Facts whose reason a person wrote; it may name an illness or a neighbour. Elsewhere a reason is a code. */
const WRITTEN_REASONS: ReadonlySet<FactType> = new Set(['claim.cause-triaged', 'sla.escalation-acknowledged']);

/** What others hear of a fact: ids, statuses, dates and amounts, the minimum they can act on. */
export function publicPart(fact: Fact): Readonly<Record<string, unknown>> {
  const isWithheld = (field: string): boolean => WITHHELD.has(field) || (field === 'reason' && WRITTEN_REASONS.has(fact.type));
  const visible = Object.entries(fact).filter(([field]) => !isWithheld(field));
  const payout =
    fact.type === 'payout.ordered' ? { payoutId: fact.payout.payoutId, issue: fact.payout.issue, amount: fact.payout.amount } : {};
  return { ...Object.fromEntries(visible), ...payout, byRole: fact.actor.role };
}
