import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CATALOGUE, type MetricDefinition } from '#adapters/metrics/catalogue.ts';
import { createMetrics } from '#adapters/metrics/metrics.ts';
import { INCIDENT_KINDS } from '#adapters/mongo/incidents-store.ts';
import { TEMPORAL_METRICS } from '../../support/temporal-metrics.ts';

const text = (file: string): string => readFileSync(join(process.cwd(), 'docs', file), 'utf8');

const Rule = z.strictObject({
  alert: z.string().regex(/^Santun[A-Z]\w+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+[mh]$/),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string().regex(/^[A-Z].{20,}[.)]$/) }),
});
const Alerts = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule) })) });
const Target = z.looseObject({ expr: z.string(), legendFormat: z.string().min(1) });
const Panel = z.looseObject({
  id: z.number(),
  type: z.enum(['row', 'timeseries', 'stat']),
  title: z.string().min(1),
  description: z.string().optional(),
  gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
  targets: z.array(Target).default([]),
});
const Dashboard = z.looseObject({ uid: z.literal('santun'), title: z.string(), panels: z.array(Panel) });

const rules = Alerts.parse(parse(text('monitoring/alerts.yaml'))).groups.flatMap((group) => group.rules);
const { panels } = Dashboard.parse(JSON.parse(text('monitoring/dashboard.json')));
const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

const ROWS: readonly MetricDefinition[] = Object.values(CATALOGUE);
const MEASURE = /\b(?:santun|temporal|nodejs|process)_[a-z0-9_]+/g;
const BY = /\bby \(([^)]*)\)/g;
const MATCHER = /(\w+)(=~|=)"([^"]*)"/g;

/** Every series our own processes can show, histograms with their three. */
function seriesOf({ kind, name }: Pick<MetricDefinition, 'kind' | 'name'>): readonly string[] {
  return kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
}

describe('dashboard and alarms', () => {
  let exported: ReadonlySet<string>;
  beforeAll(async () => {
    const metrics = createMetrics({ process: 'sweeper', build: 'uji', now: () => 0 });
    metrics.measureProcess();
    const ofProcess = [...(await metrics.text()).matchAll(/^# TYPE ((?:nodejs|process)_\w+) /gm)].map(([, name = '']) => name);
    const ofTemporal = TEMPORAL_METRICS.flatMap((name) => seriesOf({ kind: name.endsWith('_seconds') ? 'histogram' : 'gauge', name }));
    exported = new Set([...ROWS.flatMap(seriesOf), ...ofProcess, ...ofTemporal]);
  });

  test.each(EXPRESSIONS)('%s asks only for what a process exports: %s', (_title, expr) => {
    // The words between braces and after `by` are labels, and a label may be called what a measure begins with.
    const measures = [...expr.replace(BY, '').matchAll(MEASURE)].map(([name]) => name);
    expect(measures.filter((name) => !exported.has(name))).toEqual([]);
    if (!expr.startsWith('up{')) expect(measures.length).toBeGreaterThan(0);
  });

  test.each(EXPRESSIONS)('%s groups only by labels its measures have: %s', (_title, expr) => {
    const own = ROWS.filter((row) => seriesOf(row).some((name) => expr.includes(name))).flatMap(({ labels }) => labels);
    const known = new Set([...own, 'le', 'job', 'instance', ...(expr.includes('temporal_') ? ['task_queue', 'worker_type'] : [])]);
    const asked = [...expr.matchAll(BY)].flatMap(([, list = '']) => list.split(',').map((label) => label.trim()));
    const matched = [...expr.matchAll(MATCHER)].map(([, label = '']) => label);
    expect([...asked, ...matched].filter((label) => !known.has(label))).toEqual([]);
  });

  test.each(rules.filter(({ expr }) => expr.includes('kind=')))('$alert names kinds of incidents that there are', ({ expr }) => {
    const named = [...expr.matchAll(MATCHER)].flatMap(([, label, , values = '']) => (label === 'kind' ? values.split('|') : []));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((kind) => !(INCIDENT_KINDS as readonly string[]).includes(kind))).toEqual([]);
  });

  test('every measure of ours is looked at somewhere', () => {
    const all = EXPRESSIONS.map(([, expr]) => expr).join('\n');
    expect(ROWS.filter((row) => !seriesOf(row).some((name) => all.includes(name))).map(({ name }) => name)).toEqual([]);
  });

  test.each(rules)('$alert has its row in the runbook', ({ alert }) => {
    expect(text('runbook.md')).toContain(`| \`${alert}\` |`);
  });

  test('no two alarms and no two panels share a name, and no panel lies on another', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { h, w, x, y } }) =>
      Array.from({ length: h * w }, (_, n) => `${x + (n % w)}/${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.filter(({ type, description }) => type !== 'row' && !description).map(({ title }) => title)).toEqual([]);
  });
});
