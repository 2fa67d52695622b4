/** Invented people of invented institutions; two of each kind that must not see each other's work. */
export type DemoUser = {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly institution?: string;
  readonly branch?: string;
};

export const DEMO_USERS: readonly DemoUser[] = [
  { username: 'staf.bpr', name: 'Staf BPR Contoh', role: 'partner-staff', institution: 'bpr-contoh', branch: 'kupang' },
  { username: 'kepala.bpr', name: 'Kepala BPR Contoh', role: 'partner-head', institution: 'bpr-contoh', branch: 'kupang' },
  { username: 'staf.ksp', name: 'Staf KSP Contoh', role: 'partner-staff', institution: 'ksp-contoh', branch: 'maumere' },
  { username: 'petugas.satu', name: 'Petugas Contoh Satu', role: 'officer', branch: 'kupang' },
  { username: 'petugas.dua', name: 'Petugas Contoh Dua', role: 'officer', branch: 'kupang' },
  { username: 'penyetuju.satu', name: 'Penyetuju Contoh Satu', role: 'approver', branch: 'kupang' },
  { username: 'penyetuju.dua', name: 'Penyetuju Contoh Dua', role: 'approver', branch: 'kupang' },
  { username: 'pengawas', name: 'Pengawas Contoh', role: 'supervisor', branch: 'kupang' },
  { username: 'pengawas.dua', name: 'Pengawas Contoh Dua', role: 'supervisor', branch: 'kupang' },
  { username: 'auditor', name: 'Auditor Contoh', role: 'auditor' },
];

/** Systems that sign in with their own credentials (`client_credentials`). */
export const DEMO_MACHINES: readonly DemoUser[] = [
  { username: 'sistem-bpr', name: 'Sistem BPR Contoh', role: 'machine', institution: 'bpr-contoh' },
  { username: 'sistem-ksp', name: 'Sistem KSP Contoh', role: 'machine', institution: 'ksp-contoh' },
];
