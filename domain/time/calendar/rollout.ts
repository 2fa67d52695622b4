/** How far an activated calendar has come; `superseded` by another one before everyone had it. */
export const ROLLOUT_STATES = ['running', 'done', 'superseded'] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

export type RolloutCounts = {
  readonly state: RolloutState;
  readonly told: number;
  readonly ended: number;
  readonly behind: number;
  readonly lost: readonly string[];
};

export const NOT_STARTED =
  'Peluncuran belum dimulai. Bila kalender ini sudah diaktifkan, tekan Aktifkan sekali lagi: peluncurannya dimulai.';

/** One sentence on where it stands, and what a person has to do about it. */
export function rolloutText({ state, told, ended, behind, lost }: RolloutCounts): string {
  if (state === 'superseded') return 'Dihentikan: kalender lain sudah diaktifkan dan menggantikannya.';
  const counts = `${told} klaim diberi tahu, ${ended} sudah selesai lebih dulu`;
  const news = state === 'done' ? `Selesai: ${counts}.` : `Berjalan: ${counts}, ${behind} masih memakai kalender lain.`;
  if (lost.length === 0) return news;
  return `${news} PERHATIAN: ${lost.length} klaim terbuka tidak dapat dihubungi karena prosesnya tidak berjalan. Periksa satu per satu.`;
}
