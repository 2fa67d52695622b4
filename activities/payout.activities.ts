import type { BankPort } from '#adapters/bank/port.ts';
import type { AccountsStore } from '#adapters/mongo/accounts-store.ts';
import type { PayoutDocument, PayoutsStore } from '#adapters/mongo/payouts-store.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import { bankNews } from '#domain/payout/bank-news.ts';
import { channelFor } from '#domain/payout/channel.ts';
import { matchHolder } from '#domain/payout/holder-name.ts';
import { advance, orderPayout, type PayoutEvent } from '#domain/payout/payout.ts';
import type { PayoutId } from '#domain/payout/payout-id.ts';
import type { TransferOrder } from '#domain/payout/transfer.ts';
import { isRefusal } from '#domain/refusal.ts';
import { notYet } from './failures.ts';

export type PayoutDeps = {
  readonly bank: Pick<BankPort, 'inquireAccount' | 'transfer' | 'transferStatus'>;
  readonly payouts: PayoutsStore;
  readonly accounts: Pick<AccountsStore, 'find'>;
  /** The bank's own minimum between sending and the first question about it. */
  readonly firstInquiryMs: number;
  readonly now: () => number;
};

/** The payout as the workflow passes it on: what to look up, no account, no name. */
export type PayoutRef = { readonly payoutId: PayoutId; readonly issue: number };

export type Prepared = { readonly state: 'ready'; readonly payout: PayoutRef } | Extract<PayoutOutcome, { state: 'refused' }>;
/** What a send or a question came to; `waitMs` overrides how long to wait before the next step. */
export type TransferNews = PayoutOutcome & { readonly waitMs?: number };
export type SendAgain = { readonly state: 'send-again'; readonly waitMs: number };

const SEND_AGAIN_MS = 5_000;

export function createPayoutActivities({ bank, payouts, accounts, firstInquiryMs, now }: PayoutDeps) {
  async function known(id: PayoutId): Promise<PayoutDocument> {
    const document = await payouts.find(id);
    if (!document) throw new Error(`payout ${id} was never ordered`);
    return document;
  }

  /** Writes an event of the line. Undefined when somebody else wrote first, or the line no longer takes such an event. */
  async function tell(document: PayoutDocument, event: PayoutEvent, order?: PayoutOrdered): Promise<PayoutDocument | undefined> {
    const after = advance(document.payout, event);
    return isRefusal(after) ? undefined : payouts.write(document, after, event, now(), order);
  }

  async function orderOf({ order, payout }: PayoutDocument): Promise<TransferOrder> {
    const account = await accounts.find(order.accountRef);
    if (!account) throw new Error(`payout ${order.payoutId} has no account`);
    const { bankCode, accountNumber, personName } = account;
    const sentAt = payout.sentAt ?? now();
    return {
      payoutId: payout.id,
      issue: payout.issue,
      attempt: payout.attempt,
      amount: order.amount,
      channel: channelFor(order.amount),
      payee: { bankCode, accountNumber, holderName: personName },
      sentAt,
      firstSentAt: payout.firstSentAt ?? sentAt,
    };
  }

  /** Where the line stands, in the words of the claim. Anything between order and certainty is unknown. */
  function outcomeOf({ payout, log }: PayoutDocument, why = 'in-progress'): TransferNews | SendAgain {
    if (payout.state === 'confirmed') {
      const paidAt = log.findLast(({ event }) => event.type === 'confirmed')?.at ?? now();
      return { state: 'confirmed', bankReference: payout.bankReference ?? '', paidAt };
    }
    if (payout.state === 'refused') return { state: 'refused', reason: why };
    if (payout.state === 'inquired' || payout.state === 'not-found') return { state: 'send-again', waitMs: SEND_AGAIN_MS };
    return { state: 'unknown', why };
  }

  /** A line whose issue was refused for good begins again only under the two people who approved the new order. */
  async function opened(claimId: string, order: PayoutOrdered): Promise<PayoutDocument> {
    const document = await payouts.open(claimId, order, orderPayout(order.payoutId as PayoutId));
    if (document.payout.issue >= order.issue) return document;
    const { maker, checker } = order;
    const reopened = await tell(document, { type: 'reopened', maker, checker }, order);
    if (!reopened || reopened.payout.issue !== order.issue) throw notYet(`payout ${order.payoutId} cannot begin issue ${order.issue}`);
    return reopened;
  }

  return {
    /** Writes the order down and asks the bank whose account it is. Repeatable; throws while the bank gives no answer. */
    async preparePayout({ claimId, order }: { readonly claimId: string; readonly order: PayoutOrdered }): Promise<Prepared> {
      const document = await opened(claimId, order);
      const ready: Prepared = { state: 'ready', payout: { payoutId: document._id, issue: order.issue } };
      if (document.payout.state !== 'ordered') return ready;
      const account = await accounts.find(order.accountRef);
      if (!account) throw new Error(`payout ${order.payoutId} has no account`);
      const answer = await bank.inquireAccount(account);
      if (answer.state === 'unknown') throw notYet(`the bank does not answer about the account of ${order.payoutId}: ${answer.why}`);
      const refusal = answer.state === 'refused' ? answer.reason : holderProblem(account.personName, answer.holderName);
      if (refusal === undefined) {
        await tell(document, { type: 'holder-matched' });
        return ready;
      }
      await tell(document, { type: 'account-refused' });
      return { state: 'refused', reason: refusal };
    },

    /**
     * Asks the bank to pay, at most once until the bank itself says it never had the order. The intent is written before the call; whoever
     * finds an intent without a result was here before us and may have sent, so the line is unknown and only asked about.
     */
    async sendTransfer({ payoutId, issue }: PayoutRef): Promise<TransferNews | SendAgain> {
      const document = await known(payoutId);
      if (document.payout.issue !== issue) return outcomeOf(document);
      if (document.payout.state === 'sending') {
        const silent = await tell(document, { type: 'fell-silent', issue });
        return withPatience(outcomeOf(silent ?? (await known(payoutId)), 'interrupted'));
      }
      const intent = await tell(document, { type: 'sending-begun', at: now() });
      if (!intent) return withPatience(outcomeOf(await known(payoutId)));
      const answer = await bank.transfer(await orderOf(intent));
      const after = await tell(intent, bankNews(answer, issue));
      return withPatience(outcomeOf(after ?? (await known(payoutId)), reasonOf(answer)));
    },

    /** Asks what became of a transfer. Only the bank's own word moves an unknown line. */
    async askTransfer({ payoutId, issue }: PayoutRef): Promise<TransferNews | SendAgain> {
      const document = await known(payoutId);
      if (document.payout.issue !== issue || document.payout.state !== 'unknown') return outcomeOf(document);
      const answer = await bank.transferStatus(await orderOf(document));
      const after = await tell(document, bankNews(answer, issue));
      return outcomeOf(after ?? (await known(payoutId)), reasonOf(answer));
    },
  };

  /** The first question about a silent transfer waits for the bank's minimum. */
  function withPatience(news: TransferNews | SendAgain): TransferNews | SendAgain {
    return news.state === 'unknown' ? { ...news, waitMs: firstInquiryMs } : news;
  }
}

function reasonOf(answer: { readonly state: string; readonly why?: string; readonly reason?: string }): string {
  return answer.reason ?? answer.why ?? answer.state;
}

/** A name that a person has to look at was looked at twice before the order; one that is another name stops the payment. */
function holderProblem(expected: string, fromBank: string): string | undefined {
  return matchHolder(expected, fromBank).verdict === 'differs' ? 'holder-differs' : undefined;
}
