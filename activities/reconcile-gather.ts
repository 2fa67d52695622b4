import { createTransfersReader, type TransfersDeps } from '#adapters/mongo/reconciliation-transfers.ts';
import type { ReconciliationsStore } from '#adapters/mongo/reconciliations-store.ts';
import { spanOf } from '#domain/money/reconciliation/bank-day.ts';
import type { FeeRules } from '#domain/money/reconciliation/fees.ts';
import type { DayInput } from '#domain/money/reconciliation/match-input.ts';
import { settleDay } from '#domain/money/reconciliation/settle.ts';
import type { Statement } from '#domain/money/reconciliation/statement.ts';
import { addDays } from '#domain/time/calendar/day.ts';

export type GatherDeps = TransfersDeps & {
  readonly reconciliations: Pick<ReconciliationsStore, 'find' | 'entriesUnder' | 'unreadableUnder'>;
  readonly feeRules?: FeeRules;
};

/** A day's statement, read as far as it can be, and everything of ours that it may be about. */
export function createGathering({ reconciliations, feeRules, ...deps }: GatherDeps) {
  const transfersAbout = createTransfersReader(deps);

  return async function gather(statement: Statement): Promise<DayInput> {
    const { from, until } = spanOf(statement.day);
    const lines = [...statement.entries, ...(statement.unreadable ?? [])];
    const transfers = (await transfersAbout(from, until, lines)).map(({ order: _order, ...transfer }) => transfer);
    const references = transfers.map(({ reference }) => reference);
    const before = await reconciliations.find(addDays(statement.day, -1));
    const { closing, closingSen = 0 } = before?.totals ?? {};
    return settleDay({
      statement,
      transfers,
      ...(feeRules ? { feeRules } : {}),
      unreadableElsewhere: await reconciliations.unreadableUnder(references, statement.day),
      elsewhere: (await reconciliations.entriesUnder(references)).filter(({ day }) => day !== statement.day),
      ...(closing === undefined ? {} : { previousClosing: closing, previousClosingSen: closingSen }),
    });
  };
}
