import type { KeptCase, ReconciliationCasesStore } from '#adapters/mongo/reconciliation-cases-store.ts';
import type { ReconciliationRun } from '#adapters/mongo/reconciliations-store.ts';
import { assigneeOf } from '#domain/money/reconciliation/case.ts';
import { caseIdOf, type Difference } from '#domain/money/reconciliation/difference.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { differenceText } from './difference-words.ts';

export type RunView = Awaited<ReturnType<typeof toRunView>>;
export type CaseView = ReturnType<typeof toCaseView>;

/** The proof of one banking day: balances, movements, our books, and 0 or the cases that explain the difference. */
export async function toRunView(run: ReconciliationRun, cases: Pick<ReconciliationCasesStore, 'ofIds'>) {
  const { _id: date, state, why, at, totals, matched = 0, differences = [], told = [] } = run;
  const kept = new Map((await cases.ofIds([...differences, ...told].map(caseIdOf))).map((one) => [one.id, one]));
  const toRow = (difference: Difference) => {
    const found = kept.get(caseIdOf(difference));
    return { ...toDifferenceRow(difference), ...(found ? standingOf(found) : {}) };
  };
  return {
    date,
    state,
    at: toIso(at),
    ...(why === undefined ? {} : { why }),
    ...(totals === undefined ? {} : { totals }),
    matched,
    isProven: state === 'done' && differences.length === 0,
    differences: differences.map(toRow),
    toldByStatement: told.map(toRow),
  };
}

function standingOf(kept: KeptCase) {
  const assignee = assigneeOf(kept);
  const { state: caseState, owner, openedAt } = kept;
  return { caseState, owner, openedAt: toIso(openedAt), ...(assignee === undefined ? {} : { assignee }) };
}

function toDifferenceRow(difference: Difference) {
  const { kind, effect, ours, theirs, payoutId, claimId, issue, bankReference, unreadable } = difference;
  return {
    caseId: caseIdOf(difference),
    kind,
    text: differenceText(difference),
    effect,
    ours,
    theirs,
    payoutId,
    claimId,
    issue,
    bankReference,
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}

export function toCaseView({ id, day, difference, owner, state, steps, openedAt }: KeptCase) {
  const assignee = assigneeOf({ steps });
  return {
    ...toDifferenceRow(difference),
    caseId: id,
    seq: steps.length,
    date: day,
    owner,
    ...(assignee === undefined ? {} : { assignee }),
    state,
    stateText: text(`case.${state}`),
    openedAt: toIso(openedAt),
    steps: steps.map(({ at, commandId: _commandId, ...step }) => ({ ...step, at: toIso(at) })),
  };
}
