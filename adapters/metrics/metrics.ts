import { collectDefaultMetrics, Registry } from 'prom-client';
import type { IntakeMetrics } from '#adapters/kafka/port.ts';
import { createInstruments, type Instruments } from './instruments.ts';
import { intakeMetrics } from './intake-metrics.ts';
import { kept } from './kept.ts';
import type { AnsweredRequest, Figures, KafkaFigures, ReachedRung, StandingCounts, StoreFigures } from './port.ts';

/** Asked of store and brokers at most this often, however many read. */
const FIGURES_FOR_MS = 10_000;
/** Prometheus waits ten seconds for the whole answer. */
const PATIENCE_MS = 5_000;
/** Another sweeper may have taken over since: what this one counted is then no longer true. */
const STANDINGS_FOR_MS = 300_000;

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

export type Metrics = ReturnType<typeof createMetrics>;

export type MetricsOptions = { readonly process: string; readonly build: string; readonly now: () => number };

/** Everything one process measures. Nothing here throws at whoever tells it something. */
export function createMetrics({ process, build, now }: MetricsOptions) {
  const registry = new Registry();
  const { of, showAll } = createInstruments(registry);
  of.buildInfo.set({ process, build }, 1);
  /** Before each reading; none of them rejects. */
  const collectors: (() => Promise<void> | void)[] = [];
  const others: (() => Promise<string>)[] = [];
  let standings: { readonly counts: StandingCounts; readonly at: number } | undefined;

  /** A part that does not answer leaves its figures out: an old number looks like a true one. */
  function collect<T>(part: 'store' | 'kafka' | 'temporal', ask: () => Promise<T>, show: (figures: T | undefined) => void): void {
    const asked = kept(ask, { forMs: FIGURES_FOR_MS, patienceMs: PATIENCE_MS, now });
    collectors.push(async () => {
      try {
        show(await asked());
      } catch {
        show(undefined);
        of.collectionFailures.inc({ part });
      }
    });
  }

  return {
    contentType: registry.contentType,
    intake: intakeMetrics(of) satisfies IntakeMetrics,

    rungReached({ clock, cause, lateMs }: ReachedRung): void {
      of.rungLateness.observe({ clock, cause }, Math.max(0, lateMs) / 1_000);
    },

    requestAnswered({ method, route = 'unmatched', status, seconds }: AnsweredRequest): void {
      const known = METHODS.has(method) ? method : 'other';
      of.httpRequests.inc({ method: known, route, status: String(status) });
      of.httpDuration.observe({ method: known, route }, seconds);
    },

    /** Told by a pass of the sweeper that saw every open claim. */
    standings(counts: StandingCounts): void {
      standings = { counts, at: now() };
      of.lastPass.set(standings.at / 1_000);
    },

    /** Of the one process that tells what lies in store and brokers. */
    exportFigures({ store, kafka }: Figures): void {
      showAll();
      collect('store', store, (figures) => showStore(of, figures));
      collect('kafka', kafka, (figures) => showKafka(of, figures));
      collectors.push(() => {
        const isFresh = standings !== undefined && now() - standings.at < STANDINGS_FOR_MS;
        showCounts(of.claimsStanding, 'standing', isFresh ? standings?.counts : undefined);
      });
    },

    /** What another registry of this process has to say, in the same format. */
    alsoFrom(read: () => Promise<string>): void {
      const failed = (): string => {
        of.collectionFailures.inc({ part: 'temporal' });
        return '';
      };
      others.push(() => read().catch(failed));
    },

    /** Memory, processor and event loop of this process, under the names dashboards know them by. */
    measureProcess(): void {
      collectDefaultMetrics({ register: registry });
    },

    async text(): Promise<string> {
      const [more] = await Promise.all([Promise.all(others.map((read) => read())), Promise.all(collectors.map((run) => run()))]);
      return [await registry.metrics(), ...more].filter((part) => part !== '').join('\n');
    },
  };
}

function showStore(of: Instruments, figures: StoreFigures | undefined): void {
  showCounts(of.claimsOpen, 'status', figures?.claims);
  showCounts(of.payoutsUnsettled, 'state', figures?.payouts);
  showCounts(of.incidentsOpen, 'kind', figures?.incidents);
  show(of.unknownAge, figures?.oldestUnknownSeconds);
}

function showKafka(of: Instruments, figures: KafkaFigures | undefined): void {
  of.consumerLag.reset();
  for (const { topic, partition, lag } of figures?.lag ?? []) of.consumerLag.set({ topic, partition: String(partition) }, lag);
  show(of.deadLetters, figures?.deadLetters);
}

function showCounts(gauge: Instruments['claimsOpen'], label: string, counts: Readonly<Record<string, number>> | undefined): void {
  gauge.reset();
  for (const [value, count] of Object.entries(counts ?? {})) gauge.set({ [label]: value }, count);
}

/** NOTE: a gauge without labels starts, and is reset, at 0, which would read as none; not a number reads as unknown. */
function show(gauge: Instruments['deadLetters'], value: number | undefined): void {
  gauge.set(value ?? Number.NaN);
}
