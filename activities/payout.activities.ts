import type { BankPort } from '#adapters/bank/port.ts';
import type { AccountUsesStore } from '#adapters/mongo/account-uses-store.ts';
import type { AccountsStore, PayeeAccountDocument } from '#adapters/mongo/accounts-store.ts';
import type { FreezesStore } from '#adapters/mongo/freezes-store.ts';
import type { IncidentsStore } from '#adapters/mongo/incidents-store.ts';
import type { PayoutDocument, PayoutLogEntry, PayoutsStore } from '#adapters/mongo/payouts-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import type { PayoutOrdered, PayoutResolution } from '#domain/claim/facts.ts';
import { ACCOUNT_SHARED, type AccountUse, isFamily } from '#domain/money/payout/account-use.ts';
import { bankNews } from '#domain/money/payout/bank-news.ts';
import { railFor } from '#domain/money/payout/channel.ts';
import { matchHolder } from '#domain/money/payout/holder-name.ts';
import { waitBeforeLeaving } from '#domain/money/payout/leaving.ts';
import type { PayoutOwner } from '#domain/money/payout/owner.ts';
import { PAYEE_OF_PARTNER } from '#domain/money/payout/partner-account.ts';
import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { type PayoutId, partnerReference } from '#domain/money/payout/payout-id.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { isRefusal } from '#domain/refusal.ts';
import { notYet } from './failures.ts';
import { createPayoutNews, type PayoutNewsDeps } from './payout-news.ts';
import { type BankPatience, inquiryDelayMs, resendDelayMs } from './payout-patience.ts';

export type PayoutDeps = PayoutNewsDeps & {
  readonly bank: Pick<BankPort, 'inquireAccount' | 'transfer' | 'transferStatus'> & Partial<Pick<BankPort, 'newReference'>>;
  readonly payouts: PayoutsStore;
  readonly accounts: Pick<AccountsStore, 'find' | 'refsOf'>;
  readonly accountUses: Pick<AccountUsesStore, 'take'>;
  readonly freezes: Pick<FreezesStore, 'notOver'>;
  readonly incidents: Pick<IncidentsStore, 'note'>;
  readonly patience: BankPatience;
  readonly now: () => number;
};

/** Without an owner the claim itself ordered it. */
export type PayoutTask = {
  readonly claimId: ClaimId;
  readonly order: PayoutOrdered;
  readonly owner?: PayoutOwner;
  /** Two people let it leave in a freeze. */
  readonly exempted?: boolean;
};

/** Where a payout stands after a step. `settled`: certain, and the claim knows. `waitMs` overrides how long to wait before the next step. */
export type PayoutStep = { readonly state: 'settled' } | { readonly state: 'unknown' | 'send-again'; readonly waitMs?: number };

/** Where the line stands, and what led there. */
type Standing = {
  readonly news: PayoutOutcome | { readonly state: 'send-again'; readonly waitMs?: number };
  readonly document: PayoutDocument;
};

/** Nobody has to wake what waits for the end of a freeze; a lifted one, or an exemption, wakes it sooner. */
const LONGEST_WAIT_MS = 3_600_000;
/** What the bank said of a holder days ago, before a send that never left, is asked again. */
const HOLDER_KNOWN_MS = 86_400_000;
/** More families on one account than anybody would allow. */
const MOST_LOOKED_AT = 200;

type StopReason = typeof PAYEE_OF_PARTNER | typeof ACCOUNT_SHARED;

