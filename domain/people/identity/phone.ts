import { type Parsed, refuseShape } from './parsed.ts';

/** `not-mobile`: no SMS or WhatsApp will arrive. `unusual-length`: mobile numbers have 10 to 13 digits with their leading 0. */
export const PHONE_WARNINGS = ['not-mobile', 'unusual-length'] as const;
export type PhoneWarning = (typeof PHONE_WARNINGS)[number];

/** `0812-3456-7890`, `62 812 …`, `+62812…` and `812…` all become `+62812…`. Numbers of other countries are refused. */
export function normalisePhone(text: string, field = 'phone'): Parsed<string, PhoneWarning> {
  const typed = text.replace(/[\s.()-]/g, '');
  const national = /^(?:(?:\+|00)?620?|0)([1-9]\d{6,12})$/.exec(typed)?.[1] ?? /^(8\d{7,11})$/.exec(typed)?.[1];
  if (national === undefined) return refuseShape(field, 'Tulis nomor telepon Indonesia, misalnya 0812 3456 7890.');
  const isMobile = national.startsWith('8');
  const checks: Record<PhoneWarning, boolean> = {
    'not-mobile': !isMobile,
    'unusual-length': isMobile && (national.length < 9 || national.length > 12),
  };
  return { value: `+62${national}`, warnings: PHONE_WARNINGS.filter((warning) => checks[warning]) };
}
