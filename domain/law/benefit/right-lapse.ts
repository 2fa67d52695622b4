import { ALL_PACKS, choosePack, packsRead, switchesOf } from '#domain/law/rules/choose-pack.ts';
import { cite, type ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { addMonths, type Day } from '#domain/time/calendar/day.ts';

export type JkkRight = { readonly lastDay: Day; readonly explanation: readonly ExplanationStep[] };

/** The last day a JKK claim may be filed: the anniversary itself still counts. No such day was found for JKM. */
export function jkkRightUntil(eventOn: Day, switches: Partial<Switches> = {}, packs: readonly RulePack[] = ALL_PACKS): JkkRight {
  const { pack } = choosePack(eventOn, packsRead(switches, packs));
  const years = switchesOf(pack, switches)['jkk.lapseYears'];
  const lastDay = addMonths(eventOn, years * 12);
  return {
    lastDay,
    explanation: [
      { step: `Hak JKK gugur ${years} tahun sejak kecelakaan atau diagnosis`, date: lastDay, source: cite(pack.jkk.rightLapses) },
    ],
  };
}
