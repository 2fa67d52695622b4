import { delay } from '#stack/wait.ts';
import type { Component } from './component.ts';
import type { Blow, Round } from './plan.ts';
import type { Probe } from './probes.ts';

/** How one part came back. Milliseconds from the order to start it again; `downMs` lie before that. */
export type Recovery = {
  readonly component: string;
  /** Into the run. */
  readonly atMs: number;
  readonly downMs: number;
  /** Killed in all, a second time during its start included. */
  readonly kills: number;
  readonly others: readonly string[];
  readonly readyMs?: number;
  /** The next piece of real work had passed through it. Absent: it never did. */
  readonly workedMs?: number;
};

export type BreakerDeps = {
  readonly components: ReadonlyMap<string, Component>;
  readonly probeOf: (component: string) => Probe;
  /** Called when the part is up again, before it is asked for work. */
  readonly onBack: (component: string) => Promise<void>;
  readonly startedAt: number;
  readonly note: (line: string) => void;
};

/** After this a part is told to have not come back. */
const GIVE_UP_MS = 120_000;

/** Kills what the plan says, round by round, until the time is over and every part has been hit. */
export async function breakThings(
  deps: BreakerDeps,
  plan: Iterator<Round, never>,
  endsAt: number,
  signal: AbortSignal,
  tell: (recovery: Recovery) => void,
): Promise<void> {
  const spared = new Set(deps.components.keys());
  while (!signal.aborted && (performance.now() < endsAt || spared.size > 0)) {
    const { pauseMs, blows } = plan.next().value;
    await delay(pauseMs, signal);
    if (signal.aborted) return;
    const victims = blows.map(({ component }) => component);
    await Promise.all(
      blows.map(async (blow) => {
        const others = victims.filter((name) => name !== blow.component);
        tell({ ...(await strike(deps, blow, signal)), others });
        spared.delete(blow.component);
      }),
    );
  }
}

async function strike(deps: BreakerDeps, blow: Blow, signal: AbortSignal): Promise<Omit<Recovery, 'others'>> {
  const { components, probeOf, onBack, startedAt, note } = deps;
  const component = components.get(blow.component);
  if (!component) throw new Error(`nothing is called ${blow.component}`);
  await delay(blow.afterMs, signal);
  const atMs = performance.now() - startedAt;
  component.kill();
  note(
    `${blow.component} killed, down for ${blow.downMs} ms${blow.againAfterMs === undefined ? '' : ', and killed again while it starts'}`,
  );
  await delay(blow.downMs, signal);
  if (blow.againAfterMs !== undefined) await strikeAgain(component, blow.againAfterMs, signal);
  const orderedAt = performance.now();
  const kills = blow.againAfterMs === undefined ? 1 : 2;
  const told = { component: blow.component, atMs, downMs: blow.downMs, kills };
  try {
    await component.start();
  } catch (error) {
    note(String(error));
    return told;
  }
  const readyMs = performance.now() - orderedAt;
  await onBack(blow.component);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(GIVE_UP_MS)]);
  try {
    await probeOf(blow.component)(orderedAt, patience);
    return { ...told, readyMs, workedMs: performance.now() - orderedAt };
  } catch (error) {
    note(`${blow.component}: ${String(error)}`);
    return { ...told, readyMs };
  }
}

/** Somewhere in its start, or just after it. */
async function strikeAgain(component: Component, afterMs: number, signal: AbortSignal): Promise<void> {
  const starting = component.start();
  await delay(afterMs, signal);
  component.kill();
  await starting.catch(() => undefined);
}
