import { claimIn } from '../../../../factories/claim-paths.ts';
import { explore, type Verdict } from './explore.ts';
import { MODEL_NOW } from './run.ts';
import { System, type SystemOptions } from './system.ts';
import type { Budget } from './world.ts';

export type Scenario = Partial<Budget> &
  Omit<SystemOptions, 'claim' | 'left'> & {
    readonly depth?: number;
    /** Recommended too late, so that compensation follows. */
    readonly isLate?: boolean;
  };

/** Steps beyond the usual ones; the long run sets the variable. */
const deeper = Number(process.env.SANTUN_MODEL_DEEPER ?? 0);

/** A claim with one payee. */
export function oneLine(scenario: Scenario): Promise<Verdict> {
  return run(scenario, false);
}

/** A claim with two payees; activities are taken in one go, and every step of people counts. */
export function severalLines(scenario: Scenario): Promise<Verdict> {
  return run({ ...scenario, inOneGo: true }, true);
}

function run(scenario: Scenario, nobodyInherits: boolean): Promise<Verdict> {
  const { depth, isLate = false, faults = 0, crashes = 0, twins = 0, changes = 0, ...options } = scenario;
  const { state } = claimIn('recommended', { nobodyInherits, ...(isLate ? {} : { at: MODEL_NOW }) });
  const system = new System({ ...options, claim: state, left: { faults, crashes, twins, changes } });
  return explore(system, depth === undefined ? undefined : depth + deeper);
}
