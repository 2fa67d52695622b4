/** First two digits of NIK and family card number: Home Affairs codes, not those of the statistics office. */
export const PROVINCE_CODES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(' '),
);

export type Regency = {
  /** Home Affairs code, the one a NIK carries. */
  readonly code: string;
  /** Statistics office code of the same regency; most public tables hold this one. */
  readonly statisticsCode: string;
  readonly name: string;
  /** Regency it was split from: older residents keep its code for life. */
  readonly splitFrom?: string;
  readonly certainty: 'secondary' | 'recalled';
};

/** NTT, law.md section 7. */
export const NTT_REGENCIES: readonly Regency[] = [
  { code: '5301', statisticsCode: '5303', name: 'Kupang', certainty: 'recalled' },
  { code: '5302', statisticsCode: '5304', name: 'Timor Tengah Selatan', certainty: 'recalled' },
  { code: '5303', statisticsCode: '5305', name: 'Timor Tengah Utara', certainty: 'recalled' },
  { code: '5304', statisticsCode: '5306', name: 'Belu', certainty: 'recalled' },
  { code: '5305', statisticsCode: '5307', name: 'Alor', certainty: 'recalled' },
  { code: '5306', statisticsCode: '5309', name: 'Flores Timur', certainty: 'recalled' },
  { code: '5307', statisticsCode: '5310', name: 'Sikka', certainty: 'recalled' },
  { code: '5308', statisticsCode: '5311', name: 'Ende', certainty: 'recalled' },
  { code: '5309', statisticsCode: '5312', name: 'Ngada', certainty: 'recalled' },
  { code: '5310', statisticsCode: '5313', name: 'Manggarai', certainty: 'recalled' },
  { code: '5311', statisticsCode: '5302', name: 'Sumba Timur', certainty: 'recalled' },
  { code: '5312', statisticsCode: '5301', name: 'Sumba Barat', certainty: 'recalled' },
  { code: '5313', statisticsCode: '5308', name: 'Lembata', splitFrom: '5306', certainty: 'secondary' },
  { code: '5314', statisticsCode: '5314', name: 'Rote Ndao', splitFrom: '5301', certainty: 'recalled' },
  { code: '5315', statisticsCode: '5315', name: 'Manggarai Barat', splitFrom: '5310', certainty: 'recalled' },
  { code: '5316', statisticsCode: '5318', name: 'Nagekeo', splitFrom: '5309', certainty: 'recalled' },
  { code: '5317', statisticsCode: '5316', name: 'Sumba Tengah', splitFrom: '5312', certainty: 'recalled' },
  { code: '5318', statisticsCode: '5317', name: 'Sumba Barat Daya', splitFrom: '5312', certainty: 'recalled' },
  { code: '5319', statisticsCode: '5319', name: 'Manggarai Timur', splitFrom: '5310', certainty: 'recalled' },
  { code: '5320', statisticsCode: '5320', name: 'Sabu Raijua', splitFrom: '5301', certainty: 'recalled' },
  { code: '5321', statisticsCode: '5321', name: 'Malaka', splitFrom: '5304', certainty: 'recalled' },
  { code: '5371', statisticsCode: '5371', name: 'Kota Kupang', splitFrom: '5301', certainty: 'recalled' },
];

/** Whether a NIK first issued in `issuedIn` is what one expects of a resident of `livesIn`. */
export function isExpectedRegion(issuedIn: string, livesIn: string): boolean {
  return issuedIn === livesIn || NTT_REGENCIES.some(({ code, splitFrom }) => code === livesIn && splitFrom === issuedIn);
}

/**
 * The Home Affairs code of a regency as a file names it (`Kab. Sikka`, `Kota Kupang`, `5307`, `53.07`). Undefined outside NTT, and for a
 * bare `Kupang`, which is a regency and a city.
 */
export function regencyCodeOf(text: string): string | undefined {
  const digits = text.replace(/[\s.]/g, '');
  if (/^\d{4}$/.test(digits)) return NTT_REGENCIES.find(({ code }) => code === digits)?.code;
  const words = text
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();
  if (words === 'KUPANG') return undefined;
  const name = words.replace(/^(KABUPATEN|KAB) /, '');
  return NTT_REGENCIES.find((regency) => regency.name.toUpperCase() === name)?.code;
}
