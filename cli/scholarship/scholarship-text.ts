import { formatRupiah } from '#domain/format/rupiah.ts';
import type { TotalForecast } from '#domain/scholarship/entitlement/forecast.ts';
import type { Entitlement, YearLine } from '#domain/scholarship/entitlement/state.ts';
import { NOT_DUE_TERMS, YEAR_TERMS } from '#domain/scholarship/entitlement/terms.ts';
import { toIso } from '#domain/time/calendar/instant.ts';

export function toShowLines(one: Entitlement, broken: { readonly seq: number; readonly why: string } | undefined): readonly string[] {
  const { id, claimId, programme, eventOn, birthDate, pack, years } = one;
  return [
    `${id}  klaim ${claimId}  ${programme.toUpperCase()}  peristiwa ${eventOn}  anak lahir ${birthDate}  aturan ${pack.id} versi ${pack.version}`,
    ...years.map(toYearText),
    ...(years.length === 0 ? ['Belum ada tahun ajaran yang dimulai.'] : []),
    broken ? `Rantai jurnal putus pada ${broken.seq}: ${broken.why}` : `Rantai jurnal utuh, ${one.seq} fakta.`,
  ];
}

function toYearText(line: YearLine): string {
  const { schoolYear, state, level, amount, reason, remark, paidAt, bankReference, findings = [], resolution } = line;
  const why = reason === undefined ? remark : NOT_DUE_TERMS[reason];
  const parts = [
    `${schoolYear}/${schoolYear + 1}`,
    YEAR_TERMS[state],
    level,
    amount === undefined || state === 'notDue' ? undefined : formatRupiah(amount),
    why,
    findings.length === 0 ? undefined : `${findings.length} usulan menunggu orang kedua`,
    resolution && 'diputuskan dua orang',
    paidAt === undefined ? undefined : `${toIso(paidAt)} ${bankReference ?? ''}`.trim(),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('  ');
}

export function toForecastLines({ entitlements, byYear, ...sums }: TotalForecast): readonly string[] {
  return [
    ...entitlements.map((one) => `${one.id}  ${toSums(one)}`),
    ...byYear.map(({ schoolYear, amount }) => `${schoolYear}/${schoolYear + 1}  ${formatRupiah(amount)}`),
    `${entitlements.length} anak  ${toSums(sums)}`,
  ];
}

function toSums({ paid, leaving, missed, total }: Pick<TotalForecast, 'paid' | 'leaving' | 'missed' | 'total'>): string {
  const late = missed === 0 ? '' : `, di antaranya tahun terlewat ${formatRupiah(missed)}`;
  const away = leaving === 0 ? '' : `  sedang dibayar ${formatRupiah(leaving)}`;
  return `sudah dibayar ${formatRupiah(paid)}${away}  paling banyak lagi ${formatRupiah(total)}${late}`;
}
