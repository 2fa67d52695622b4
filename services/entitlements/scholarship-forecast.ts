import { setImmediate } from 'node:timers/promises';
import type { EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { AmountChange } from '#domain/scholarship/entitlement/amount-changes.ts';
import {
  type EntitlementForecast,
  forecastOf,
  type TotalForecast,
  totalForecast,
  type YearAmount,
} from '#domain/scholarship/entitlement/forecast.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CsvCell } from '#services/reports/csv-file.ts';

/** Of every child, or of these; undefined where one of these is not there. */
export async function readForecast(
  entitlements: Pick<EntitlementsStore, 'all'>,
  { ids = [], today, changes }: { readonly ids?: readonly EntitlementId[]; readonly today: Day; readonly changes: readonly AmountChange[] },
): Promise<TotalForecast | undefined> {
  const found: EntitlementForecast[] = [];
  for await (const one of entitlements.all()) {
    if (ids.length > 0 && !ids.includes(one.id)) continue;
    found.push(forecastOf(one, today, changes));
    // Milliseconds each, for thousands of children: others who ask something meanwhile get their turn.
    await setImmediate();
  }
  return found.length < ids.length ? undefined : totalForecast(found);
}

/** One row per child, one column per school year; the last row sums the columns. */
export function toForecastRows(forecast: TotalForecast): readonly (readonly CsvCell[])[] {
  const { entitlements, byYear } = forecast;
  const inYear = (all: readonly YearAmount[], wanted: number): number => all.find(({ schoolYear }) => schoolYear === wanted)?.amount ?? 0;
  const row = (name: string, one: Omit<EntitlementForecast, 'id' | 'years'>, years: readonly YearAmount[]): CsvCell[] => [
    name,
    one.paid,
    one.leaving,
    one.total,
    one.missed,
    ...byYear.map(({ schoolYear }) => inYear(years, schoolYear)),
  ];
  const columns = byYear.map(({ schoolYear }) => `${schoolYear}/${schoolYear + 1}`);
  return [
    ['Beasiswa', 'Sudah dibayar (Rp)', 'Sedang dibayar (Rp)', 'Paling banyak lagi (Rp)', 'Di antaranya tahun terlewat (Rp)', ...columns],
    ...entitlements.map((one) => row(one.id, one, one.years)),
    row('Jumlah', forecast, byYear),
  ];
}
