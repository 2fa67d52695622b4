import type { AnyEndpoint } from '../endpoint.ts';
import { acknowledgeEscalation } from './claims/acknowledge-escalation.ts';
import { confirmPayeeAccount } from './claims/confirm-payee-account.ts';
import { decidePoints } from './claims/decide-points.ts';
import { declareComplete } from './claims/declare-complete.ts';
import { listClaims } from './claims/list-claims.ts';
import { readClaim } from './claims/read-claim.ts';
import { recommend } from './claims/recommend.ts';
import { requestCompletion } from './claims/request-completion.ts';
import { resolveHeirs } from './claims/resolve-heirs.ts';
import { triageCause } from './claims/triage-cause.ts';
import { verifyDocuments } from './claims/verify-documents.ts';

/** Every endpoint that needs a signed-in person or machine. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  listClaims,
  readClaim,
  verifyDocuments,
  requestCompletion,
  declareComplete,
  triageCause,
  resolveHeirs,
  confirmPayeeAccount,
  recommend,
  decidePoints,
  acknowledgeEscalation,
];
