export const PAYOUT_STATES = ['ordered', 'inquired', 'sending', 'unknown', 'not-found', 'confirmed', 'refused', 'reversed'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export const PAYOUT_EVENTS = [
  'holder-matched',
  'account-refused',
  'sending-begun',
  'not-sent',
  'fell-silent',
  'confirmed',
  'refused',
  'not-found',
  'reversed',
  'resolved-paid',
  'resolved-unpaid',
  'reopened',
] as const;
export type PayoutEventType = (typeof PAYOUT_EVENTS)[number];

type Row = Partial<Record<PayoutEventType, PayoutState>>;

/**
 * Design of the payout line. What is absent is refused. The one row that keeps money safe is `unknown`: it has no way back to `sending` except
 * through the bank's own `not-found`.
 */
export const TRANSITIONS = {
  ordered: { 'holder-matched': 'inquired', 'account-refused': 'refused' },
  inquired: { 'sending-begun': 'sending', 'account-refused': 'refused' },
  sending: { confirmed: 'confirmed', refused: 'refused', 'not-sent': 'inquired', 'fell-silent': 'unknown' },
  unknown: {
    'fell-silent': 'unknown',
    confirmed: 'confirmed',
    refused: 'refused',
    'not-found': 'not-found',
    reversed: 'reversed',
    'resolved-paid': 'confirmed',
    'resolved-unpaid': 'refused',
  },
  // A statement may still show the payment after all; then the line is paid, and must not be sent again.
  'not-found': { 'sending-begun': 'sending', confirmed: 'confirmed', refused: 'refused', 'fell-silent': 'unknown' },
  confirmed: { reversed: 'reversed' },
  // A bank that takes back its no: better known than paid again under a new issue.
  refused: { reopened: 'ordered', confirmed: 'confirmed' },
  reversed: { reopened: 'ordered' },
} as const satisfies Record<PayoutState, Row>;

export function nextState(state: PayoutState, event: PayoutEventType): PayoutState | undefined {
  const row: Row = TRANSITIONS[state];
  return row[event];
}
