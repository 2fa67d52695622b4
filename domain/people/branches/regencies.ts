/** The regencies and the city of Nusa Tenggara Timur. A new one (a split, a merger) is a new edition, never an edited row. */
export const REGENCIES_OF_NTT = {
  source: 'Kepmendagri 300.2.2-2138/2025 (kode wilayah administrasi pemerintahan)',
  asOf: '2025-04-25',
  rows: [
    { code: '53.01', name: 'Kabupaten Kupang' },
    { code: '53.02', name: 'Kabupaten Timor Tengah Selatan' },
    { code: '53.03', name: 'Kabupaten Timor Tengah Utara' },
    { code: '53.04', name: 'Kabupaten Belu' },
    { code: '53.05', name: 'Kabupaten Alor' },
    { code: '53.06', name: 'Kabupaten Flores Timur' },
    { code: '53.07', name: 'Kabupaten Sikka' },
    { code: '53.08', name: 'Kabupaten Ende' },
    { code: '53.09', name: 'Kabupaten Ngada' },
    { code: '53.10', name: 'Kabupaten Manggarai' },
    { code: '53.11', name: 'Kabupaten Sumba Timur' },
    { code: '53.12', name: 'Kabupaten Sumba Barat' },
    { code: '53.13', name: 'Kabupaten Lembata' },
    { code: '53.14', name: 'Kabupaten Rote Ndao' },
    { code: '53.15', name: 'Kabupaten Manggarai Barat' },
    { code: '53.16', name: 'Kabupaten Nagekeo' },
    { code: '53.17', name: 'Kabupaten Sumba Tengah' },
    { code: '53.18', name: 'Kabupaten Sumba Barat Daya' },
    { code: '53.19', name: 'Kabupaten Manggarai Timur' },
    { code: '53.20', name: 'Kabupaten Sabu Raijua' },
    { code: '53.21', name: 'Kabupaten Malaka' },
    { code: '53.71', name: 'Kota Kupang' },
  ],
} as const;

export type RegencyCode = (typeof REGENCIES_OF_NTT)['rows'][number]['code'];

const NAMES: ReadonlyMap<string, string> = new Map(REGENCIES_OF_NTT.rows.map(({ code, name }) => [code, name]));

export function isRegencyCode(code: string): code is RegencyCode {
  return NAMES.has(code);
}

export function regencyName(code: RegencyCode): string {
  return NAMES.get(code) ?? code;
}
