import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from './ntt-2026.ts';

const HOLIDAYS: Readonly<Record<string, string>> = {
  '2027-01-01': 'Tahun Baru 2027 Masehi',
  '2027-01-05': 'Isra Mikraj Nabi Muhammad SAW',
  '2027-02-06': 'Tahun Baru Imlek 2578 Kongzili',
  '2027-03-08': 'Hari Suci Nyepi (Tahun Baru Saka 1949)',
  '2027-03-10': 'Idulfitri 1448 Hijriah',
  '2027-03-11': 'Idulfitri 1448 Hijriah',
  '2027-03-26': 'Wafat Yesus Kristus',
  '2027-03-28': 'Kebangkitan Yesus Kristus (Paskah)',
  '2027-05-01': 'Hari Buruh Internasional',
  '2027-05-06': 'Kenaikan Yesus Kristus',
  '2027-05-17': 'Iduladha 1448 Hijriah',
  '2027-05-20': 'Hari Raya Waisak 2571 BE',
  '2027-06-01': 'Hari Lahir Pancasila',
  '2027-06-06': 'Tahun Baru Islam 1449 Hijriah',
  '2027-08-15': 'Maulid Nabi Muhammad SAW',
  '2027-08-17': 'Proklamasi Kemerdekaan',
  '2027-12-25': 'Kelahiran Yesus Kristus',
  // The lunar year is shorter than ours: 2027 has this day twice.
  '2027-12-26': 'Isra Mikraj Nabi Muhammad SAW',
};

const JOINT_LEAVE: Readonly<Record<string, string>> = {
  '2027-02-05': 'Cuti bersama Tahun Baru Imlek',
  '2027-03-09': 'Cuti bersama Idulfitri',
  '2027-03-12': 'Cuti bersama Idulfitri',
  '2027-03-15': 'Cuti bersama Idulfitri',
  '2027-03-25': 'Cuti bersama Wafat Yesus Kristus',
  '2027-05-18': 'Cuti bersama Iduladha',
  '2027-05-19': 'Cuti bersama Waisak',
  '2027-12-24': 'Cuti bersama Kelahiran Yesus Kristus',
};

const SOURCE =
  'SKB Tiga Menteri tentang hari libur nasional dan cuti bersama 2027, menurut paket Python holidays 0.109 yang mengutip laman Sekretariat Negara 17 September 2026';

/**
 * 2026 as released in NTT_2026, and 2027. The decree of 2027 was read in a secondary source, which still calls the days of sighting an
 * estimate although the joint leave around them is decreed: kept as data, so that people see it under a deadline.
 */
export const NTT_2027: CalendarPack = {
  ...NTT_2026,
  id: 'ntt-2027',
  version: 1,
  name: 'NTT 2026–2027',
  years: [2026, 2027],
  holidays: [...NTT_2026.holidays, ...Object.keys(HOLIDAYS).map(day)],
  jointLeave: [...NTT_2026.jointLeave, ...Object.keys(JOINT_LEAVE).map(day)],
  dayNames: { ...NTT_2026.dayNames, ...HOLIDAYS, ...JOINT_LEAVE },
  source: `2026: ${NTT_2026.source}; 2027: ${SOURCE}`,
  yearSources: [
    { year: 2026, source: NTT_2026.source, certainty: 'secondary' },
    { year: 2027, source: SOURCE, certainty: 'secondary', estimated: ['2027-03-10', '2027-03-11', '2027-05-17'].map(day) },
  ],
};
