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

/** Fields that are codes elsewhere: a reason somebody wrote may name an illness, and the outcome of the heirs names them. */
const WITHHELD_OF: Readonly<Partial<Record<FactType, string>>> = {
  'claim.cause-triaged': 'reason',
  'sla.escalation-acknowledged': 'reason',
  'claim.heirs-resolved': 'outcome',
};

/** What others hear of a fact: ids, statuses, dates and amounts, the minimum they can act on. */
export function publicPart(fact: Fact): Readonly<Record<string, unknown>> {
  const visible = Object.entries(fact).filter(([field]) => !WITHHELD.has(field) && WITHHELD_OF[fact.type] !== field);
  const payout =
    fact.type === 'payout.ordered' ? { payoutId: fact.payout.payoutId, issue: fact.payout.issue, amount: fact.payout.amount } : {};
  return { ...Object.fromEntries(visible), ...payout, byRole: fact.actor.role };
}
