import { toIso } from '#domain/calendar/instant.ts';
import type { TotalForecast } from '#domain/entitlement/forecast.ts';
import type { Entitlement, YearLine } from '#domain/entitlement/state.ts';
import { NOT_DUE_TERMS, YEAR_TERMS } from '#domain/entitlement/terms.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';

export function toShowLines(one: Entitlement, broken: { readonly seq: number; readonly why: string } | undefined): readonly string[] {
  const { id, claimId, programme, eventOn, birthDate, pack, years } = one;
  return [
    `${id}  klaim ${claimId}  ${programme.toUpperCase()}  peristiwa ${eventOn}  anak lahir ${birthDate}  aturan ${pack.id} versi ${pack.version}`,
    ...years.map(toYearText),
    ...(years.length === 0 ? ['Belum ada tahun ajaran yang dimulai.'] : []),
    broken ? `Rantai jurnal putus pada ${broken.seq}: ${broken.why}` : `Rantai jurnal utuh, ${one.seq} fakta.`,
  ];
}

function toYearText({ schoolYear, state, level, amount, reason, remark, paidAt, bankReference }: YearLine): string {
  const why = reason === undefined ? remark : NOT_DUE_TERMS[reason];
  const parts = [
    `${schoolYear}/${schoolYear + 1}`,
    YEAR_TERMS[state],
    level,
    amount === undefined || state === 'notDue' ? undefined : formatRupiah(amount),
    why,
    paidAt === undefined ? undefined : `${toIso(paidAt)} ${bankReference ?? ''}`.trim(),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('  ');
}

export function toForecastLines({ entitlements, byYear, paid, total }: TotalForecast): readonly string[] {
  return [
    ...entitlements.map((one) => `${one.id}  sudah dibayar ${formatRupiah(one.paid)}  paling banyak lagi ${formatRupiah(one.total)}`),
    ...byYear.map(({ schoolYear, amount }) => `${schoolYear}/${schoolYear + 1}  ${formatRupiah(amount)}`),
    `${entitlements.length} anak  sudah dibayar ${formatRupiah(paid)}  paling banyak lagi ${formatRupiah(total)}`,
  ];
}

export function toForecastRows({ entitlements, byYear, paid, total }: TotalForecast): readonly (readonly (string | number)[])[] {
  const years = byYear.map(({ schoolYear }) => schoolYear);
  const amountIn = (all: readonly { schoolYear: number; amount: number }[], wanted: number): number =>
    all.find(({ schoolYear }) => schoolYear === wanted)?.amount ?? 0;
  return [
    ['Beasiswa', 'Sudah dibayar', 'Paling banyak lagi', ...years.map((year) => `${year}/${year + 1}`)],
    ...entitlements.map((one) => [one.id, one.paid, one.total, ...years.map((year) => amountIn(one.years, year))]),
    ['Jumlah', paid, total, ...years.map((year) => amountIn(byYear, year))],
  ];
}
