import { SWITCH_DEFAULTS, type Switches, type SwitchId } from '#domain/law/rules/switches.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';

export const READINGS_STEPS = ['proposed', 'activated', 'withdrawn'] as const;
export type ReadingsState = (typeof READINGS_STEPS)[number];

/** Who did what to a version, when and why. Steps are only ever added. */
export type ReadingsStep = {
  readonly step: ReadingsState;
  readonly actor: Pick<Actor, 'id' | 'role' | 'branch'>;
  readonly at: Instant;
  readonly reason: string;
  /** Of the press of a button: the same again is the same step. */
  readonly commandId: string;
};

/**
 * How the doubts of the law are read for claims registered on or after a day; the defaults for whatever it does not name. One supervisor
 * proposes, another activates; a version once kept never changes.
 */
export type Readings = {
  readonly version: number;
  readonly switches: Partial<Switches>;
  readonly validFrom: Day;
  readonly steps: readonly ReadingsStep[];
};

/** What a claim keeps of it for ever. */
export type ClaimReadings = Pick<Readings, 'version' | 'switches'>;

const TWO_PEOPLE = 'docs/open-questions.md: readings are set by two supervisors';

export function stateOf({ steps }: Pick<Readings, 'steps'>): ReadingsState {
  return steps.at(-1)?.step ?? 'proposed';
}

/** Those that a claim registered on that day is decided by; undefined while nobody has set any: the defaults. */
export function readingsOn(all: readonly Readings[], registeredOn: Day): Readings | undefined {
  const begun = all.filter((one) => stateOf(one) === 'activated' && one.validFrom <= registeredOn);
  return begun.reduce<Readings | undefined>((best, one) => (best && best.version > one.version ? best : one), undefined);
}

export function refuseActivation(readings: Readings, checker: ReadingsStep['actor'], all: readonly Readings[]): Refusal | undefined {
  if (stateOf(readings) !== 'proposed') return settled(readings);
  if (readings.steps.some(({ step, actor }) => step === 'proposed' && isSamePerson(actor.id, checker.id))) {
    return refuse('maker-is-checker', 'Bacaan yang Anda usulkan sendiri diaktifkan oleh penyelia lain.', TWO_PEOPLE);
  }
  const newer = all.find((one) => one.version > readings.version && stateOf(one) === 'activated');
  if (!newer) return undefined;
  return refuse('not-allowed-in-status', `Versi ${newer.version} sudah aktif. Usulkan isinya lagi sebagai versi baru.`, TWO_PEOPLE);
}

export function refuseWithdrawal(readings: Readings): Refusal | undefined {
  return stateOf(readings) === 'proposed' ? undefined : settled(readings);
}

export function isRepeat({ steps }: Readings, step: ReadingsState, actor: ReadingsStep['actor'], commandId: string): boolean {
  return steps.some((done) => done.step === step && done.actor.id === actor.id && done.commandId === commandId);
}

export type ReadingChange = { readonly switch: SwitchId; readonly from: Switches[SwitchId]; readonly to: Switches[SwitchId] };

/** What a version reads otherwise than another; looked at before it is activated. */
export function changesBetween(before: Partial<Switches>, after: Partial<Switches>): readonly ReadingChange[] {
  const ids = Object.keys(SWITCH_DEFAULTS) as SwitchId[];
  return ids.flatMap((id) => {
    const [from, to] = [before[id] ?? SWITCH_DEFAULTS[id], after[id] ?? SWITCH_DEFAULTS[id]];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ switch: id, from, to }];
  });
}

function settled({ steps }: Readings): Refusal {
  const last = steps.at(-1);
  const done = last?.step === 'withdrawn' ? 'ditarik' : 'diaktifkan';
  const by = last === undefined ? '' : ` oleh ${last.actor.id} pada ${toIso(last.at)}`;
  return refuse('not-allowed-in-status', `Bacaan ini sudah ${done}${by}.`, TWO_PEOPLE);
}