export function createPayoutActivities({ bank, payouts, accounts, accountUses, freezes, incidents, patience, now, ...news }: PayoutDeps) {
  const { tellOwner, hasHeardReversal } = createPayoutNews({ ...news, now });

  async function known(id: PayoutId): Promise<PayoutDocument> {
    const document = await payouts.find(id);
    if (!document) throw new Error(`payout ${id} was never ordered`);
    return document;
  }

  /** Writes events of the line. Undefined when somebody else wrote first, or the line no longer takes such an event. */
  async function tell(
    document: PayoutDocument,
    events: readonly PayoutEvent[],
    { why, order }: { readonly why?: string; readonly order?: PayoutOrdered } = {},
  ): Promise<PayoutDocument | undefined> {
    const at = now();
    let payout: Payout = document.payout;
    for (const event of events) {
      const after = advance(payout, event);
      if (isRefusal(after)) return undefined;
      payout = after;
    }
    const entries: PayoutLogEntry[] = events.map((event) => ({ at, event, ...(why === undefined ? {} : { why }) }));
    return payouts.write(document, payout, entries, order);
  }

  async function accountOf({ payoutId, accountRef }: PayoutOrdered): Promise<PayeeAccountDocument> {
    const account = await accounts.find(accountRef);
    if (!account) throw new Error(`payout ${payoutId} has no account`);
    return account;
  }

  function toTransfer({ order, payout }: PayoutDocument, { bankCode, accountNumber, personName }: PayeeAccountDocument): TransferOrder {
    const sentAt = payout.sentAt ?? now();
    return {
      payoutId: payout.id,
      issue: payout.issue,
      attempt: payout.attempt,
      ...(payout.reference === undefined ? {} : { reference: payout.reference }),
      amount: order.amount,
      channel: railFor(order.amount).channel,
      payee: { bankCode, accountNumber, holderName: personName },
      sentAt,
      firstSentAt: payout.firstSentAt ?? sentAt,
    };
  }

  /**
   * A line whose issue was refused for good begins again only under the two people who approved the new order, and never when the earlier
   * issue turned out to be paid after all.
   */
  async function opened({ claimId, order, owner }: PayoutTask): Promise<PayoutDocument> {
    const document = await payouts.open(claimId, order, orderPayout(order.payoutId as PayoutId), owner);
    const { issue, state } = document.payout;
    if (issue >= order.issue) return document;
    if (state === 'confirmed') {
      // Its owner hears of money that came back before the line does: whoever wrote it down only there goes on with it.
      const hasReturned = await hasHeardReversal({ claimId, order: document.order, ...(owner ? { owner } : {}) });
      if (hasReturned) throw notYet(`the reversal of ${order.payoutId} is not written yet`);
      return document;
    }
    const { maker, checker } = order;
    const reopened = await tell(document, [{ type: 'reopened', maker, checker }], { order });
    if (!reopened || reopened.payout.issue !== order.issue) throw notYet(`payout ${order.payoutId} cannot begin issue ${order.issue}`);
    return reopened;
  }

  /** Asks the bank whose account it is; the reason why it must not be paid, if there is one. Throws while the bank gives no answer. */
  async function accountProblem({ payoutId }: PayoutOrdered, account: PayeeAccountDocument): Promise<string | undefined> {
    const answer = await bank.inquireAccount(account);
    if (answer.state === 'unknown') throw notYet(`the bank does not answer about the account of ${payoutId}: ${answer.why}`);
    return answer.state === 'refused' ? answer.reason : holderProblem(account.personName, answer.holderName);
  }

  /** Undefined when it may leave now: neither a freeze, unless two people exempted it, nor the hours of its rail, nor a year without calendar hold it. */
  async function mustWaitMs({ amount }: PayoutOrdered, exempted: boolean): Promise<number | undefined> {
    const at = now();
    const frozen = exempted ? [] : await freezes.notOver(at);
    const { hours } = railFor(amount);
    if (frozen.length === 0 && !hours) return undefined;
    const wait = waitBeforeLeaving(hours, frozen, await news.calendars.active(), at);
    return wait && Math.min((wait.until ?? Number.POSITIVE_INFINITY) - at, LONGEST_WAIT_MS);
  }

  /** Only what is not the usual one is written down. */
  function underReference({ id, issue, attempt }: Payout): { readonly reference?: string } {
    const reference = attempt === 0 ? bank.newReference?.(id, issue) : undefined;
    return reference === undefined || reference === partnerReference(id, issue) ? {} : { reference };
  }

  /**
   * Asks the bank to pay, at most once until the bank itself says it never had the order. The intent is written before the call; whoever
   * finds an intent without a result was here before us and may have sent, so the line is unknown and only asked about.
   */
  async function send(document: PayoutDocument, exempted: boolean): Promise<Standing> {
    const { order, payout } = document;
    const { issue } = payout;
    if (payout.state === 'sending') {
      const silent = await tell(document, [{ type: 'fell-silent', issue }]);
      return newsOf(silent ?? (await known(payout.id)), 'interrupted');
    }
    if (payout.state !== 'ordered' && payout.state !== 'inquired' && payout.state !== 'not-found') return newsOf(document);
    const waitMs = await mustWaitMs(order, exempted);
    if (waitMs !== undefined) return { news: { state: 'send-again', waitMs }, document };
    const account = await accountOf(order);
    if (account.ownedByPartner) return stopped(document, PAYEE_OF_PARTNER);
    const problem = isHolderKnown(document, now()) ? undefined : await accountProblem(order, account);
    if (problem !== undefined) return refusedByUs(document, problem);
    if (!(await isFamilysOwn(document, account))) return stopped(document, ACCOUNT_SHARED);
    const matched: readonly PayoutEvent[] = payout.state === 'ordered' ? [{ type: 'holder-matched' }] : [];
    const begun: PayoutEvent = { type: 'sending-begun', at: now(), ...underReference(payout) };
    const intent = await tell(document, [...matched, begun]);
    if (!intent) return newsOf(await known(payout.id));
    return heard(intent, await bank.transfer(toTransfer(intent, account)));
  }

  /**
   * Nothing leaves: the claim hears a refusal, so its payee goes back to a maker and a second person. The register of partners' accounts is
   * asked before every send, also of a line whose holder the bank named days ago.
   */
  async function stopped(document: PayoutDocument, why: StopReason): Promise<Standing> {
    const { _id, claimId } = document;
    await incidents.note({ kind: why, claimId, payoutId: _id }, now());
    return refusedByUs(document, why);
  }

  async function refusedByUs(document: PayoutDocument, why: string): Promise<Standing> {
    const { _id, payout } = document;
    // Only the bank takes back what it said it never had; of such a line the order is dead by our own word.
    const event: PayoutEvent = payout.state === 'not-found' ? { type: 'refused', issue: payout.issue } : { type: 'account-refused' };
    const after = await tell(document, [event], { why });
    return newsOf(after ?? (await known(_id)));
  }

  /**
   * The last look, whatever the checks of this claim and of others said when: money of two families goes to one account only where two
   * people allowed it. Asked before every send, and taken before the intent: of two payouts at the same moment one is first.
   */
  async function isFamilysOwn({ _id, claimId, order }: PayoutDocument, account: PayeeAccountDocument): Promise<boolean> {
    if (!isFamily(order.payeeClass)) return true;
    const use = async (): Promise<AccountUse> => ({ familyId: await familyOf(claimId), claimId, payoutId: _id });
    const earlier = (): Promise<readonly AccountUse[]> => usesBefore(account);
    const foreign = await accountUses.take(account, { use, allowed: order.mayShareWith ?? [], earlier });
    return foreign.length === 0;
  }

  /** What releases up to 0.2.0 sent to this account kept no row of its own. */
  async function usesBefore(account: PayeeAccountDocument): Promise<readonly AccountUse[]> {
    const refs = await accounts.refsOf(account, MOST_LOOKED_AT);
    // Kept for one person of one file alone: nobody else can have been paid on it.
    if (refs.length < 2) return [];
    const sent = await payouts.sentTo(refs, MOST_LOOKED_AT);
    const ofFamilies = sent.filter(({ order }) => isFamily(order.payeeClass));
    return Promise.all(ofFamilies.map(async ({ _id: payoutId, claimId }) => ({ familyId: await familyOf(claimId), claimId, payoutId })));
  }

  async function familyOf(claimId: string): Promise<string> {
    return (await news.claims.participantOf(claimId as ClaimId)) ?? claimId;
  }

  /** Writes down what the bank said. Only the bank's own word moves an unknown line. */
  async function heard(document: PayoutDocument, answer: Parameters<typeof bankNews>[0]): Promise<Standing> {
    const why = reasonOf(answer);
    const after = await tell(document, [bankNews(answer, document.payout.issue)], { why });
    return newsOf(after ?? (await known(document._id)), why);
  }

  /** Certainty is told to the claim until it has heard it; so is the first silence, and a repeat of it is dropped there. */
  async function settle(task: PayoutTask, { news, document }: Standing): Promise<PayoutStep> {
    if (news.state === 'send-again') return { state: 'send-again', waitMs: news.waitMs ?? resendDelayMs(patience, document) };
    await tellOwner(task, underItsOrder(task, news, document));
    return news.state === 'unknown' ? { state: 'unknown', waitMs: inquiryDelayMs(patience, document) } : { state: 'settled' };
  }

  /**
   * Pays one order as far as it goes without waiting: the order is written down, the bank asked whose account it is, the intent written,
   * the transfer sent, the claim told. Repeatable from any point of it; throws while the bank or the claim cannot be reached.
   */
  async function payOut(task: PayoutTask): Promise<PayoutStep> {
    const document = await opened(task);
    // A later issue exists only after the claim heard that this one is dead.
    if (document.payout.issue > task.order.issue) return { state: 'settled' };
    return settle(task, await send(document, task.exempted === true));
  }

  /** Asks what became of a transfer the claim knows to be unknown. */
  async function askTransfer(task: PayoutTask): Promise<PayoutStep> {
    const { payoutId, issue } = task.order;
    const document = await known(payoutId as PayoutId);
    if (document.payout.issue > issue) return { state: 'settled' };
    if (document.payout.state !== 'unknown') return settle(task, newsOf(document));
    const account = await accountOf(document.order);
    const standing = await heard(document, await bank.transferStatus(toTransfer(document, account)));
    // The claim knows that it is unknown.
    if (standing.news.state === 'unknown') return { state: 'unknown', waitMs: inquiryDelayMs(patience, standing.document) };
    return settle(task, standing);
  }

  /** Moves a line the bank is silent about by the word of two people. One that is no longer unknown, or was sent again, stays as it is. */
  async function resolveTransfer({ resolution, ...task }: PayoutTask & { readonly resolution: PayoutResolution }): Promise<PayoutStep> {
    const document = await known(task.order.payoutId as PayoutId);
    if (document.payout.issue > task.order.issue) return { state: 'settled' };
    const { maker, checker, attempt = document.payout.attempt } = resolution;
    // The bank has spoken, or it was found of an earlier send: a later one may have been taken.
    if (document.payout.state !== 'unknown' || attempt !== document.payout.attempt) return settle(task, newsOf(document));
    const event: PayoutEvent =
      resolution.outcome === 'paid'
        ? { type: 'resolved-paid', bankReference: resolution.bankReference, ...paidAtOf(resolution), maker, checker }
        : { type: 'resolved-unpaid', maker, checker };
    const after = await tell(document, [event], { why: 'resolved-by-two-people' });
    return settle(task, newsOf(after ?? (await known(document._id))));
  }

  return { payOut, askTransfer, resolveTransfer };
}

