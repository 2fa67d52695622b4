import { isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { PayoutId } from './payout-id.ts';
import { nextState, type PayoutState } from './states.ts';

/** One payout line as far as the danger of paying twice is concerned; amount and payee stand beside it. */
export type Payout = {
  readonly id: PayoutId;
  readonly state: PayoutState;
  /** Counts new beginnings after a dead original. Each issue has its own reference at the bank. */
  readonly issue: number;
  /** Counts sends under one reference. */
  readonly attempt: number;
  readonly firstSentAt?: Instant;
  readonly sentAt?: Instant;
  /** Under which this issue was first sent, where that is not `partnerReference`. Kept for every repetition, whatever bank is set up by then. */
  readonly reference?: string;
  readonly bankReference?: string;
  /** When, by the bank's own word. */
  readonly paidAt?: Instant;
  /** Issues whose money came back: later word that it had arrived is older. */
  readonly returned?: readonly number[];
};

type FourEyes = { readonly maker: string; readonly checker: string };
/** What the bank said names the issue it is about: news may come late. */
type News = { readonly issue: number };

export type PayoutEvent =
  | { readonly type: 'holder-matched' }
  | { readonly type: 'account-refused' }
  | { readonly type: 'sending-begun'; readonly at: Instant; readonly reference?: string }
  | ({ readonly type: 'not-sent' | 'fell-silent' | 'refused' | 'not-found' } & News)
  | ({ readonly type: 'confirmed'; readonly bankReference: string; readonly paidAt?: Instant } & News)
  | ({ readonly type: 'reversed'; readonly bankReference: string } & News)
  | ({ readonly type: 'resolved-paid'; readonly bankReference: string; readonly paidAt?: Instant } & FourEyes)
  | ({ readonly type: 'resolved-unpaid' } & FourEyes)
  | ({ readonly type: 'reopened' } & FourEyes);

const RULE = 'design.md section 5';

export function orderPayout(id: PayoutId): Payout {
  return { id, state: 'ordered', issue: 1, attempt: 0 };
}

/** The line after the event, or why the event has no place here. */
export function advance(payout: Payout, event: PayoutEvent): Payout | Refusal {
  if ('maker' in event && isSamePerson(event.maker, event.checker)) {
    return refuse('maker-is-checker', 'Keputusan tentang pembayaran ini harus diperiksa oleh orang kedua.', RULE);
  }
  if ('issue' in event && event.issue !== payout.issue) return newsOfAnotherIssue(payout, event);
  const state = nextState(payout.state, event.type);
  if (state === undefined) return refuseTransition(payout);
  const after = { ...payout, state };
  switch (event.type) {
    case 'sending-begun':
      return {
        ...after,
        attempt: payout.attempt + 1,
        firstSentAt: payout.firstSentAt ?? event.at,
        sentAt: event.at,
        ...referenceOf(payout, event),
      };
    case 'confirmed':
    case 'resolved-paid':
      return { ...after, bankReference: event.bankReference, ...paidAtOf(event) };
    case 'reversed':
      return { ...after, bankReference: event.bankReference };
    case 'reopened':
      return { id: payout.id, state, issue: payout.issue + 1, attempt: 0, ...returnedBy(payout) };
    case 'holder-matched':
    case 'account-refused':
    case 'not-sent':
    case 'fell-silent':
    case 'refused':
    case 'not-found':
    case 'resolved-unpaid':
      return after;
    default:
      return event satisfies never;
  }
}

function paidAtOf({ paidAt }: { readonly paidAt?: Instant }): Pick<Payout, 'paidAt'> {
  return paidAt === undefined ? {} : { paidAt };
}

/** The first send of an issue fixes it. */
function referenceOf({ attempt, reference }: Payout, event: { readonly reference?: string }): Pick<Payout, 'reference'> {
  const fixed = attempt === 0 ? event.reference : reference;
  return fixed === undefined ? {} : { reference: fixed };
}

function returnedBy({ state, issue, returned = [] }: Payout): Pick<Payout, 'returned'> {
  const all = state === 'reversed' ? [...returned, issue] : returned;
  return all.length === 0 ? {} : { returned: all };
}

/** An earlier issue turns out to be paid although everyone thought it dead: while the new one has not left us, the line is simply paid. */
function newsOfAnotherIssue(payout: Payout, event: PayoutEvent & News): Payout | Refusal {
  const nothingLeftUs = payout.state === 'ordered' || payout.state === 'inquired';
  const { returned = [] } = payout;
  if (event.type === 'confirmed' && event.issue < payout.issue && nothingLeftUs && !returned.includes(event.issue)) {
    const { issue, bankReference } = event;
    return { id: payout.id, state: 'confirmed', issue, attempt: 1, bankReference, ...paidAtOf(event), ...returnedBy(payout) };
  }
  return refuse(
    'not-allowed-in-status',
    'Berita bank ini tentang perintah bayar yang lain; petugas rekonsiliasi harus memeriksanya.',
    RULE,
  );
}

function refuseTransition({ state }: Payout): Refusal {
  if (state === 'confirmed') return refuse('already-paid', 'Pembayaran ini sudah terkonfirmasi oleh bank.', RULE);
  if (state === 'unknown' || state === 'sending') {
    return refuse('not-allowed-in-status', 'Bank belum memberi kepastian. Jangan kirim ulang.', RULE);
  }
  return refuse('not-allowed-in-status', 'Langkah ini tidak berlaku untuk keadaan pembayaran sekarang.', RULE);
}
