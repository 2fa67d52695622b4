import { required, SCHOLARSHIP } from './needs.ts';
import type { PaperTable } from './paper-row.ts';

const SCHOLARSHIP_CHECKLIST = 'Syarat beasiswa anak peserta (kalderanews.com, 2024)';

/** The scholarship is proven again every school year. */
export const PAPERS_EVERY_YEAR = {
  'scholarship-form': {
    label: 'Formulir beasiswa',
    why: 'Permohonan beasiswa untuk tahun ajaran ini.',
    issuer: 'Anak atau wali, formulir BPJS Ketenagakerjaan',
    phase: 'Y',
    owes: 'guardian',
    proofClass: 2,
    validity: { kind: 'schoolYear' },
    mayWaive: 'officer',
    neededFor: [required(SCHOLARSHIP)],
    source: SCHOLARSHIP_CHECKLIST,
    certainty: 'secondary',
  },
  'active-study-letter': {
    label: 'Surat keterangan aktif sekolah atau kuliah',
    why: 'Menunjukkan anak masih belajar pada tahun ajaran ini dan di jenjang apa.',
    issuer: 'Sekolah atau perguruan tinggi',
    phase: 'Y',
    owes: 'guardian',
    proofClass: 1,
    validity: { kind: 'schoolYear' },
    mayWaive: 'nobody',
    neededFor: [required(SCHOLARSHIP)],
    source: SCHOLARSHIP_CHECKLIST,
    certainty: 'secondary',
  },
  'school-report': {
    label: 'Rapor atau transkrip terakhir',
    why: 'Bukti belajar dari semester terakhir.',
    issuer: 'Sekolah atau perguruan tinggi',
    phase: 'Y',
    owes: 'guardian',
    proofClass: 1,
    // The latest report may be of the school year before.
    validity: { kind: 'months', months: 12 },
    mayWaive: 'officerWithApprover',
    neededFor: [required(SCHOLARSHIP)],
    source: SCHOLARSHIP_CHECKLIST,
    certainty: 'secondary',
  },
  'guardian-account-proof': {
    label: 'Buku tabungan dan KTP wali',
    why: 'Beasiswa boleh dikirim ke rekening wali bila anak belum mempunyai rekening.',
    issuer: 'Bank dan Dinas Dukcapil',
    phase: 'Y',
    owes: 'guardian',
    proofClass: 1,
    validity: { kind: 'months', months: 12 },
    mayWaive: 'officerWithApprover',
    neededFor: [required(SCHOLARSHIP, 'paidToGuardian')],
    source: SCHOLARSHIP_CHECKLIST,
    certainty: 'secondary',
  },
} as const satisfies Partial<PaperTable>;
