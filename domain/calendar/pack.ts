import type { Day } from './day.ts';
import type { Zone } from './zone.ts';

/** Which days an office works and when: plain JSON, dated and versioned, so that it can travel into a workflow and be kept with a decision. */
export type CalendarPack = {
  readonly id: string;
  readonly version: number;
  /** As people read it under a deadline: `NTT 2026`. */
  readonly name: string;
  readonly zone: Zone;
  /** The years this pack speaks for. Any other year is unknown, never a year without holidays. */
  readonly years: readonly number[];
  readonly holidays: readonly Day[];
  readonly jointLeave: readonly Day[];
  /** Minutes since local midnight; an office serves from the first to the last, both included. */
  readonly service: { readonly fromMinute: number; readonly toMinute: number };
  /** What the days are called, by day; missing names cost nothing but a less friendly page. */
  readonly dayNames?: Readonly<Record<string, string>>;
  readonly source: string;
};

/** Which calendar, of all that were ever kept. */
export type CalendarVersion = Pick<CalendarPack, 'id' | 'version'>;

/** Why a day may be free. A Sunday can be a holiday as well, so a day has a list of these. */
export const FREE_DAY_KINDS = ['weekend', 'holiday', 'jointLeave'] as const;
export type FreeDayKind = (typeof FREE_DAY_KINDS)[number];

export const FREE_DAY_NAMES: Readonly<Record<FreeDayKind, string>> = {
  weekend: 'akhir pekan',
  holiday: 'libur nasional',
  jointLeave: 'cuti bersama, kantor tutup',
};
