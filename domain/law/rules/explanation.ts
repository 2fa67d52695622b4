import type { Day } from '#domain/time/calendar/day.ts';

/** How sure we are of a row: read in the law, in a secondary source, inferred from read facts, or only recalled. */
export const CERTAINTIES = ['law', 'secondary', 'inferred', 'recalled'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What every row of a pack carries, so that screens and letters can show it. */
export type Sourced = { readonly source: string; readonly certainty: Certainty };

/** One line of the arithmetic, in Indonesian; `amount` in rupiah. */
export type ExplanationStep = {
  readonly step: string;
  readonly amount?: number;
  readonly date?: Day;
  readonly source: string;
};

const MARKS: Record<Certainty, string> = {
  law: '',
  secondary: '',
  inferred: ' [disimpulkan]',
  recalled: ' [ingatan, belum diperiksa]',
};

/** The source as people see it: what was not read anywhere says so wherever it is shown. */
export function cite(row: Sourced): string {
  return row.source + MARKS[row.certainty];
}
