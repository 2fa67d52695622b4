import type { SnapAmount } from '#schemas/bank/parts.ts';

const JAKARTA_OFFSET_MS = 7 * 3_600_000;

export function bankTime(at: number): string {
  return `${new Date(at + JAKARTA_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

export function bankDay(at: number): string {
  return bankTime(at).slice(0, 10);
}

export function toAmount(rupiah: number): SnapAmount {
  return { value: `${rupiah}.00`, currency: 'IDR' };
}
