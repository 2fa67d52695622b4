import type { Injury } from '#domain/claim/parts.ts';
import { formatNumber, formatPercent } from '#domain/format/number.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { DISABILITY_LABELS, TRANSPORT_LABELS } from './explain-labels.ts';

/** What an injury came to, as it was assessed; what of it is paid stands with the recommendation. */
export function injuryLines({ disability, stmbDays, transport = [], medicalReceipts, homeCareReceipts }: Injury): readonly string[] {
  const lines = [
    ...(disability === undefined ? [] : [disabilityText(disability)]),
    ...(stmbDays === undefined ? [] : [`tidak mampu bekerja ${formatNumber(stmbDays)} hari`]),
    ...transport.map(({ mode, receipts }) => `angkutan ${TRANSPORT_LABELS[mode]} ${formatRupiah(receipts)}`),
    ...(medicalReceipts === undefined ? [] : [`perawatan dan pengobatan ${formatRupiah(medicalReceipts)}`]),
    ...(homeCareReceipts === undefined ? [] : [`perawatan di rumah ${formatRupiah(homeCareReceipts)}`]),
  ];
  return lines.length === 0 ? ['tanpa rincian'] : lines;
}

function disabilityText({ kind, tableBasisPoints, lostBasisPoints }: NonNullable<Injury['disability']>): string {
  const shares = [
    ...(tableBasisPoints === undefined ? [] : [`${formatPercent(tableBasisPoints)} menurut tabel`]),
    ...(lostBasisPoints === undefined ? [] : [`${formatPercent(lostBasisPoints)} fungsi hilang`]),
  ];
  return [DISABILITY_LABELS[kind], ...shares].join(', ');
}
