import { endpoint } from '#api/endpoint.ts';
import { AMOUNT_CHANGES } from '#domain/scholarship/entitlement/amount-changes.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { ForecastQuery } from '#schemas/http/entitlements.ts';
import { ScholarshipForecastReply } from '#schemas/http/replies/entitlements.ts';
import { readForecast, toForecastRows } from '#services/entitlements/scholarship-forecast.ts';
import { CsvFile } from '#services/reports/csv-file.ts';

/** The most that scholarships may still cost, per child and school year, to the last possible one. */
export const forecastScholarships = endpoint({
  method: 'GET',
  url: '/reports/scholarships',
  action: 'read-reports',
  about: 'What scholarships will cost in the years to come.',
  query: ForecastQuery,
  reply: ScholarshipForecastReply,
  async handle({ query: { format }, wantsCsv }, { stores, now }) {
    const { zone } = await stores.calendars.active();
    const today = toLocal(now(), zone).day;
    const forecast = await readForecast(stores.entitlements, { today, changes: AMOUNT_CHANGES });
    const asCsv = format === undefined ? wantsCsv : format === 'csv';
    if (asCsv && forecast) return new CsvFile(`taksiran-beasiswa-${today}.csv`, toForecastRows(forecast));
    return { asOf: today, changes: AMOUNT_CHANGES, ...forecast };
  },
});
