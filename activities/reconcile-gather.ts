import { createTransfersReader, type TransfersDeps } from '#adapters/mongo/reconciliation-transfers.ts';
import type { ReconciliationsStore } from '#adapters/mongo/reconciliations-store.ts';
import { addDays } from '#domain/calendar/day.ts';
import { spanOf } from '#domain/reconciliation/bank-day.ts';
import type { DayInput } from '#domain/reconciliation/match-input.ts';
import type { Statement } from '#domain/reconciliation/statement.ts';

export type GatherDeps = TransfersDeps & { readonly reconciliations: Pick<ReconciliationsStore, 'find' | 'entriesUnder'> };

/** Everything of ours that a day's statement may be about. */
export function createGathering({ reconciliations, ...deps }: GatherDeps) {
  const transfersAbout = createTransfersReader(deps);

  return async function gather(statement: Statement): Promise<DayInput> {
    const { from, until } = spanOf(statement.day);
    const transfers = (await transfersAbout(from, until, statement.entries)).map(({ order: _order, ...transfer }) => transfer);
    const references = transfers.map(({ reference }) => reference);
    const before = await reconciliations.find(addDays(statement.day, -1));
    return {
      statement,
      transfers,
      elsewhere: (await reconciliations.entriesUnder(references)).filter(({ day }) => day !== statement.day),
      ...(before?.totals === undefined ? {} : { previousClosing: before.totals.closing }),
    };
  };
}
