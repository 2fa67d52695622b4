import type { PayoutEvent } from './payout.ts';
import type { TransferOutcome, TransferStatus } from './transfer.ts';

/** What an answer of the bank means for the line. Everything that is not certain is silence. */
export function bankNews(answer: TransferOutcome | TransferStatus, issue: number): PayoutEvent {
  switch (answer.state) {
    case 'confirmed':
      return { type: 'confirmed', issue, bankReference: answer.bankReference, paidAt: answer.at };
    case 'reversed':
      return { type: 'reversed', issue, bankReference: answer.bankReference };
    case 'refused':
    case 'not-found':
    case 'not-sent':
      return { type: answer.state, issue };
    case 'pending':
    case 'unknown':
      return { type: 'fell-silent', issue };
    default:
      return answer satisfies never;
  }
}
