import { BankFault } from '#adapters/bank/bank-fault.ts';
import type { BankPort } from '#adapters/bank/port.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { ReconciliationCasesStore } from '#adapters/mongo/reconciliation-cases-store.ts';
import type { ReconciliationsStore } from '#adapters/mongo/reconciliations-store.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Instant } from '#domain/calendar/instant.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { ownerOf } from '#domain/reconciliation/case.ts';
import { caseIdOf, type Difference, differenceId } from '#domain/reconciliation/difference.ts';
import { type DayResult, matchDay } from '#domain/reconciliation/match.ts';
import { byTime, type Statement, type StatementEntry } from '#domain/reconciliation/statement.ts';
import { notYet } from './failures.ts';
import { createGathering, type GatherDeps } from './reconcile-gather.ts';
import { type BankWordDeps, createBankWord } from './reconcile-news.ts';

export type ReconcileDayDeps = GatherDeps &
  BankWordDeps & {
    readonly bank: Pick<BankPort, 'statement'>;
    readonly reconciliations: ReconciliationsStore;
    readonly reconciliationCases: Pick<ReconciliationCasesStore, 'note' | 'closeLost'>;
    readonly claims: Pick<ClaimsStore, 'find'>;
  };

/** Short enough to hand back through Temporal. */
export type DayCounts = { readonly entries: number; readonly matched: number; readonly differences: number; readonly told: number };

/** One run of one banking day. Repeatable at any point: cases have names of their own, and what was told is told once. */
export function createReconcileDay(deps: ReconcileDayDeps) {
  const { bank, reconciliations, reconciliationCases, claims, now } = deps;
  const gather = createGathering(deps);
  const tellBankWord = createBankWord(deps);

  return async function reconcile(day: Day, page: () => void = () => undefined): Promise<DayCounts> {
    const statement = await read(day, page);
    await reconciliations.keepEntries(day, statement.entries);
    const first = matchDay(await gather(statement));
    await keepCases(first);
    const { told, failures } = await tellAll(statement, first);
    // What was told is on our books now; the cases opened for it close, and leave their trace.
    const last = told.length > 0 ? matchDay(await gather(statement)) : first;
    if (told.length > 0) await keepCases(last);
    const { totals, differences } = last;
    const matched = last.matched.length;
    const toldBefore = ((await reconciliations.find(day))?.told ?? []).filter((one) => !told.some(isSame(one)));
    await reconciliations.finish(day, now(), { totals, matched, differences, told: [...toldBefore, ...told] });
    // Only now: one claim that cannot be reached must not keep the others from their proof.
    if (failures.length > 0) throw failures[0];
    return { entries: statement.entries.length, matched, differences: differences.length, told: told.length };
  };

  async function tellAll(statement: Statement, { differences }: DayResult) {
    const told: Difference[] = [];
    const failures: unknown[] = [];
    for (const difference of differences) {
      try {
        if (await tellBankWord(difference, bookedAt(statement, difference))) told.push(difference);
      } catch (error) {
        failures.push(error);
      }
    }
    return { told, failures };
  }

  /** Throws, to be tried again later, while the bank does not give the whole of it. */
  async function read(day: Day, page: () => void): Promise<Statement> {
    const entries: StatementEntry[] = [];
    let [opening, closing] = [0, 0];
    try {
      for await (const part of bank.statement(day)) {
        entries.push(...part.entries);
        [opening, closing] = [part.opening, part.closing];
        page();
      }
    } catch (error) {
      if (!(error instanceof BankFault)) throw error;
      await reconciliations.noteWaiting(day, error.fate.why, now());
      throw notYet(`the bank does not give its statement of ${day}: ${error.fate.why}`);
    }
    return { day, opening, closing, entries: entries.toSorted(byTime) };
  }

  async function keepCases({ day, differences }: DayResult): Promise<void> {
    for (const difference of differences) {
      const claim = difference.claimId === undefined ? undefined : await claims.find(difference.claimId as ClaimId);
      await reconciliationCases.note(day, difference, ownerOf(difference, claim?.branchId), now());
    }
    await reconciliationCases.closeLost(day, differences.map(caseIdOf), now());
  }
}

function isSame(one: Difference): (other: Difference) => boolean {
  return (other) => differenceId(one) === differenceId(other);
}

function bookedAt({ entries }: Statement, { bankReference }: Difference): Instant {
  return entries.find((entry) => entry.bankReference === bankReference)?.at ?? 0;
}
