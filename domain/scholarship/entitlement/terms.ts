import type { NotDueReason } from '#domain/scholarship/scholarship-input.ts';
import type { YearStateName } from './state.ts';

export const YEAR_TERMS: Readonly<Record<YearStateName, string>> = {
  asked: 'menunggu bukti',
  proven: 'bukti diterima',
  verified: 'menunggu orang kedua',
  ordered: 'dikirim ke bank',
  unknown: 'menunggu kepastian bank',
  paid: 'dibayar',
  refused: 'ditolak bank',
  notDue: 'tidak dibayar',
};

export const NOT_DUE_TERMS: Readonly<Record<NotDueReason, string>> = {
  'third-child': 'di luar dua anak yang ditanggung',
  'contributions-under-3-years': 'iuran JKM belum 36 bulan',
  'turned-23': 'sudah berusia 23 tahun',
  married: 'sudah menikah',
  working: 'sudah bekerja',
  'not-yet-in-school': 'belum bersekolah',
  'left-school': 'tidak bersekolah lagi',
  'level-exhausted': 'jatah tahun jenjang ini sudah habis',
  'right-lapsed': 'terlambat diajukan',
  'no-proof-yet': 'belum ada surat aktif sekolah dan rapor',
};
