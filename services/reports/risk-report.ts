import { rupiahAtRisk } from '#domain/claim/reports/at-risk.ts';
import { type RiskReport, riskReport } from '#domain/claim/reports/risk-report.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { text } from '#locales/text.ts';
import type { RISK_GROUPS } from '#schemas/http/reconciliations.ts';
import { asOfFor, calendarOf } from '#services/claims/clock-view.ts';
import type { Needs } from '#services/deps.ts';
import type { CsvCell } from './csv-file.ts';
import { groupText } from './report-groups.ts';

export type RiskGroup = (typeof RISK_GROUPS)[number];

const BATCH = 500;

/** Over every open claim, as each stands now. */
export async function readRiskReport(
  by: RiskGroup,
  deps: Needs<'openClaims' | 'calendars' | 'branches', 'now' | 'timeMachine'>,
): Promise<RiskReport> {
  const grouped = [];
  for (let last = ''; ; ) {
    const batch = await deps.stores.openClaims.next(last, BATCH);
    for (const claim of batch) {
      const risk = rupiahAtRisk(claim, await calendarOf(claim, deps.stores), asOfFor(claim, deps));
      if (risk) grouped.push({ group: groupOf(claim, by), risk });
    }
    if (batch.length < BATCH) return riskReport(grouped);
    last = batch.at(-1)?.claimId ?? last;
  }
}

/** A cause nobody has decided is a group of its own. */
function groupOf({ institutionId, programme, kind }: ClaimState, by: RiskGroup): string {
  if (by === 'institution') return institutionId;
  return programme ?? (kind === 'accident' ? 'jkk' : 'undecided');
}

export function toRiskRows({ rows, total }: RiskReport, by: RiskGroup): readonly (readonly CsvCell[])[] {
  const columns = [
    text(`report.${by}`),
    'Klaim terbuka',
    'Segera',
    'Terlambat',
    'Belum dapat dihitung',
    'Belum dibayar (Rp)',
    'Kompensasi sampai hari ini (Rp)',
    'Rupiah berisiko (Rp)',
  ];
  return [
    columns,
    ...[...rows, total].map(({ group, claims, soon, late, unknown, unpaid, compensation, atRisk }): CsvCell[] => [
      groupText(group, by),
      claims,
      soon,
      late,
      unknown,
      unpaid,
      compensation,
      atRisk,
    ]),
  ];
}
