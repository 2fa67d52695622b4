import type { Certainty } from '#domain/law/rules/explanation.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';
import type { PauseGround } from './grounds.ts';

export const CLOCK_IDS = [
  'jkm-legal',
  'jkk-legal',
  'partner-promise',
  'stage-1-report',
  'stage-2-report',
  'suspected-accident',
  'complaint',
  'scholarship-proof',
  'first-look',
  'second-eyes',
  'data-breach',
] as const;
export type ClockId = (typeof CLOCK_IDS)[number];

export type ClockUnit = 'workingDays' | 'calendarDays' | 'hours';
/** `ours` are response clocks nobody promised to the outside. */
export type ClockKind = 'law' | 'promise' | 'ours';

export type ClockDefinition = {
  readonly id: ClockId;
  /** As on the screen. */
  readonly label: string;
  readonly kind: ClockKind;
  /** In units: working days, calendar days or hours. */
  readonly budget: number;
  readonly unit: ClockUnit;
  readonly starts: string;
  readonly stops: readonly string[];
  readonly pausedBy: readonly PauseGround[];
  /** Events before this day know no such limit. */
  readonly since?: Day;
  /** After the budget in a heading: `3 hari kerja sejak berkas lengkap`. */
  readonly sinceText: string;
  /** What happened at the start, as a row of the explanation. */
  readonly startText: string;
  readonly source: string;
  readonly certainty: Certainty;
};

const LAW_PAUSES = ['heir-dispute', 'court-order', 'force-majeure', 'payer-unpaid', 'arrears-unpaid'] as const;
const PAID = ['all-lines-confirmed', 'rejected'] as const;
const COMPLETE = {
  starts: 'declared-complete',
  sinceText: 'sejak berkas lengkap',
  startText: 'berkas dinyatakan lengkap oleh petugas',
} as const;

const CLOCKS = {
  'jkm-legal': {
    ...COMPLETE,
    label: 'Batas hukum JKM',
    kind: 'law',
    budget: 3,
    unit: 'workingDays',
    stops: PAID,
    pausedBy: LAW_PAUSES,
    source: 'PP 44/2015 Pasal 40 ayat (3)',
    certainty: 'law',
  },
  'jkk-legal': {
    label: 'Batas hukum JKK',
    kind: 'law',
    budget: 7,
    unit: 'workingDays',
    starts: 'declared-complete-with-doctor-letter',
    sinceText: 'sejak berkas dan surat dokter lengkap',
    startText: 'berkas dan surat dokter dinyatakan lengkap oleh petugas',
    stops: PAID,
    pausedBy: [...LAW_PAUSES, 'medical-opinion'],
    source: 'PP 44/2015 Pasal 37 ayat (2)',
    certainty: 'law',
  },
  'partner-promise': {
    ...COMPLETE,
    label: 'Janji 7 hari',
    kind: 'promise',
    budget: 7,
    unit: 'calendarDays',
    stops: ['paid', 'rejected'],
    // Our own waiting never pauses a promise of ours.
    pausedBy: ['heir-dispute', 'court-order', 'force-majeure'],
    source: 'kesepakatan dengan lembaga mitra',
    certainty: 'secondary',
  },
  'stage-1-report': {
    label: 'Laporan tahap I',
    kind: 'law',
    budget: 48,
    unit: 'hours',
    starts: 'accident-or-diagnosis',
    sinceText: 'sejak kecelakaan atau diagnosis',
    startText: 'kecelakaan terjadi atau penyakit didiagnosis',
    stops: ['report-received'],
    pausedBy: [],
    source: 'Permenaker 1/2025 Pasal 8',
    certainty: 'law',
  },
  'stage-2-report': {
    label: 'Laporan tahap II',
    kind: 'law',
    budget: 48,
    unit: 'hours',
    starts: 'recovered-disabled-or-dead',
    sinceText: 'sejak dinyatakan sembuh, cacat, atau meninggal',
    startText: 'dinyatakan sembuh, cacat, atau meninggal',
    stops: ['report-received'],
    pausedBy: [],
    source: 'Permenaker 1/2025 Pasal 19',
    certainty: 'law',
  },
  'suspected-accident': {
    label: 'Kesimpulan dugaan kecelakaan',
    kind: 'law',
    budget: 30,
    unit: 'calendarDays',
    starts: 'stage-1-received',
    sinceText: 'sejak laporan tahap I diterima',
    startText: 'laporan tahap I diterima',
    stops: ['concluded'],
    pausedBy: [],
    // Promulgated on that day.
    since: day('2023-10-06'),
    source: 'PP 49/2023 Pasal 25A',
    certainty: 'law',
  },
  complaint: {
    label: 'Pengaduan',
    kind: 'law',
    budget: 5,
    unit: 'workingDays',
    starts: 'complaint-received',
    sinceText: 'sejak pengaduan diterima',
    startText: 'pengaduan diterima',
    stops: ['answered'],
    pausedBy: ['waiting-complainant'],
    source: 'UU 24/2011 Pasal 48',
    certainty: 'recalled',
  },
  'scholarship-proof': {
    label: 'Bukti beasiswa',
    kind: 'ours',
    budget: 30,
    unit: 'calendarDays',
    starts: 'proof-requested',
    sinceText: 'sejak bukti diminta',
    startText: 'bukti sekolah diminta',
    stops: ['proof-received'],
    pausedBy: [],
    source: 'target layanan Santun',
    certainty: 'inferred',
  },
  'first-look': {
    label: 'Tanggapan pertama',
    kind: 'ours',
    budget: 1,
    unit: 'workingDays',
    starts: 'registered',
    sinceText: 'sejak klaim terdaftar',
    startText: 'klaim terdaftar',
    stops: ['first-act'],
    pausedBy: [],
    source: 'target layanan Santun',
    certainty: 'inferred',
  },
  'second-eyes': {
    label: 'Pemeriksaan kedua',
    kind: 'ours',
    budget: 1,
    unit: 'workingDays',
    starts: 'recommended',
    sinceText: 'sejak direkomendasikan',
    startText: 'direkomendasikan oleh petugas',
    stops: ['decided'],
    pausedBy: [],
    source: 'target layanan Santun',
    certainty: 'inferred',
  },
  'data-breach': {
    label: 'Pemberitahuan kebocoran data',
    kind: 'law',
    budget: 72,
    unit: 'hours',
    starts: 'breach-known',
    sinceText: 'sejak kegagalan diketahui',
    startText: 'kegagalan pelindungan data diketahui',
    stops: ['notified'],
    pausedBy: [],
    source: 'UU 27/2022 Pasal 46',
    certainty: 'secondary',
  },
} as const satisfies Record<ClockId, Omit<ClockDefinition, 'id'>>;

const REPORTED = { starts: 'reported', sinceText: 'sejak dilaporkan', startText: 'kejadian dilaporkan' } as const;

/** Whether the law knows this limit for what happened on that day. */
export function isKnownOn(id: ClockId, eventOn: Day): boolean {
  const definition: Omit<ClockDefinition, 'id'> = CLOCKS[id];
  return definition.since === undefined || eventOn >= definition.since;
}

/** The clock as the switches read it. */
export function clockDefinition(id: ClockId, switches: Switches): ClockDefinition {
  if (id === 'partner-promise') {
    const { unit, start } = switches['sla.partnerPromise'];
    return { id, ...CLOCKS[id], unit, ...(start === 'reported' ? REPORTED : {}) };
  }
  if (id === 'suspected-accident') return { id, ...CLOCKS[id], budget: switches['jkk.suspectedDays'] };
  return { id, ...CLOCKS[id] };
}
