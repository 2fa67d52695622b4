import type { BankRefusal, NotSentWhy, UnknownWhy } from '#domain/money/payout/transfer.ts';
import { SNAP_ENDPOINTS, type SnapCall } from '#schemas/bank/endpoints.ts';
import { SnapAnswer } from '#schemas/bank/parts.ts';

export type Meaning =
  | { readonly means: 'done' }
  | { readonly means: 'refused'; readonly code: string; readonly reason: BankRefusal }
  | { readonly means: 'not-found' }
  | { readonly means: 'not-sent'; readonly why: NotSentWhy }
  | { readonly means: 'unknown'; readonly why: UnknownWhy };

type Row = Exclude<Meaning, { means: 'refused' }> | { readonly means: 'refused'; readonly reason: BankRefusal };

const refused = (reason: BankRefusal): Row => ({ means: 'refused', reason });
const notAuthorised: Row = { means: 'not-sent', why: 'not-authorised' };
const serverError: Row = { means: 'unknown', why: 'server-error' };

/** HTTP status and case code of a `responseCode`, without the service code between them. Whatever is not listed is unknown. */
const CASES: Readonly<Record<string, Row>> = {
  '200-00': { means: 'done' },
  '202-00': { means: 'unknown', why: 'in-progress' },
  '400-00': refused('order-malformed'),
  '400-01': refused('order-malformed'),
  '400-02': refused('order-malformed'),
  '401-00': notAuthorised,
  '401-01': notAuthorised,
  '401-03': notAuthorised,
  '403-02': refused('limit-exceeded'),
  '403-03': refused('suspected-fraud'),
  '403-04': refused('limit-exceeded'),
  '403-05': refused('not-permitted'),
  '403-09': refused('account-dormant'),
  '403-14': refused('insufficient-funds'),
  '403-15': refused('not-permitted'),
  '403-18': refused('account-closed'),
  '403-20': refused('limit-exceeded'),
  '404-11': refused('account-unknown'),
  '404-13': refused('order-malformed'),
  '405-00': refused('not-permitted'),
  '405-01': refused('not-permitted'),
  // Both say that the bank has seen this before, and neither says what became of it.
  '409-00': { means: 'unknown', why: 'reference-conflict' },
  '409-01': { means: 'unknown', why: 'reference-conflict' },
  '429-00': { means: 'not-sent', why: 'too-many-requests' },
  '500-00': serverError,
  '500-01': serverError,
  '500-02': serverError,
  '504-00': serverError,
};

/** `Transaction Not Found` means something only where a transaction was asked for. */
const CASES_OF_STATUS: Readonly<Record<string, Row>> = { '404-01': { means: 'not-found' } };

/** Gateways before the service answer for it with their own number, and only about tokens. */
const GATEWAY_SERVICES: readonly string[] = ['00', SNAP_ENDPOINTS.accessToken.serviceCode];

/** A verdict needs a code that fits the call and the HTTP status; a bare 400 or 404 may come from any proxy on the way. */
export function meaningOf(call: SnapCall, status: number, body: unknown): Meaning {
  const answer = SnapAnswer.safeParse(body);
  if (!answer.success) return { means: 'unknown', why: status >= 500 ? 'server-error' : 'answer-unreadable' };
  const code = answer.data.responseCode;
  const [http, service, caseCode] = [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
  const fromGateway = http === '401' && GATEWAY_SERVICES.includes(service);
  const fits = http === String(status) && (service === SNAP_ENDPOINTS[call].serviceCode || fromGateway);
  if (!fits) return { means: 'unknown', why: status >= 500 ? 'server-error' : 'code-unlisted' };
  return rowToMeaning(lookUp(call, `${http}-${caseCode}`), code);
}

/** Why a failed transaction failed, from the code the bank gave when it refused it. */
export function refusalOf(code: string | undefined): BankRefusal {
  const row = code === undefined ? undefined : lookUp('transfer', `${code.slice(0, 3)}-${code.slice(5)}`);
  return row?.means === 'refused' ? row.reason : 'not-permitted';
}

function lookUp(call: SnapCall, key: string): Row | undefined {
  return (call === 'transferStatus' ? CASES_OF_STATUS[key] : undefined) ?? CASES[key];
}

function rowToMeaning(row: Row | undefined, code: string): Meaning {
  if (!row) return { means: 'unknown', why: 'code-unlisted' };
  return row.means === 'refused' ? { ...row, code } : row;
}
