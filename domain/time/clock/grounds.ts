import type { Certainty } from '#domain/law/rules/explanation.ts';

/** Why a clock may stand still. Which clocks a ground stops is said by the clocks themselves, in definitions.ts. */
export const PAUSE_GROUNDS = [
  'heir-dispute',
  'court-order',
  'force-majeure',
  'payer-unpaid',
  'arrears-unpaid',
  'medical-opinion',
  'waiting-complainant',
] as const;
export type PauseGround = (typeof PAUSE_GROUNDS)[number];

export type GroundRule = {
  readonly label: string;
  /** Whom everybody waits for, as the screen says it. */
  readonly awaits: string;
  /** Calendar days after which a supervisor looks at it; a hint, never an end. */
  readonly usualDays: number;
  readonly mayBeRetroactive: boolean;
  readonly needsSecondPerson: boolean;
  readonly source: string;
  readonly certainty: Certainty;
};

const DEFAULTS = { mayBeRetroactive: false, needsSecondPerson: false, certainty: 'inferred' } as const;

/** Nothing on pauses was found in the law beyond the payment articles themselves: every ground here is a reading until somebody signs it. */
export const GROUND_RULES: Readonly<Record<PauseGround, GroundRule>> = {
  'heir-dispute': {
    ...DEFAULTS,
    label: 'sengketa ahli waris',
    awaits: 'ahli waris',
    usualDays: 30,
    source: 'PP 44/2015 Pasal 40',
  },
  'court-order': {
    ...DEFAULTS,
    label: 'penetapan atau perintah pengadilan',
    awaits: 'pengadilan',
    usualDays: 60,
    mayBeRetroactive: true,
    source: 'penetapan pengadilan',
  },
  'force-majeure': {
    ...DEFAULTS,
    label: 'keadaan kahar',
    awaits: 'keadaan pulih',
    usualDays: 14,
    mayBeRetroactive: true,
    needsSecondPerson: true,
    source: 'keadaan kahar',
  },
  'payer-unpaid': {
    ...DEFAULTS,
    label: 'iuran belum dibayar pembayar',
    awaits: 'pembayar iuran',
    usualDays: 30,
    source: 'aturan Santun: payer.unpaidHolds',
  },
  'arrears-unpaid': {
    ...DEFAULTS,
    label: 'tunggakan iuran belum dilunasi',
    awaits: 'ahli waris',
    usualDays: 30,
    source: 'aturan Santun: coverage.arrearsPayableUntil',
  },
  'medical-opinion': {
    ...DEFAULTS,
    label: 'menunggu pendapat medis',
    awaits: 'dokter penasihat',
    usualDays: 30,
    source: 'PP 44/2015 Pasal 37 ayat (2)',
  },
  'waiting-complainant': {
    ...DEFAULTS,
    label: 'menunggu pelapor keberatan',
    awaits: 'pelapor keberatan',
    usualDays: 14,
    source: 'aturan Santun: pengaduan',
  },
};

export function isPauseGround(value: string): value is PauseGround {
  return (PAUSE_GROUNDS as readonly string[]).includes(value);
}
