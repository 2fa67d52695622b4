import type { BenefitId, PayeeClass } from '#domain/law/benefit/lines.ts';
import type { CoverageCondition, CoverageStatus } from '#domain/law/coverage/coverage-types.ts';
import type { HeirNeed } from '#domain/law/heirs/classes.ts';
import type { ClockStanding, ClockState } from '#domain/time/clock/derive.ts';

export const BENEFIT_LABELS: Readonly<Record<BenefitId, string>> = {
  'jkm.lump': 'Santunan kematian',
  'jkm.periodic': 'Santunan berkala, dibayar sekaligus',
  'jkm.funeral': 'Biaya pemakaman',
  'jkm.reduced': 'Manfaat JKM di bawah tiga bulan',
  'jkk.death': 'Santunan kematian akibat kecelakaan kerja',
  'jkk.periodic': 'Santunan berkala, dibayar sekaligus',
  'jkk.funeral': 'Biaya pemakaman',
  'jkk.disability.partialAnatomical': 'Santunan cacat sebagian anatomis',
  'jkk.disability.partialFunctional': 'Santunan cacat sebagian fungsi',
  'jkk.disability.total': 'Santunan cacat total tetap',
  'jkk.stmb': 'Santunan sementara tidak mampu bekerja',
  'jkk.transport.land': 'Angkutan darat, sungai atau danau',
  'jkk.transport.sea': 'Angkutan laut',
  'jkk.transport.air': 'Angkutan udara',
  'jkk.medical': 'Perawatan dan pengobatan',
  'jkk.homeCare': 'Perawatan di rumah',
  'late.compensation': 'Kompensasi keterlambatan',
  scholarship: 'Beasiswa',
};

export const PAYEE_LABELS: Readonly<Record<PayeeClass, string>> = {
  heirs: 'ahli waris',
  participant: 'peserta',
  funeralArranger: 'yang mengurus pemakaman',
  fund: 'Dana Jaminan Sosial',
  provider: 'pemberi layanan',
};

export const COVERAGE_LABELS: Readonly<Record<CoverageStatus, string>> = {
  active: 'aktif',
  arrears: 'menunggak',
  lapsed: 'gugur',
  notYet: 'belum menjadi peserta',
};

export const CONDITION_LABELS: Readonly<Record<CoverageCondition, string>> = {
  'arrears-paid-first': 'tunggakan dilunasi lebih dahulu',
  'payer-paid-first': 'iuran dibayar oleh pembayarnya lebih dahulu',
};

export const REASON_LABELS = {
  'coverage-lapsed': 'kepesertaan sudah gugur pada hari kejadian',
  'not-a-participant': 'bukan peserta pada hari kejadian',
} as const;

export const NEED_LABELS: Readonly<Record<HeirNeed, string>> = {
  'power-of-attorney': 'surat kuasa antarahli waris',
  'court-guardian': 'wali yang ditetapkan pengadilan',
  'heir-dispute': 'penyelesaian sengketa ahli waris',
  'will-deed': 'akta wasiat notaris',
  'court-determination': 'penetapan pengadilan',
};

export const CLOCK_STATE_LABELS: Readonly<Record<ClockState, string>> = { running: 'berjalan', paused: 'dijeda', stopped: 'berhenti' };

export const CLOCK_STANDING_LABELS: Readonly<Record<ClockStanding, string>> = {
  safe: 'aman',
  soon: 'segera',
  late: 'terlambat',
  met: 'terpenuhi',
  missed: 'terlewat',
};
