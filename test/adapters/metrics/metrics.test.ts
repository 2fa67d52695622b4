import { CATALOGUE, type MetricDefinition } from '#adapters/metrics/catalogue.ts';
import { createMetrics } from '#adapters/metrics/metrics.ts';
import type { Figures, StoreFigures } from '#adapters/metrics/port.ts';

const ROWS: readonly MetricDefinition[] = Object.values(CATALOGUE);
const AT = 1_790_000_000_000;
const STORE: StoreFigures = {
  claims: { collecting: 3, paying: 1 },
  payouts: { unknown: 2 },
  oldestUnknownSeconds: 86_400,
  incidents: { 'rung-missed': 4 },
};
const FIGURES: Figures = {
  store: async () => STORE,
  kafka: async () => ({ lag: [{ topic: 'membership', partition: 5, lag: 7 }], deadLetters: 9 }),
};
const NOBODY = async (): Promise<never> => {
  throw new Error('not there');
};

function measures(now: () => number = () => AT) {
  return createMetrics({ process: 'sweeper', build: 'abc', now });
}
const linesOf = (text: string, name: string): readonly string[] => text.split('\n').filter((line) => line.startsWith(name));

describe('the catalogue of measures', () => {
  test.each(ROWS)('$name is ours by its name, says its unit as Prometheus does, and what it means', ({ kind, name, help }) => {
    expect(name).toMatch(/^santun_[a-z_]+$/);
    expect(help).toMatch(/^[A-Z].{15,}\.$/);
    if (kind === 'counter') expect(name).toMatch(/_total$/);
    if (kind === 'histogram') expect(name).toMatch(/_seconds$/);
  });

  test('no two measures share a name', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
  });

  test('no label can hold a claim, a person, an institution or an address', () => {
    const labels = new Set(ROWS.flatMap((row) => row.labels));
    const closed = [
      'process',
      'build',
      'clock',
      'cause',
      'status',
      'standing',
      'state',
      'kind',
      'topic',
      'partition',
      'part',
      'type',
      'code',
    ];
    expect([...labels].sort()).toEqual([...closed, 'method', 'route'].sort());
  });
});

describe('what a process tells', () => {
  test('a rung told three seconds late is counted among those later than two and a half', async () => {
    const metrics = measures();
    metrics.rungReached({ clock: 'jkm-legal', cause: 'alarm', lateMs: 3_000 });
    const text = await metrics.text();
    expect(text).toContain('santun_rung_lateness_seconds_bucket{le="2.5",clock="jkm-legal",cause="alarm"} 0');
    expect(text).toContain('santun_rung_lateness_seconds_bucket{le="5",clock="jkm-legal",cause="alarm"} 1');
    expect(text).toContain('santun_rung_lateness_seconds_sum{clock="jkm-legal",cause="alarm"} 3');
  });

  test('a clock that was set back makes nothing early', async () => {
    const metrics = measures();
    metrics.rungReached({ clock: 'jkm-legal', cause: 'alarm', lateMs: -5 });
    metrics.intake.handled({ topic: 'membership', type: 'coverage.changed.v1', elapsedMs: -5 });
    expect(await metrics.text()).toContain('santun_rung_lateness_seconds_sum{clock="jkm-legal",cause="alarm"} 0');
  });

  test('an answer is counted under the template of its route; what fits no route, and a method nobody uses, share one name', async () => {
    const metrics = measures();
    metrics.requestAnswered({ method: 'GET', route: '/claims/:claimId', status: 404, seconds: 0.2 });
    metrics.requestAnswered({ method: 'PROPFIND', route: undefined, status: 404, seconds: 0.1 });
    const text = await metrics.text();
    expect(text).toContain('santun_http_requests_total{method="GET",route="/claims/:claimId",status="404"} 1');
    expect(text).toContain('santun_http_requests_total{method="other",route="unmatched",status="404"} 1');
  });

  test('the intake counts what it took in, what it could not use and how often it waited', async () => {
    const { intake, text } = measures();
    intake.handled({ topic: 'partner-events', type: 'death.reported.v1', elapsedMs: 40 });
    intake.deadLettered({ topic: 'partner-events', code: 'claim-unknown' });
    intake.deadLettered({ topic: 'partner-events', code: 'Siti Aminah 3171234567890001' });
    intake.paused({ topic: 'membership', partition: 1, delayMs: 250 });
    intake.committed({ topic: 'membership', partition: 1, offset: '7', lag: 0n });
    intake.crashed(new Error('gone'));
    const told = await text();
    expect(told).toContain('santun_intake_handled_total{topic="partner-events",type="death.reported.v1"} 1');
    expect(told).toContain('santun_intake_handling_seconds_sum{topic="partner-events"} 0.04');
    expect(linesOf(told, 'santun_intake_dead_letters_total')).toEqual([
      'santun_intake_dead_letters_total{topic="partner-events",code="claim-unknown"} 1',
      'santun_intake_dead_letters_total{topic="partner-events",code="other"} 1',
    ]);
    expect(told).toContain('santun_intake_pauses_total{topic="membership"} 1');
    expect(told).toContain('santun_intake_commits_total{topic="membership"} 1');
    expect(told).toContain('santun_intake_crashes_total 1');
  });

  test('a process that does not look into the store says nothing about it, not even 0', async () => {
    const text = await measures().text();
    for (const { name } of ROWS.filter(({ only }) => only === 'sweeper')) expect(text).not.toContain(name);
    for (const { name } of ROWS.filter(({ only }) => only === undefined)) expect(text).toContain(`# TYPE ${name} `);
  });
});

