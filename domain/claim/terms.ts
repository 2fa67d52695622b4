import type { PayeeClass } from '#domain/law/benefit/lines.ts';
import type { CoverageCondition } from '#domain/law/coverage/coverage-types.ts';
import type { MissingReason } from '#domain/law/papers/completeness.ts';
import type { Role } from '#domain/people/actor.ts';
import type { ClaimStatus, Point } from './statuses.ts';

/** Words of refusals, which are read by people wherever they surface: on a button, in an answer of the API, in a log of decisions. */
export const STATUS_TERMS: Readonly<Record<ClaimStatus, string>> = {
  registered: 'terdaftar',
  collecting: 'melengkapi berkas',
  verifying: 'diverifikasi',
  recommended: 'direkomendasikan',
  approved: 'disetujui',
  paying: 'dibayarkan',
  paid: 'dibayar',
  rejected: 'ditolak',
  withdrawn: 'ditarik',
  closed: 'selesai',
  lapsed: 'gugur',
};

export const ROLE_TERMS: Readonly<Record<Role, string>> = {
  'partner-staff': 'staf lembaga mitra',
  'partner-head': 'kepala lembaga mitra',
  officer: 'petugas',
  approver: 'pemeriksa kedua',
  supervisor: 'penyelia',
  auditor: 'auditor',
  machine: 'sistem lembaga mitra',
  family: 'keluarga',
  system: 'Santun',
};

export const POINT_TERMS: Readonly<Record<Point, string>> = {
  event: 'hari kejadian',
  completeness: 'kelengkapan berkas',
  programme: 'penetapan program JKM atau JKK',
  heirs: 'penetapan ahli waris',
  injury: 'rincian cedera dan biaya',
  payee: 'rekening penerima',
  amount: 'jumlah santunan',
  rejection: 'penolakan',
};

export const PAYEE_TERMS: Readonly<Record<PayeeClass, string>> = {
  heirs: 'ahli waris',
  participant: 'peserta',
  funeralArranger: 'yang mengurus pemakaman',
  fund: 'Dana Jaminan Sosial',
  provider: 'fasilitas kesehatan',
};

export const MISSING_TERMS: Readonly<Record<MissingReason, string>> = {
  'not-yet-checked': 'belum diperiksa',
  expired: 'kedaluwarsa',
  'refresh-after-death': 'harus terbitan setelah kematian',
  'not-of-this-school-year': 'bukan tahun ajaran ini',
  'village-letter-not-accepted': 'surat desa tidak cukup',
  'dated-before-event': 'bertanggal sebelum kejadian',
  'dated-in-future': 'bertanggal di masa depan',
  refused: 'ditolak pemeriksa',
  'not-there': 'belum ada',
};

export const CONDITION_TERMS: Readonly<Record<CoverageCondition, string>> = {
  'arrears-paid-first': 'tunggakan iuran dilunasi dahulu',
  'payer-paid-first': 'iuran dilunasi dahulu oleh pembayarnya',
};

export const NO_BENEFIT_TERMS = {
  'coverage-lapsed': 'perlindungan sudah gugur pada hari kejadian',
  'not-a-participant': 'bukan peserta pada hari kejadian',
} as const;
