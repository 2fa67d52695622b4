import { choosePack, packsRead, switchesOf } from '#domain/law/rules/choose-pack.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { AmountRow, RulePack, ScholarshipLevel, ScholarshipRules } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { checkBackPay, checkChildren } from './check-input.ts';
import type { ScholarshipRight } from './scholarship-input.ts';
import { checkYearStart } from './school-year.ts';

/** What a right is judged by: its facts, the rules of the day of the event, the readings in force. */
export type Terms = {
  readonly right: ScholarshipRight;
  readonly rules: ScholarshipRules;
  readonly switches: Switches;
  readonly explanation: readonly ExplanationStep[];
};

export function openTerms(right: ScholarshipRight, packs: readonly RulePack[]): Terms {
  checkChildren(right);
  const { pack, explanation } = choosePack(right.eventOn, packsRead(right.switches, packs), 'eventOn');
  const switches = switchesOf(pack, right.switches);
  checkYearStart(switches['scholarship.year']);
  checkBackPay(switches['scholarship.backPay']);
  return { right, rules: pack.scholarship, switches, explanation };
}

export type LevelTerms = AmountRow & { readonly maxYears: number };

/** Where the regime pays once, that payment stands for one year of whatever level. */
export function levelTerms(level: ScholarshipLevel, rules: ScholarshipRules): LevelTerms {
  if (rules.once) return { ...rules.once, maxYears: 1 };
  const row = rules.levels.find((candidate) => candidate.level === level);
  if (row === undefined) throw new Error(`the rule pack has no scholarship row for level ${level}`);
  return { amount: row.amountPerYear, maxYears: row.maxYears, source: row.source, certainty: row.certainty };
}

/** Levels whose years are used up together. */
export function sharesYears(a: ScholarshipLevel, b: ScholarshipLevel, rules: ScholarshipRules): boolean {
  return rules.once !== undefined || a === b;
}
