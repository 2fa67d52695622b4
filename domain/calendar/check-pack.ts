import { type Day, yearOf } from './day.ts';
import type { CalendarPack } from './pack.ts';

/** What is wrong with a calendar somebody hands in: where, which rule, and what to do. */
export type PackProblem = { readonly field: string; readonly text: string };

const MINUTES_PER_DAY = 1_440;

/** Everything a pack can be wrong in by itself; empty for one that may be proposed. A shape has been checked before. */
export function packProblems(pack: CalendarPack): readonly PackProblem[] {
  return [...yearProblems(pack), ...dayProblems(pack), ...nameProblems(pack), ...sourceProblems(pack), ...serviceProblems(pack)];
}

/** Deadlines were computed, explained and priced under a version, so a version is written once and the next one counts on. */
export function versionProblem({ id, version }: Pick<CalendarPack, 'id' | 'version'>, kept: readonly number[]): PackProblem | undefined {
  const highest = Math.max(0, ...kept);
  if (version > highest) return undefined;
  const text = `Versi kalender tidak pernah diubah atau dipakai ulang, dan ${id} sudah memiliki versi ${highest}. Pakai versi ${highest + 1}.`;
  return { field: 'version', text };
}

function yearProblems({ years, holidays }: CalendarPack): PackProblem[] {
  if (years.length === 0)
    return [{ field: 'years', text: 'Kalender memuat paling sedikit satu tahun. Sebutkan tahunnya, misalnya [2027].' }];
  return years.flatMap((year, index) => {
    const field = `years.${index}`;
    if (years.indexOf(year) < index) return [{ field, text: `Tahun ${year} sudah disebut. Hapus salah satunya.` }];
    if (holidays.some((day) => yearOf(day) === year)) return [];
    const text = `Tahun ${year} tanpa satu pun hari libur nasional: tahun seperti itu tidak ada. Isi hari liburnya menurut SKB tiga menteri, atau hapus tahunnya.`;
    return [{ field, text }];
  });
}

function dayProblems({ years, holidays, jointLeave }: CalendarPack): PackProblem[] {
  const seen = new Set<Day>();
  const lists = { holidays, jointLeave };
  return (['holidays', 'jointLeave'] as const).flatMap((list) =>
    lists[list].flatMap((day, index) => {
      const field = `${list}.${index}`;
      const isKnown = seen.has(day);
      seen.add(day);
      if (isKnown) return [{ field, text: `${day} sudah tercantum. Satu hari ditulis sekali, di holidays atau di jointLeave.` }];
      if (years.includes(yearOf(day))) return [];
      return [{ field, text: `${day} di luar tahun kalender (${years.join(', ')}). Tambahkan tahunnya ke years, atau hapus harinya.` }];
    }),
  );
}

function nameProblems({ dayNames = {}, holidays, jointLeave }: CalendarPack): PackProblem[] {
  const free = new Set<string>([...holidays, ...jointLeave]);
  return Object.keys(dayNames).flatMap((day) => {
    if (free.has(day)) return [];
    const text = `${day} diberi nama tetapi tidak libur. Tambahkan harinya ke holidays atau jointLeave, atau hapus namanya.`;
    return [{ field: `dayNames.${day}`, text }];
  });
}

function sourceProblems({ yearSources = [], years, holidays, jointLeave }: CalendarPack): PackProblem[] {
  const free = new Set<Day>([...holidays, ...jointLeave]);
  const named = yearSources.map(({ year }) => year);
  return yearSources.flatMap(({ year, estimated = [] }, index) => {
    const field = `yearSources.${index}`;
    if (named.indexOf(year) < index) return [{ field, text: `Sumber tahun ${year} sudah disebut. Hapus salah satunya.` }];
    if (!years.includes(year)) return [{ field, text: `Tahun ${year} tidak ada di years. Tambahkan tahunnya, atau hapus sumbernya.` }];
    const wrong = estimated.filter((day) => yearOf(day) !== year || !free.has(day));
    return wrong.map((day) => ({
      field: `${field}.estimated`,
      text: `${day} bukan hari libur tahun ${year}. Tulis hanya hari yang libur.`,
    }));
  });
}

function serviceProblems({ service: { fromMinute, toMinute } }: CalendarPack): PackProblem[] {
  if (fromMinute < 0 || toMinute > MINUTES_PER_DAY) return [{ field: 'service', text: 'Jam layanan di antara 00:00 dan 24:00.' }];
  if (fromMinute < toMinute) return [];
  return [{ field: 'service.to', text: 'Jam tutup harus sesudah jam buka (service.from).' }];
}

/** Whether two packs say the same, whatever order their days were written in. */
export function saySame(a: CalendarPack, b: CalendarPack): boolean {
  return canonical(a) === canonical(b);
}

function canonical({
  id,
  version,
  name,
  zone,
  years,
  holidays,
  jointLeave,
  service,
  dayNames = {},
  source,
  ...rest
}: CalendarPack): string {
  const { fromMinute, toMinute } = service;
  const sources = (rest.yearSources ?? [])
    .toSorted((one, other) => one.year - other.year)
    .map((each) => [each.year, each.source, each.certainty, (each.estimated ?? []).toSorted()]);
  const lists = [years.toSorted(), holidays.toSorted(), jointLeave.toSorted(), Object.entries(dayNames).toSorted(), sources];
  return JSON.stringify([id, version, name, zone, ...lists, fromMinute, toMinute, source]);
}
