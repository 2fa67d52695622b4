import type { RiskReport, RiskRow } from '#domain/claim/reports/risk-report.ts';
import { formatInstant } from '#domain/format/date.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { RISK_GROUPS } from '#schemas/http/reconciliations.ts';
import { DESK_ZONE } from '#services/printouts/day-page.ts';
import { countCell, deskPage, headCells, rupiahCell, type Visitor, wide } from '#services/printouts/desk-layout.ts';
import { type Html, html } from '#services/printouts/html.ts';
import { groupText } from '#services/reports/report-groups.ts';
import type { RiskGroup } from '#services/reports/risk-report.ts';

type RiskPage = { readonly report: RiskReport; readonly by: RiskGroup; readonly now: Instant; readonly visitor: Visitor };

/** What open claims still owe, and how much of it is in danger. */
export function riskPage({ report: { rows, total }, by, now, visitor }: RiskPage): Html {
  const title = text('desk.risk.title');
  const named = { by: text(`report.${by}`).toLowerCase(), when: formatInstant(now, DESK_ZONE) };
  const columns = headCells(
    text(`report.${by}`),
    ['Klaim', 'n'],
    ['Segera', 'n'],
    ['Terlambat', 'n'],
    ['Belum dibayar', 'n'],
    ['Kompensasi s.d. hari ini', 'n'],
    ['Rupiah berisiko', 'n'],
  );
  const table = wide(
    title,
    html`<table><caption>${text('desk.risk.caption', named)}</caption>${columns}<tbody>${rows.map((row) => lineOf(row, by))}${lineOf(total, by, true)}</tbody></table>`,
  );
  const unknown =
    total.unknown === 0 ? undefined : html`<p class="note">! ${text('desk.risk.unknown', { count: String(total.unknown) })}</p>`;
  const others = RISK_GROUPS.map(
    (one) => html`<a href="/laporan/risiko?by=${one}"${one === by ? html` aria-current="true"` : undefined}>${text(`report.${one}`)}</a>`,
  );
  return deskPage({
    title,
    visitor,
    here: '/laporan/risiko',
    body: html`<h1>${title}</h1><p>${text('desk.risk.about')}</p><nav class="links" aria-label="${text('desk.payments.by')}">${others}<a href="/laporan/risiko?by=${by}&amp;format=csv">${text('desk.day.csv')}</a></nav>
${unknown}${rows.length === 0 ? html`<p>${text('desk.risk.none')}</p>` : table}`,
  });
}

function lineOf({ group, claims, soon, late, unpaid, compensation, atRisk }: RiskRow, by: RiskGroup, isSum = false): Html {
  return html`<tr${isSum ? html` class="sum"` : undefined}><th scope="row">${groupText(group, by)}</th>${countCell(claims)}${countCell(soon)}${countCell(late)}${rupiahCell(unpaid)}${rupiahCell(compensation)}${rupiahCell(atRisk)}</tr>`;
}
