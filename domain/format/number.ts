/** Dots between thousands, comma before decimals. Own arithmetic: `Intl` differs between Node, browser and workflow sandbox. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** `1.250`; with decimals `1.250,5`. For showing only: amounts are never rounded here. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`);
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const isZero = !/[1-9]/.test(whole + (fraction ?? ''));
  const sign = value < 0 && !isZero ? '-' : '';
  return `${sign}${groupThousands(whole)}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** `87,5%` from 8,750 basis points; no trailing zeros. */
export function formatPercent(basisPoints: number): string {
  if (!Number.isSafeInteger(basisPoints)) throw new RangeError(`not whole basis points: ${basisPoints}`);
  const sign = basisPoints < 0 ? '-' : '';
  const hundredths = String(Math.abs(basisPoints) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = groupThousands(String(Math.floor(Math.abs(basisPoints) / 100)));
  return `${sign}${whole}${hundredths === '' ? '' : `,${hundredths}`}%`;
}
