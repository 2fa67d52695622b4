import { BankFault } from '#adapters/bank/bank-fault.ts';
import type { BankPort } from '#adapters/bank/port.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { ReconciliationCasesStore } from '#adapters/mongo/reconciliation-cases-store.ts';
import type { ReconciliationsStore } from '#adapters/mongo/reconciliations-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { ownerOf } from '#domain/money/reconciliation/case.ts';
import { nameCases } from '#domain/money/reconciliation/case-names.ts';
import { caseIdOf, type Difference, differenceId } from '#domain/money/reconciliation/difference.ts';
import { type DayResult, matchDay } from '#domain/money/reconciliation/match.ts';
import type { DayInput } from '#domain/money/reconciliation/match-input.ts';
import { byTime, type Statement, type StatementEntry, type UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { notYet } from './failures.ts';
import { createBookedNews } from './reconcile-booked.ts';
import { createGathering, type GatherDeps } from './reconcile-gather.ts';
import { type BankWordDeps, createBankWord } from './reconcile-news.ts';

export type ReconcileDayDeps = GatherDeps &
  BankWordDeps & {
    readonly bank: Pick<BankPort, 'statement'>;
    readonly reconciliations: ReconciliationsStore;
    readonly reconciliationCases: Pick<ReconciliationCasesStore, 'note' | 'closeLost' | 'ofDay'>;
    readonly claims: Pick<ClaimsStore, 'find'>;
  };

/** Short enough to hand back through Temporal. */
export type DayCounts = { readonly entries: number; readonly matched: number; readonly differences: number; readonly told: number };

/** One run of one banking day. Repeatable at any point: cases have names of their own, and what was told is told once. */
export function createReconcileDay(deps: ReconcileDayDeps) {
  const { bank, reconciliations, reconciliationCases, claims, now } = deps;
  const gather = createGathering(deps);
  const tellBankWord = createBankWord(deps);
  const tellBookedTimes = createBookedNews(deps);

  return async function reconcile(day: Day, page: () => void = () => undefined): Promise<DayCounts> {
    const statement = await read(day, page);
    const input = await gather(statement);
    await reconciliations.keepEntries(day, input.statement.entries);
    const first = await match(input);
    await keepCases(first);
    const { told, failures } = await tellAll(first);
    failures.push(...(await tellBookedTimes(first.matched)));
    // What was told is on our books now; the cases opened for it close, and leave their trace.
    const last = told.length > 0 ? await match(await gather(statement)) : first;
    if (told.length > 0) await keepCases(last);
    const { totals, differences } = last;
    const matched = last.matched.length;
    const toldBefore = ((await reconciliations.find(day))?.told ?? []).filter((one) => !told.some(isSame(one)));
    const { unreadable } = input.statement;
    await reconciliations.finish(day, now(), {
      totals,
      matched,
      differences,
      told: [...toldBefore, ...told],
      ...(unreadable?.length ? { unreadable } : {}),
    });
    // Only now: one claim that cannot be reached must not keep the others from their proof.
    if (failures.length > 0) throw failures[0];
    return { entries: statement.entries.length, matched, differences: differences.length, told: told.length };
  };

  /** With the cases that are theirs already, under whatever name. */
  async function match(input: DayInput): Promise<DayResult> {
    const result = matchDay(input);
    const differences = nameCases(result.differences, await reconciliationCases.ofDay(result.day), result.present);
    return { ...result, differences };
  }

  async function tellAll({ differences }: DayResult) {
    const told: Difference[] = [];
    const failures: unknown[] = [];
    for (const difference of differences) {
      try {
        if (await tellBankWord(difference, difference.at)) told.push(difference);
      } catch (error) {
        failures.push(error);
      }
    }
    return { told, failures };
  }

  /** Throws, to be tried again later, while the bank does not give the whole of it. */
  async function read(day: Day, page: () => void): Promise<Statement> {
    const entries: StatementEntry[] = [];
    const unreadable: UnreadableLine[] = [];
    let balances: Omit<Statement, 'day' | 'entries' | 'unreadable'> = { opening: 0, closing: 0 };
    try {
      for await (const part of bank.statement(day)) {
        const { entries: read, unreadable: unread = [], ...told } = part;
        entries.push(...read);
        unreadable.push(...unread);
        balances = told;
        page();
      }
    } catch (error) {
      if (!(error instanceof BankFault)) throw error;
      await reconciliations.noteWaiting(day, error.fate.why, now());
      throw notYet(`the bank does not give its statement of ${day}: ${error.fate.why}`);
    }
    return { day, ...balances, entries: entries.toSorted(byTime), unreadable };
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
