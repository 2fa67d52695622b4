const UNITS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'] as const;
const SCALES = [
  { size: 1_000_000_000_000, name: 'triliun' },
  { size: 1_000_000_000, name: 'miliar' },
  { size: 1_000_000, name: 'juta' },
] as const;
const LIMIT = 1_000_000_000_000_000;

/** `empat puluh dua juta rupiah`, as approvals and letters add to the figures. */
export function amountInWords(amount: number): string {
  return `${numberInWords(amount)} rupiah`;
}

/** Whole numbers from 0 to 999 triliun; a RangeError beyond. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= LIMIT) throw new RangeError(`not a number to spell: ${value}`);
  if (value === 0) return 'nol';
  const words: string[] = [];
  let rest = value;
  for (const { size, name } of SCALES) {
    const count = Math.floor(rest / size);
    if (count > 0) words.push(belowThousand(count), name);
    rest -= count * size;
  }
  const thousands = Math.floor(rest / 1_000);
  // One thousand is "seribu", but a million is "satu juta": only the thousands contract.
  if (thousands === 1) words.push('seribu');
  if (thousands > 1) words.push(belowThousand(thousands), 'ribu');
  words.push(belowThousand(rest % 1_000));
  return words.filter((word) => word !== '').join(' ');
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  return [hundredsWord(hundreds), belowHundred(value % 100)].filter((word) => word !== '').join(' ');
}

function hundredsWord(hundreds: number): string {
  if (hundreds === 0) return '';
  return hundreds === 1 ? 'seratus' : `${UNITS[hundreds]} ratus`;
}

function belowHundred(value: number): string {
  if (value < 12) return UNITS[value] ?? '';
  if (value < 20) return `${UNITS[value - 10]} belas`;
  return `${UNITS[Math.floor(value / 10)]} puluh ${belowHundred(value % 10)}`.trim();
}