function isHolderKnown({ payout, log }: PayoutDocument, at: number): boolean {
  if (payout.state === 'ordered') return false;
  const matchedAt = log.findLast(({ event }) => event.type === 'holder-matched')?.at;
  return matchedAt === undefined || at - matchedAt < HOLDER_KNOWN_MS;
}

function paidAtOf({ paidAt }: { readonly paidAt?: number }): { readonly paidAt?: number } {
  return paidAt === undefined ? {} : { paidAt };
}

/** Where the line stands, in the words of the claim. Anything between order and certainty is unknown. */
function newsOf(document: PayoutDocument, why = 'in-progress'): Standing {
  const { payout, log } = document;
  const last = log.at(-1);
  switch (payout.state) {
    case 'confirmed':
      return { news: confirmedBy(document), document };
    case 'refused':
      return { news: { state: 'refused', reason: last?.why ?? why }, document };
    case 'inquired':
    case 'not-found':
      return { news: { state: 'send-again' }, document };
    case 'reversed':
      return { news: { state: 'reversed', why: last?.why ?? why }, document };
    default:
      return { news: { state: 'unknown', why, attempt: payout.attempt }, document };
  }
}

/** When the bank paid, by its own word; a line of an earlier release knows only when we heard. */
function confirmedBy({ payout, log }: PayoutDocument): Extract<PayoutOutcome, { state: 'confirmed' }> {
  const heard = log.at(-1);
  if (!heard) throw new Error(`payout ${payout.id} is confirmed by nothing in its log`);
  const { bankReference = '', paidAt = heard.at, firstSentAt } = payout;
  return { state: 'confirmed', bankReference, paidAt, ...(firstSentAt === undefined ? {} : { sentAt: firstSentAt }) };
}

/** The claim has to know what was paid, where that is not what it ordered last. */
function underItsOrder({ order, owner }: PayoutTask, news: PayoutOutcome, document: PayoutDocument): PayoutOutcome {
  if (news.state !== 'confirmed' || owner || document.order.issue >= order.issue) return news;
  return { ...news, order: document.order };
}

function reasonOf(answer: { readonly state: string; readonly why?: string; readonly reason?: string }): string {
  return answer.reason ?? answer.why ?? answer.state;
}

/** A name that a person has to look at was looked at twice before the order; one that is another name stops the payment. */
function holderProblem(expected: string, fromBank: string): string | undefined {
  return matchHolder(expected, fromBank).verdict === 'differs' ? 'holder-differs' : undefined;
}
