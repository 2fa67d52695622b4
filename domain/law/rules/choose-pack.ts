import { InputError } from '#domain/input-error.ts';
import { addDays, type Day, day } from '#domain/time/calendar/day.ts';
import { cite, type ExplanationStep } from './explanation.ts';
import type { RulePack } from './pack.ts';
import { JKM_JKK_2015 } from './packs/jkm-jkk-2015.ts';
import { JKM_JKK_2019 } from './packs/jkm-jkk-2019.ts';
import { JKM_JKK_2025 } from './packs/jkm-jkk-2025.ts';
import { type Switches, withSwitches } from './switches.ts';

export const ALL_PACKS: readonly RulePack[] = [JKM_JKK_2015, JKM_JKK_2019, JKM_JKK_2025];

export type ChosenPack = { readonly pack: RulePack; readonly explanation: readonly ExplanationStep[] };

/** The pack in force on the day of the event. Throws an InputError on `field` for an event before the first pack. */
export function choosePack(on: Day, packs: readonly RulePack[] = ALL_PACKS, field = 'on'): ChosenPack {
  let pack: RulePack | undefined;
  let next: RulePack | undefined;
  for (const candidate of packs) {
    if (candidate.validFrom <= on) {
      if (pack === undefined || candidate.validFrom > pack.validFrom) pack = candidate;
    } else if (next === undefined || candidate.validFrom < next.validFrom) next = candidate;
  }
  if (pack === undefined) throw new InputError('invalid-input', field, noPack(on, next));
  return { pack, explanation: explainChoice(on, pack, next) };
}

/** The switches of a calculation: the input's own value, else the pack's, else the default. */
export function switchesOf(pack: RulePack, overrides: Partial<Switches> = {}): Switches {
  return withSwitches({ ...pack.switches, ...overrides });
}

/** The packs as a reading of the promulgation day of Permenaker 1/2025 has them; the day of the pack itself where nobody says. */
export function packsRead({ 'pack.2025From': from }: Partial<Switches> = {}, packs: readonly RulePack[] = ALL_PACKS): readonly RulePack[] {
  return from === undefined ? packs : startingOn(day(from), JKM_JKK_2025.id, packs);
}

/** The same packs with one of them starting on another day: for a promulgation day that turns out different. */
export function startingOn(validFrom: Day, id: string, packs: readonly RulePack[] = ALL_PACKS): readonly RulePack[] {
  return packs.map((pack) => (pack.id === id ? { ...pack, validFrom } : pack));
}

function explainChoice(on: Day, pack: RulePack, next: RulePack | undefined): ExplanationStep[] {
  const steps: ExplanationStep[] = [
    { step: 'Hari peristiwa menentukan aturan yang dipakai', date: on, source: cite(pack) },
    { step: `Paket ${pack.id} versi ${pack.version} berlaku sejak`, date: pack.validFrom, source: cite(pack) },
  ];
  if (next) steps.push({ step: `Hari terakhir sebelum paket ${next.id}`, date: addDays(next.validFrom, -1), source: cite(next) });
  return steps;
}

function noPack(on: Day, first: RulePack | undefined): string {
  return first
    ? `Belum ada paket aturan untuk ${on}; yang pertama, ${first.id}, berlaku sejak ${first.validFrom}.`
    : 'Tidak ada paket aturan.';
}
