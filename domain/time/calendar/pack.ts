import type { Sourced } from '#domain/law/rules/explanation.ts';
import type { Day } from './day.ts';
import type { Zone } from './zone.ts';

/** Where the days of one year were read, and how sure that is. */
export type YearSource = Sourced & {
  readonly year: number;
  /** Free days the source itself calls an estimate, until the new moon has been seen. */
  readonly estimated?: readonly Day[];
};

/** Minutes since local midnight, from the first to the last. */
export type MinuteSpan = { readonly fromMinute: number; readonly toMinute: number };

/** When an office serves, opening and closing included; `breaks` are within, in order, and nobody works in them. */
export type ServiceHours = MinuteSpan & { readonly breaks?: readonly MinuteSpan[] };

/** What is different at one branch, whose code may be digits only. It is matched with the branch a claim came from. */
export type BranchCalendar = {
  readonly branchId: string;
  /** Where two institutions use the same code. */
  readonly institutionId?: string;
  readonly holidays?: readonly Day[];
  readonly service?: ServiceHours;
};

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
  readonly service: ServiceHours;
  /** Free by local decision, a fair or an election; absent where there is none. */
  readonly localHolidays?: readonly Day[];
  /** Read through `atBranch`. */
  readonly branches?: readonly BranchCalendar[];
  /** What the days are called, by day; missing names cost nothing but a less friendly page. */
  readonly dayNames?: Readonly<Record<string, string>>;
  readonly source: string;
  /** The same year by year; absent in packs that say it in one sentence. */
  readonly yearSources?: readonly YearSource[];
};

/** Which calendar, of all that were ever kept. */
export type CalendarVersion = Pick<CalendarPack, 'id' | 'version'>;

/** Why a day may be free. A Sunday can be a holiday as well, so a day has a list of these. */
export const FREE_DAY_KINDS = ['weekend', 'holiday', 'jointLeave', 'localHoliday'] as const;
export type FreeDayKind = (typeof FREE_DAY_KINDS)[number];

export const FREE_DAY_NAMES: Readonly<Record<FreeDayKind, string>> = {
  weekend: 'akhir pekan',
  holiday: 'libur nasional',
  jointLeave: 'cuti bersama, kantor tutup',
  localHoliday: 'libur setempat',
};

/** Days of the pack whose date its source calls an estimate, in order. */
export function estimatedDays({ yearSources = [] }: Pick<CalendarPack, 'yearSources'>): readonly Day[] {
  return yearSources.flatMap(({ estimated = [] }) => estimated).toSorted();
}
