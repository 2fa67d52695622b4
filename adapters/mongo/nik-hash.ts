import { createHmac } from 'node:crypto';

/** The keyed hash that stands for a NIK wherever a NIK has no business. */
export function nikHashOf(nik: string, personKey: string): string {
  return createHmac('sha256', personKey).update(nik).digest('hex').slice(0, 32);
}
