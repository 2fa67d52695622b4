import { claimIn } from '../../../factories/claim-paths.ts';
import { explore, type Verdict } from './explore.ts';
import { MODEL_NOW } from './run.ts';
import { System, type SystemOptions } from './system.ts';
import type { Budget } from './world.ts';

export type Scenario = Partial<Budget> & Omit<SystemOptions, 'claim' | 'left'> & { readonly depth?: number };

/** Steps beyond the usual ones; the long run sets the variable. */
const deeper = Number(process.env.SANTUN_MODEL_DEEPER ?? 0);

/** A claim with one payee, recommended in time: every step of the shell counts. */
export function oneLine(scenario: Scenario): Promise<Verdict> {
  return run(scenario, { nobodyInherits: false, isLate: false, inOneGo: false });
}

/** A claim with two payees, recommended long ago, so that compensation is due: every step of people counts, the shell's are taken in one go. */
export function severalLines(scenario: Scenario): Promise<Verdict> {
  return run(scenario, { nobodyInherits: true, isLate: true, inOneGo: true });
}

type Kind = { readonly nobodyInherits: boolean; readonly isLate: boolean; readonly inOneGo: boolean };

function run({ depth, faults = 0, crashes = 0, twins = 0, changes = 0, ...options }: Scenario, kind: Kind): Promise<Verdict> {
  const { nobodyInherits, isLate, inOneGo } = kind;
  const { state } = claimIn('recommended', { nobodyInherits, ...(isLate ? {} : { at: MODEL_NOW }) });
  const system = new System({ ...options, claim: state, left: { faults, crashes, twins, changes }, inOneGo });
  return explore(system, depth === undefined ? undefined : depth + deeper);
}
