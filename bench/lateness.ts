export type Lateness = {
  readonly name: string;
  readonly side: 'claims' | 'naive';
  readonly due: number;
  readonly kills: number;
  readonly once: number;
  readonly missing: number;
  readonly repeated: number;
  /** Of what the rung says of itself: the workflow's instant against the deadline. */
  readonly late: Quantiles;
  /** Until Kafka had it, which is after the journal had it. */
  readonly told?: Quantiles;
};

export type Quantiles = { readonly p50: number; readonly p99: number; readonly max: number };

type Found = Pick<Lateness, 'name' | 'side' | 'due' | 'kills'> & {
  readonly lateMs: readonly (number | undefined)[];
  /** How often each was done. */
  readonly times: readonly number[];
  readonly toldMs: readonly number[];
};

export function lateness({ lateMs, times, toldMs, ...found }: Found): Lateness {
  const once = times.filter((count, index) => count === 1 && lateMs[index] !== undefined).length;
  const repeated = times.filter((count) => count > 1).length;
  const known = lateMs.filter((late) => late !== undefined);
  return {
    ...found,
    once,
    missing: found.due - once - repeated,
    repeated,
    late: quantiles(known),
    ...(toldMs.length === 0 ? {} : { told: quantiles(toldMs) }),
  };
}

function quantiles(samples: readonly number[]): Quantiles {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function latenessTable(findings: readonly Lateness[]): string {
  const line = (first: string, ...cells: readonly string[]): string => first.padEnd(30) + cells.map((cell) => cell.padStart(11)).join('');
  const seconds = (ms: number | undefined): string => (ms === undefined ? '-' : (ms / 1000).toFixed(2));
  const rows = findings.map(({ name, side, due, once, missing, repeated, kills, late, told }) =>
    line(
      `${due} ${name}, ${side}`,
      ...[once, missing, repeated, kills].map(String),
      ...[late.p50, late.p99, late.max, told?.p50, told?.p99, told?.max].map(seconds),
    ),
  );
  const head = ['once', 'missing', 'repeated', 'kills', 'late p50 s', 'p99 s', 'max s', 'told p50 s', 'p99 s', 'max s'];
  return [line('deadlines', ...head), ...rows].join('\n');
}