describe('what lies in store and brokers', () => {
  test('is told by the sweeper', async () => {
    const metrics = measures();
    metrics.exportFigures(FIGURES);
    metrics.standings({ safe: 5, soon: 2, late: 1 });
    const text = await metrics.text();
    expect(text).toContain('santun_claims_open{status="collecting"} 3');
    expect(text).toContain('santun_payouts_unsettled{state="unknown"} 2');
    expect(text).toContain('santun_payout_unknown_oldest_seconds 86400');
    expect(text).toContain('santun_incidents_open{kind="rung-missed"} 4');
    expect(text).toContain('santun_consumer_lag{topic="membership",partition="5"} 7');
    expect(text).toContain('santun_dead_letters 9');
    expect(text).toContain('santun_claims_standing{standing="late"} 1');
    expect(text).toContain(`santun_sweep_last_pass_timestamp_seconds ${AT / 1_000}`);
  });

  test('while the store does not answer its figures are left out, not repeated; those of Kafka go on', async () => {
    let at = AT;
    let isThere = true;
    const metrics = measures(() => at);
    metrics.exportFigures({ ...FIGURES, store: () => (isThere ? FIGURES.store() : NOBODY()) });
    expect(await metrics.text()).toContain('santun_claims_open{status="collecting"} 3');
    isThere = false;
    at += 60_000;
    const text = await metrics.text();
    expect(linesOf(text, 'santun_claims_open{')).toEqual([]);
    expect(text).toContain('santun_payout_unknown_oldest_seconds Nan');
    expect(text).toContain('santun_collection_failures_total{part="store"} 1');
    expect(text).toContain('santun_dead_letters 9');
  });

  test('how claims stand is forgotten after five minutes: another sweeper counts by then, or none does', async () => {
    let at = AT;
    const metrics = measures(() => at);
    metrics.exportFigures(FIGURES);
    metrics.standings({ safe: 5, soon: 2, late: 1 });
    at += 300_000;
    expect(linesOf(await metrics.text(), 'santun_claims_standing{')).toEqual([]);
  });

  test('many who read at once ask the store once', async () => {
    let asked = 0;
    const metrics = measures();
    metrics.exportFigures({
      ...FIGURES,
      store: () => {
        asked += 1;
        return FIGURES.store();
      },
    });
    await Promise.all([metrics.text(), metrics.text(), metrics.text()]);
    await metrics.text();
    expect(asked).toBe(1);
  });

  test('another registry of the process that does not answer costs only its own part', async () => {
    const metrics = measures();
    metrics.alsoFrom(async () => 'temporal_told 1\n');
    metrics.alsoFrom(NOBODY);
    const text = await metrics.text();
    expect(text).toContain('temporal_told 1');
    expect(text).toContain('santun_build_info{process="sweeper",build="abc"} 1');
  });
});
