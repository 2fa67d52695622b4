import { type Day, yearOf } from './day.ts';
import type { CalendarPack, ServiceHours } from './pack.ts';

/** What is wrong with a calendar somebody hands in: where, which rule, and what to do. */
export type PackProblem = { readonly field: string; readonly text: string };

const MINUTES_PER_DAY = 1_440;

/** Everything a pack can be wrong in by itself; empty for one that may be proposed. A shape has been checked before. */
export function packProblems(pack: CalendarPack): readonly PackProblem[] {
  return [
    ...yearProblems(pack),
    ...dayProblems(pack),
    ...nameProblems(pack),
    ...sourceProblems(pack),
    ...serviceProblems(pack.service, 'service'),
    ...branchProblems(pack),
  ];
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

function dayProblems({ years, holidays, jointLeave, localHolidays = [] }: CalendarPack): PackProblem[] {
  const seen = new Set<Day>();
  const lists = { holidays, jointLeave, localHolidays };
  return (['holidays', 'jointLeave', 'localHolidays'] as const).flatMap((list) =>
    lists[list].flatMap((day, index) => {
      const field = `${list}.${index}`;
      const isKnown = seen.has(day);
      seen.add(day);
      if (isKnown)
        return [{ field, text: `${day} sudah tercantum. Satu hari ditulis sekali, di holidays, di jointLeave atau di localHolidays.` }];
      if (years.includes(yearOf(day))) return [];
      return [{ field, text: `${day} di luar tahun kalender (${years.join(', ')}). Tambahkan tahunnya ke years, atau hapus harinya.` }];
    }),
  );
}

function nameProblems(pack: CalendarPack): PackProblem[] {
  const { dayNames = {}, holidays, jointLeave, localHolidays = [], branches = [] } = pack;
  const free = new Set<string>([...holidays, ...jointLeave, ...localHolidays, ...branches.flatMap((branch) => branch.holidays ?? [])]);
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

function serviceProblems(service: ServiceHours, field: string): PackProblem[] {
  const { fromMinute, toMinute } = service;
  if (fromMinute < 0 || toMinute > MINUTES_PER_DAY) return [{ field, text: 'Jam layanan di antara 00:00 dan 24:00.' }];
  if (fromMinute >= toMinute) return [{ field: `${field}.to`, text: 'Jam tutup harus sesudah jam buka (service.from).' }];
  const index = breakProblem(service);
  if (index === undefined) return [];
  const text = 'Jam istirahat harus di dalam jam layanan, berurutan, dan tidak bertumpuk. Jam buka dan jam tutup bukan jam istirahat.';
  return [{ field: `${field}.breaks.${index}`, text }];
}

/** The first break that is not strictly within the hours, after the one before it. */
export function breakProblem({ fromMinute, toMinute, breaks = [] }: ServiceHours): number | undefined {
  const index = breaks.findIndex((each, at) => {
    const earliest = breaks[at - 1]?.toMinute ?? fromMinute;
    return each.fromMinute <= earliest || each.toMinute <= each.fromMinute || each.toMinute >= toMinute;
  });
  return index === -1 ? undefined : index;
}

function branchProblems({ branches = [], years, holidays, jointLeave, localHolidays = [] }: CalendarPack): PackProblem[] {
  const everywhere = new Set<Day>([...holidays, ...jointLeave, ...localHolidays]);
  const names = branches.map(({ institutionId = '', branchId }) => `${institutionId}/${branchId}`);
  return branches.flatMap(({ branchId, holidays: own = [], service }, index) => {
    const field = `branches.${index}`;
    if (names.indexOf(names[index] ?? '') < index) return [{ field, text: `Cabang ${branchId} sudah disebut. Satukan barisnya.` }];
    const days = own.flatMap((day, at): PackProblem[] => {
      const place = `${field}.holidays.${at}`;
      if (everywhere.has(day)) return [{ field: place, text: `${day} sudah libur di semua cabang. Hapus dari cabang ini.` }];
      if (own.indexOf(day) < at) return [{ field: place, text: `${day} sudah tercantum di cabang ini. Hapus salah satunya.` }];
      if (years.includes(yearOf(day))) return [];
      return [
        { field: place, text: `${day} di luar tahun kalender (${years.join(', ')}). Tambahkan tahunnya ke years, atau hapus harinya.` },
      ];
    });
    return [...days, ...(service === undefined ? [] : serviceProblems(service, `${field}.service`))];
  });
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
  const branches = (rest.branches ?? [])
    .map((each) => [each.institutionId ?? '', each.branchId, (each.holidays ?? []).toSorted(), hoursOf(each.service)])
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  const local = [(rest.localHolidays ?? []).toSorted(), hoursOf(service), branches];
  const sources = (rest.yearSources ?? [])
    .toSorted((one, other) => one.year - other.year)
    .map((each) => [each.year, each.source, each.certainty, (each.estimated ?? []).toSorted()]);
  const lists = [years.toSorted(), holidays.toSorted(), jointLeave.toSorted(), Object.entries(dayNames).toSorted(), sources, ...local];
  return JSON.stringify([id, version, name, zone, ...lists, source]);
}

function hoursOf(service: ServiceHours | undefined): readonly unknown[] {
  return service === undefined ? [] : [service.fromMinute, service.toMinute, service.breaks ?? []];
}
