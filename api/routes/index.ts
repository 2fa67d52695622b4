import type { AnyEndpoint } from '#api/endpoint.ts';
import { listReads } from './audit/list-reads.ts';
import { activateCalendarVersion } from './calendars/activate-calendar.ts';
import { listCalendars } from './calendars/list-calendars.ts';
import { previewCalendarVersion } from './calendars/preview-calendar.ts';
import { proposeCalendarVersion } from './calendars/propose-calendar.ts';
import { readRollout } from './calendars/read-rollout.ts';
import { withdrawCalendarVersion } from './calendars/withdraw-calendar.ts';
import { decideTogether } from './claims/decide-together.ts';
import { issueCode, listFamilyCodes, revokeCode } from './claims/family-codes.ts';
import { COMMAND_ENDPOINTS } from './claims/give-command.ts';
import { listClaims } from './claims/list-claims.ts';
import { listReceipts } from './claims/list-receipts.ts';
import { previewEventCorrection } from './claims/preview-event-correction.ts';
import { readChecks } from './claims/read-checks.ts';
import { readClaim } from './claims/read-claim.ts';
import { readReceipt } from './claims/read-receipt.ts';
import { changeEntitlement } from './entitlements/change-entitlement.ts';
import { forecastScholarships } from './entitlements/forecast-scholarships.ts';
import { listEntitlements } from './entitlements/list-entitlements.ts';
import { openEntitlement } from './entitlements/open-entitlement.ts';
import { readEntitlement } from './entitlements/read-entitlement.ts';
import { releaseYear } from './entitlements/release-year.ts';
import { resolveYearPayment } from './entitlements/resolve-year-payment.ts';
import { submitProof } from './entitlements/submit-proof.ts';
import { verifyProof } from './entitlements/verify-proof.ts';
import { listEscalations } from './escalations/list-escalations.ts';
import { listEvents } from './events/list-events.ts';
import { listFreezes } from './freezes/list-freezes.ts';
import { proposeFreezePeriod } from './freezes/propose-freeze.ts';
import { stepFreezePeriod } from './freezes/step-freeze.ts';
import { listIncidents } from './incidents/list-incidents.ts';
import { dismissWaitingNews } from './news/dismiss-waiting-news.ts';
import { listLateNews } from './news/list-late-news.ts';
import { listWaitingNews } from './news/list-waiting-news.ts';
import { settleLateNewsStep } from './news/settle-late-news.ts';
import { listNotices } from './notices/list-notices.ts';
import { activateReadingsVersion } from './readings/activate-readings.ts';
import { listReadings } from './readings/list-readings.ts';
import { proposeReadingsVersion } from './readings/propose-readings.ts';
import { withdrawReadingsVersion } from './readings/withdraw-readings.ts';
import { assignCase } from './reconciliations/assign-case.ts';
import { closeCase } from './reconciliations/close-case.ts';
import { explainCase } from './reconciliations/explain-case.ts';
import { listCases } from './reconciliations/list-cases.ts';
import { readCase } from './reconciliations/read-case.ts';
import { readReconciliation } from './reconciliations/read-reconciliation.ts';
import { reportPayments } from './reports/report-payments.ts';
import { reportRisk } from './reports/report-risk.ts';

/** Every endpoint that needs a signed-in person or machine. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  listClaims,
  readClaim,
  readChecks,
  previewEventCorrection,
  listReceipts,
  readReceipt,
  ...COMMAND_ENDPOINTS,
  decideTogether,
  listFamilyCodes,
  issueCode,
  revokeCode,
  listReads,
  listEvents,
  listEscalations,
  listIncidents,
  listLateNews,
  settleLateNewsStep,
  listWaitingNews,
  dismissWaitingNews,
  listCalendars,
  listReadings,
  proposeReadingsVersion,
  activateReadingsVersion,
  withdrawReadingsVersion,
  proposeCalendarVersion,
  previewCalendarVersion,
  activateCalendarVersion,
  withdrawCalendarVersion,
  readRollout,
  listFreezes,
  proposeFreezePeriod,
  stepFreezePeriod,
  readReconciliation,
  listCases,
  readCase,
  assignCase,
  explainCase,
  closeCase,
  reportPayments,
  reportRisk,
  listEntitlements,
  openEntitlement,
  readEntitlement,
  submitProof,
  verifyProof,
  releaseYear,
  resolveYearPayment,
  changeEntitlement,
  listNotices,
  forecastScholarships,
];
