import { monthOf, yearOf } from './day.ts';
import type { Instant } from './instant.ts';
import type { CalendarPack } from './pack.ts';
import { toLocal } from './zone.ts';

/** The decree of a year is out in autumn (that of 2027 on 17 September); a claim of December already counts into January. */
const ASKED_FROM_MONTH = 9;

/** The sentence of the red tile: a year that claims will soon reach and the calendar does not know. */
export function missingYearWarning(pack: CalendarPack, asOf: Instant): string | undefined {
  const { day: today } = toLocal(asOf, pack.zone);
  const thisYear = yearOf(today);
  const soon = monthOf(today) >= ASKED_FROM_MONTH ? [thisYear + 1] : [];
  const missing = [thisYear, ...soon].filter((year) => !pack.years.includes(year));
  if (missing.length === 0) return undefined;
  const years = missing.join(' dan ');
  return `Kalender kerja tahun ${years} belum ada: ${pack.name} versi ${pack.version} memuat ${[...pack.years].sort((a, b) => a - b).join(', ')}. Batas waktu yang sampai ke tahun itu TIDAK DAPAT DIHITUNG. Usulkan dan aktifkan kalender ${years} menurut SKB tiga menteri.`;
}
