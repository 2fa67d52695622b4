import { breakThings, type Recovery } from './breaker.ts';
import { type Pace, planOf } from './plan.ts';
import { createProbes } from './probes.ts';
import type { Theatre } from './theatre.ts';
import { makeWeather } from './weather.ts';
import type { ChaosWorld } from './world.ts';

export type Storm = {
  readonly brokenForMs: number;
  readonly mostInFlight: number;
  /** Transfers struck at the bank, of a thousand. */
  readonly faultsPerMille: number;
};

export type StormOptions = {
  readonly seed: number;
  readonly windowMs: number;
  readonly pace: Pace;
  readonly note: (line: string) => void;
  readonly tell: (recovery: Recovery) => void;
  readonly signal: AbortSignal;
};

const COUNT_EVERY_MS = 500;

/** Kills and bank faults together, for the time there is and until every part has been hit. */
export async function blow(world: ChaosWorld, theatre: Theatre, options: StormOptions): Promise<Storm> {
  const { seed, windowMs, note, tell, signal } = options;
  const { stage, canary } = theatre;
  const over = new AbortController();
  let mostInFlight = 0;
  const startedAt = performance.now();
  const counting = setInterval(() => {
    mostInFlight = Math.max(mostInFlight, openClaims(stage.watch.tally()));
  }, COUNT_EVERY_MS);
  try {
    const weather = makeWeather(seed, stage.bank, AbortSignal.any([signal, over.signal]));
    await weather.begin();
    const deps = {
      components: world.components,
      probeOf: createProbes({ world, stage, canary }),
      onBack: async (component: string) => (component === 'bank' ? weather.begin() : undefined),
      startedAt,
      note: (line: string) => note(`        ${line}`),
    };
    const plan = planOf(seed, [...world.components.keys()], options.pace);
    await breakThings(deps, plan, startedAt + windowMs, signal, tell);
    over.abort();
    await weather.clear();
    return { brokenForMs: performance.now() - startedAt, mostInFlight, faultsPerMille: weather.perMille };
  } finally {
    over.abort();
    clearInterval(counting);
  }
}

function openClaims(tally: Readonly<Record<string, number>>): number {
  const { closed = 0, rejected = 0, withdrawn = 0, ...open } = tally;
  return Object.values(open).reduce((sum, count) => sum + count, 0);
}
