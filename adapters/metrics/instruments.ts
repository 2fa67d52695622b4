import { Counter, Gauge, Histogram, type Metric, type Registry } from 'prom-client';
import { CATALOGUE, type MetricDefinition, type MetricKey } from './catalogue.ts';

type Of<K extends MetricDefinition['kind']> = { counter: Counter; gauge: Gauge; histogram: Histogram }[K];
export type Instruments = { readonly [Key in MetricKey]: Of<(typeof CATALOGUE)[Key]['kind']> };

/**
 * One instrument for each row of the catalogue. Those every process has are in the registry given, never in the library's global one, which
 * tests would share; the others are shown once `showAll` is called: an instrument without labels says 0 before anybody has counted.
 */
export function createInstruments(registry: Registry): { readonly of: Instruments; showAll(): void } {
  const rows: readonly (readonly [string, MetricDefinition])[] = Object.entries(CATALOGUE);
  const made = rows.map(([key, row]) => ({ key, row, instrument: make(row) }));
  const show = (of: typeof made): void => {
    for (const { instrument } of of) registry.registerMetric(instrument as Metric);
  };
  show(made.filter(({ row }) => row.only === undefined));
  return {
    of: Object.fromEntries(made.map(({ key, instrument }) => [key, instrument])) as unknown as Instruments,
    showAll: () => show(made.filter(({ row }) => row.only !== undefined)),
  };
}

function make({ kind, name, help, labels, buckets }: MetricDefinition): Counter | Gauge | Histogram {
  const common = { name, help, labelNames: [...labels], registers: [] };
  switch (kind) {
    case 'counter':
      return new Counter(common);
    case 'gauge':
      return new Gauge(common);
    case 'histogram':
      return new Histogram({ ...common, ...(buckets === undefined ? {} : { buckets: [...buckets] }) });
    default:
      return kind satisfies never;
  }
}
