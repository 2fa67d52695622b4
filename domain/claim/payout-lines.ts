import type { BenefitId, BenefitLine, PayeeClass } from '#domain/law/benefit/lines.ts';
import { rupiah } from '#domain/money/money.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import type { ClockContext } from './clocks.ts';
import { isSince } from './edition.ts';
import type { FactBody, PayoutOrdered } from './facts.ts';
import type { ClaimState, PayoutState, Recommendation } from './state.ts';

/** One transfer a recommendation asks for: the cash of the programme to one payee class. */
export type PayoutLine = {
  readonly payoutId: string;
  readonly programme: 'jkm' | 'jkk';
  readonly payeeClass: PayeeClass;
  readonly lines: readonly BenefitLine[];
};

/** In the order in which the lines are owed; one per payee class, less what has left already or may be leaving, under whatever order. */
export function payoutLines(claim: ClaimState, { lines }: Payment): readonly PayoutLine[] {
  const programme = claim.programme ?? 'jkm';
  const owed = lessPaid(claim, lines, isAlive);
  const classes = [...new Set(owed.map((line) => line.payeeClass))];
  return classes.map((payeeClass) => ({
    payoutId: freeId(claim, programme, payeeClass),
    programme,
    payeeClass,
    lines: owed.filter((line) => line.payeeClass === payeeClass),
  }));
}

/** By amounts, never by names of orders: one that died may have been for less, and one of another programme counts as well. */
export function isPaidInFull(claim: ClaimState, { lines }: Payment): boolean {
  return lessPaid(claim, lines, ({ state }) => state === 'confirmed').length === 0;
}

/** With the instant no payment of it can lie before. */
export function orderedNow(payout: PayoutOrdered, context: ClockContext): FactBody {
  return { type: 'payout.ordered', payout, ...(isSince(context, 2) ? { orderedAt: context.at } : {}) };
}

/** An order that died is ordered again under its own name; beside one that lives the rest is an order of its own. */
function freeId({ claimId, generation, payouts }: ClaimState, programme: 'jkm' | 'jkk', payeeClass: PayeeClass): string {
  for (let part = 1; ; part += 1) {
    const id = payoutId(claimId, generation, programme, part === 1 ? 'once' : `once-${part}`, payeeClass);
    if (!payouts.some((payout) => payout.payoutId === id && isAlive(payout))) return id;
  }
}

/** Paid, or possibly being paid: only the bank's own refusal or reversal kills an order. */
export function isAlive({ state }: Pick<PayoutState, 'state'>): boolean {
  return state === 'ordered' || state === 'unknown' || state === 'confirmed';
}

/** Money of this generation has left or may be leaving: what it was paid on can no longer change under it. */
export function hasLivePayout(claim: ClaimState, payeeClass?: PayeeClass): boolean {
  return claim.payouts.some(
    (payout) => payout.generation === claim.generation && isAlive(payout) && (payeeClass === undefined || payout.payeeClass === payeeClass),
  );
}

/** The bank has not answered yet, whichever generation asked it. */
export function isInFlight({ payouts }: ClaimState): boolean {
  return payouts.some(({ state }) => state === 'ordered' || state === 'unknown');
}

/** The orders the bank has not answered, with all their payment needs; `exempted` where two people let it leave in a freeze. */
export function ordersInFlight({ payouts }: Pick<ClaimState, 'payouts'>): readonly (PayoutOrdered & { readonly exempted?: true })[] {
  return payouts.flatMap((payout) => {
    const { payoutId, issue, programme, payeeClass, personId, accountRef, amount, lines, maker, checker, state, exempted, mayShareWith } =
      payout;
    if ((state !== 'ordered' && state !== 'unknown') || !personId || !accountRef || !maker || !checker) return [];
    const order = {
      payoutId,
      issue,
      programme,
      payeeClass,
      personId,
      accountRef,
      amount,
      lines,
      maker,
      checker,
      ...(mayShareWith ? { mayShareWith } : {}),
    };
    return [exempted ? { ...order, exempted } : order];
  });
}

/** Compensation for lateness: proposed by the machine beside what the claim owes, never part of it. */
export function isLateCompensation({ lines }: Pick<PayoutState, 'lines'>): boolean {
  return lines.every(({ benefit }) => benefit === 'late.compensation');
}

/**
 * The money of a death is owed once, whichever programme it turns out to belong to, and that of a disability whatever it is found to be;
 * every other benefit stands for itself.
 */
function purseOf(benefit: BenefitId): string {
  if (benefit.startsWith('jkk.disability.')) return 'disability';
  const ofDeath = benefit.startsWith('jkm.') || benefit === 'jkk.death' || benefit === 'jkk.periodic' || benefit === 'jkk.funeral';
  return ofDeath ? 'death' : benefit;
}

type Payment = Extract<Recommendation, { outcome: 'pay' }>;
type Credit = { readonly payeeClass: PayeeClass; readonly purse: string; left: number };

/** What the same payee has had counts first; only what is left of a purse counts against somebody else's share: it is paid once. */
function lessPaid(claim: ClaimState, lines: readonly BenefitLine[], counts: (payout: PayoutState) => boolean): readonly BenefitLine[] {
  const credits = claim.payouts
    .filter(counts)
    .flatMap(({ payeeClass, lines: paid }): Credit[] =>
      paid.map(({ benefit, amount }) => ({ payeeClass, purse: purseOf(benefit), left: amount })),
    );
  const own = less(lines, (line) =>
    credits.filter((credit) => credit.payeeClass === line.payeeClass && credit.purse === purseOf(line.benefit)),
  );
  return less(own, (line) => credits.filter((credit) => credit.purse === purseOf(line.benefit)));
}

function less(lines: readonly BenefitLine[], creditsOf: (line: BenefitLine) => readonly Credit[]): readonly BenefitLine[] {
  return lines.flatMap((line) => {
    let owed: number = line.amount;
    for (const credit of creditsOf(line)) {
      const used = Math.min(credit.left, owed);
      credit.left -= used;
      owed -= used;
    }
    return owed === 0 ? [] : [{ ...line, amount: rupiah(owed) }];
  });
}
