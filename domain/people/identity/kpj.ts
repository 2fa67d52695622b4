import { type Parsed, refuseShape, withoutSeparators } from './parsed.ts';

/** `contains-letters`: today's numbers are digits only; older cards carry a letter, and so do misread zeros. */
export type KpjWarning = 'contains-letters';

/** Participant card number: 11 characters. One person may hold several. */
export function parseKpj(text: string, field = 'kpj'): Parsed<string, KpjWarning> {
  const kpj = withoutSeparators(text).toUpperCase();
  if (!/^[A-Z0-9]{11}$/.test(kpj)) {
    return refuseShape(field, 'Nomor peserta (KPJ) terdiri dari 11 huruf besar atau angka. Tulis ulang sesuai kartu peserta.');
  }
  return { value: kpj, warnings: /[A-Z]/.test(kpj) ? ['contains-letters'] : [] };
}
