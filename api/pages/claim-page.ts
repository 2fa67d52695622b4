import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import { isLateCompensation } from '#domain/claim/payout-lines.ts';
import type { ClaimState, PayoutState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { formatTime } from '#domain/format/date.ts';
import { maskAccount } from '#domain/format/mask.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { amountInWords } from '#domain/format/words.ts';
import { PAPERS } from '#domain/law/papers/table.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { text } from '#locales/text.ts';
import { whoActs } from '#services/claims/who-acts.ts';
import { type Html, html } from '#services/printouts/html.ts';
import { historyOf } from './claim-history.ts';
import { hasLegalClock, untilOf } from './claim-until.ts';
import { help, page } from './layout.ts';

export type ClaimPage = {
  readonly claim: ClaimState;
  readonly journal: readonly JournalEntry[];
  readonly secret: string;
  readonly calendar: CalendarPack;
  readonly earlier?: readonly CalendarPack[];
  readonly now: Instant;
  /** By account reference; shown masked. */
  readonly accountNumbers: ReadonlyMap<string, string>;
};

const APPROVED: readonly ClaimState['status'][] = ['approved', 'paying', 'paid', 'closed'];
const IN_WORK: readonly ClaimState['status'][] = ['registered', 'collecting', 'verifying', 'recommended', 'approved', 'paying'];
/** A reason is a sentence, not a letter; the page must stay small whatever an officer types. */
const REASON_LETTERS = 200;

/** What a family wants to know, in the order in which it wants to know it. No cause of death, no NIK, no other heirs, nothing in red. */
export function claimPage({ claim, journal, secret, calendar, earlier = [], now, accountNumbers }: ClaimPage): Html {
  const { missing } = checklistOf(claim, toLocal(now, calendar.zone).day, {});
  const isApproved = APPROVED.includes(claim.status);
  const isLatePriced = IN_WORK.includes(claim.status) && hasLegalClock(claim);
  return page(
    `${text('page.title')} ${claim.claimId}`,
    html`<h1>${text('page.title')} <span>${claim.claimId}</span></h1>
<p>${text(claim.kind === 'accident' ? 'page.accident' : 'page.condolence')}</p>
<p class="where">${text(`sentence.${claim.status}`)}</p>
${isApproved ? amountOf(claim, accountNumbers) : undefined}
<h2>${text('page.ball')}</h2><p>${text(`ball.${whoActs(claim.status, missing)}`)}</p>
<h2>${text('page.todo')}</h2>${todoOf(claim, missing)}
<h2>${text('page.until')}</h2>${untilOf(claim, { now: calendar, earlier }, now, isApproved)}
${isLatePriced ? html`<h2>${text('page.late')}</h2><p>${text('page.late.text')}</p>` : undefined}
<h2>${text('page.history')}</h2>${historyOf(journal, calendar.zone)}
${help()}
<form method="post" action="/status"><input type="hidden" name="claim" value="${claim.claimId}"><input type="hidden" name="secret" value="${secret}"><button>${text('page.again')}</button><br><small>${text('page.updated', { when: formatTime(now, calendar.zone) })}</small></form>`,
  );
}

function amountOf({ recommendation, payouts }: ClaimState, accountNumbers: ReadonlyMap<string, string>): Html | undefined {
  if (recommendation?.outcome !== 'pay') return undefined;
  const { total } = recommendation;
  const due = payouts.flatMap((payout) => (isDue(payout) ? [payout] : []));
  const lines = due.map((payout) => {
    const { amount, accountRef = '', state } = payout;
    const account = maskAccount(accountNumbers.get(accountRef) ?? '');
    // The amount is said once where all of it goes to one account.
    const sum = due.length > 1 ? `${formatRupiah(amount)} ` : '';
    const line = isLateCompensation(payout)
      ? text('page.account.late', { amount: formatRupiah(amount), account })
      : `${sum}${text('page.account', { account })}`;
    return html`<li>${line}: ${text(`page.payout.${state}`)}</li>`;
  });
  return html`<p>${text('page.amount')}</p><p class="sum">${formatRupiah(total)}</p><p class="small">${amountInWords(total)}</p><ul>${lines}</ul>`;
}

type NotDue = Extract<PayoutState['state'], 'held' | 'declined'>;

/** What nobody has released yet, or two people decided against, is not promised to anybody. */
function isDue(payout: PayoutState): payout is PayoutState & { readonly state: Exclude<PayoutState['state'], NotDue> } {
  return payout.state !== 'held' && payout.state !== 'declined';
}

type Missing = ReturnType<typeof checklistOf>['missing'];

function todoOf(claim: ClaimState, missing: Missing): Html {
  if (claim.status === 'rejected' || claim.status === 'lapsed') return html`<p>${text('page.todo.rejected')}</p>`;
  const owed = whoActs(claim.status, missing) === 'family' ? missing.filter(({ owes }) => owes !== 'officer') : [];
  if (owed.length === 0) return html`<p>${text(isFinal(claim.status) ? 'page.todo.over' : 'page.todo.none')}</p>`;
  const asked = new Map(claim.requested.map(({ paper, reason }) => [paper, reason]));
  return html`<p>${text('page.todo.bring')}</p><ul>${owed.map(({ paper, label, reason }) => {
    const why = asked.get(paper) ?? text(`paper.${reason}`);
    return html`<li><strong>${label}</strong>: ${shorten(why)}<br><small>${text('page.todo.issuer', { issuer: PAPERS[paper].issuer })}</small></li>`;
  })}</ul>`;
}

function shorten(reason: string): string {
  return reason.length <= REASON_LETTERS ? reason : `${reason.slice(0, REASON_LETTERS).trimEnd()}…`;
}
