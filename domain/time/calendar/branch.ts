import type { BranchCalendar, CalendarPack } from './pack.ts';

/** Whatever names the branch it belongs to: a claim, an entitlement. */
export type OfBranch = { readonly institutionId?: string | undefined; readonly branchId?: string | undefined };

// Packs are immutable, and a calendar prepared for arithmetic is found by its pack: one branch gets the same object each time.
const known = new WeakMap<CalendarPack, Map<BranchCalendar, CalendarPack>>();

/**
 * The calendar as it holds for one branch: its own holidays, and its own hours where it has any. The same pack for a branch that the pack
 * does not mention, and so for every pack of before branches could be told.
 */
export function atBranch(pack: CalendarPack, office: OfBranch): CalendarPack {
  const row = pack.branches?.find((each) => isOf(each, office));
  if (!row) return pack;
  const rows = known.get(pack) ?? new Map<BranchCalendar, CalendarPack>();
  known.set(pack, rows);
  const made = rows.get(row) ?? calendarOf(pack, row);
  rows.set(row, made);
  return made;
}

function calendarOf({ branches: _others, ...pack }: CalendarPack, { holidays = [], service }: BranchCalendar): CalendarPack {
  return { ...pack, localHolidays: [...(pack.localHolidays ?? []), ...holidays], ...(service === undefined ? {} : { service }) };
}

/** Two institutions may use one code: a row that names its institution is of that one only. */
function isOf({ branchId, institutionId }: BranchCalendar, office: OfBranch): boolean {
  return branchId === office.branchId && (institutionId === undefined || institutionId === office.institutionId);
}
