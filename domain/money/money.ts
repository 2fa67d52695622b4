/** A whole number of rupiah. Never a fraction, never negative. */
export type Rupiah = number & { readonly __brand: 'Rupiah' };

/** Throws a RangeError for anything that is not a whole, non-negative, exactly representable amount. */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole amount of rupiah: ${amount}`);
  return amount as Rupiah;
}

export const ZERO_RUPIAH = 0 as Rupiah;

export function sumRupiah(amounts: readonly Rupiah[]): Rupiah {
  return rupiah(amounts.reduce<number>((total, amount) => total + amount, 0));
}

/** Multiplies by `numerator / denominator` in integers, rounding half up once, at the end. */
export function fractionOf(amount: Rupiah, numerator: number, denominator: number): Rupiah {
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  return rupiah(Number(doubled / (2n * BigInt(denominator))));
}

/** Percentages are whole basis points: 10,000 is 100%. */
export function basisPointsOf(amount: Rupiah, basisPoints: number): Rupiah {
  return fractionOf(amount, basisPoints, 10_000);
}
