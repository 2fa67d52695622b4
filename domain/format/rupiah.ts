import { type Rupiah, rupiah } from '#domain/money/money.ts';
import { groupThousands } from './number.ts';

/** `Rp42.000.000`: no space, no decimals. A difference may be negative: `-Rp840.000`. */
export function formatRupiah(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of rupiah: ${amount}`);
  return `${amount < 0 ? '-' : ''}Rp${groupThousands(String(Math.abs(amount)))}`;
}

const TYPED = /^(?:(?:rp\.?|idr) ?)?(\d+|\d{1,3}(?:\.\d{3})+)(?:,0{1,2}|,-|\.-)?$/i;

/**
 * What people type or paste: `Rp 42.000.000,00`, `42000000`, `Rp42.000.000,-`.
 * Undefined for anything that could be read in two ways (`42,5`, `42.5`, `42,000,000`): asking again is cheaper than a wrong amount.
 */
export function parseRupiahTyped(text: string): Rupiah | undefined {
  const match = TYPED.exec(text.replace(/\s+/g, ' ').trim());
  const amount = Number(match?.[1]?.replaceAll('.', ''));
  return Number.isSafeInteger(amount) ? rupiah(amount) : undefined;
}

/** Dots while typing: keeps the digits and groups them; an empty field stays empty. */
export function groupWhileTyping(text: string): string {
  return groupThousands(text.replace(/\D/g, '').replace(/^0+(?=\d)/, ''));
}
