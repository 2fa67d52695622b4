import type { ReadingsStore } from '#adapters/mongo/readings-store.ts';
import {
  changesBetween,
  isRepeat,
  type Readings,
  type ReadingsStep,
  readingsOn,
  refuseActivation,
  refuseWithdrawal,
  stateOf,
} from '#domain/law/readings/readings.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { notFound, RefusedError } from '#services/errors.ts';

type Wish = Omit<ReadingsStep, 'step'>;

export async function proposeReadings(
  store: ReadingsStore,
  told: { switches: Partial<Switches>; validFrom: Day },
  wish: Wish,
): Promise<Readings> {
  for (;;) {
    const all = await store.list();
    const before = all.find((one) => isRepeat(one, 'proposed', wish.actor, wish.commandId));
    if (before) return before;
    const readings: Readings = {
      ...told,
      version: 1 + Math.max(0, ...all.map(({ version }) => version)),
      steps: [{ ...wish, step: 'proposed' }],
    };
    if (await store.propose(readings)) return readings;
  }
}

/** The second supervisor's word; of two who press at once, one is told who was first. */
export function activateReadings(store: ReadingsStore, version: number, wish: Wish): Promise<Readings> {
  return take(store, version, { ...wish, step: 'activated' }, (readings, all) => refuseActivation(readings, wish.actor, all));
}

export function withdrawReadings(store: ReadingsStore, version: number, wish: Wish): Promise<Readings> {
  return take(store, version, { ...wish, step: 'withdrawn' }, refuseWithdrawal);
}

async function take(
  store: ReadingsStore,
  version: number,
  step: ReadingsStep,
  refused: (readings: Readings, all: readonly Readings[]) => Refusal | undefined,
): Promise<Readings> {
  for (;;) {
    const all = await store.list();
    const readings = all.find((one) => one.version === version);
    if (!readings) throw notFound();
    if (isRepeat(readings, step.step, step.actor, step.commandId)) return readings;
    const refusal = refused(readings, all);
    if (refusal) throw new RefusedError(refusal);
    if (await store.add(readings, step)) return { ...readings, steps: [...readings.steps, step] };
  }
}

/** A version beside the one in force today: what it would read otherwise, which is what the second supervisor looks at. */
export function toReadingsView(readings: Readings, all: readonly Readings[], today: Day) {
  const inForce = readingsOn(all, today);
  const { version, switches, validFrom, steps } = readings;
  return {
    version,
    state: stateOf(readings),
    inForce: inForce?.version === version,
    validFrom,
    switches,
    changes: changesBetween(inForce?.switches ?? {}, switches),
    steps: steps.map(({ step, actor, at, reason }) => ({ step, actor, at: toIso(at), reason })),
  };
}
