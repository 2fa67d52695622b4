import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import { checkHeirsInput } from './check-input.ts';
import { choosePayee } from './choose-payee.ts';
import { FIRST_CLASS, HEIR_CLASSES, type HeirClass, type HeirNeed } from './classes.ts';
import { explainHeirs } from './explain-heirs.ts';
import { type HeirsInput, type HeirsReading, membersOf, type Settlement } from './people.ts';

export type HeirsResult = {
  readonly class: HeirClass;
  /** Ids, in the order of the input. */
  readonly heirs: readonly string[];
  readonly payee: string | null;
  readonly needs: readonly HeirNeed[];
  readonly payeeClass: 'heirs' | 'funeralArranger';
  readonly explanation: readonly ExplanationStep[];
};

/** Who inherits and who is paid. Throws an InputError for a partner institution anywhere, and for ids that do not fit together. */
export function resolveHeirs(input: HeirsInput, reading: HeirsReading = {}): HeirsResult {
  checkHeirsInput(input);
  const settlement = settle(input);
  const choice = choosePayee(input, settlement, reading);
  return {
    class: settlement.class,
    heirs: settlement.heirs.map((heir) => heir.id),
    ...choice,
    payeeClass: settlement.class === 6 ? 'funeralArranger' : 'heirs',
    explanation: explainHeirs(input, settlement, choice),
  };
}

/** Follows the classes along their edges; the first with a living member wins. */
function settle(input: HeirsInput): Settlement {
  let heirClass: HeirClass = FIRST_CLASS;
  while (heirClass !== 6) {
    const heirs = membersOf(heirClass, input);
    if (heirs.length > 0) return { class: heirClass, heirs };
    heirClass = HEIR_CLASSES[heirClass].ifEmpty;
  }
  return { class: 6, heirs: [] };
}
