import type { Fact, PayoutOrdered } from '#domain/claim/facts.ts';
import type { Point } from '#domain/claim/statuses.ts';
import type { ClaimFile } from '../../factories/claims.ts';
import { PARTNER_ACCOUNT } from './random-command.ts';

/** Everything here reads the journal alone, so that a claim that deceives itself is found out. */
export function expectMoneyAndEyes(file: ClaimFile): void {
  const journal = new Journal();
  for (const fact of file.facts) journal.read(fact);
}

type Lines = PayoutOrdered['lines'];
type Line = { issue: number; state: 'live' | 'confirmed' | 'refused' | 'reversed'; lines: Lines };
type Ordered = Extract<Fact, { type: 'payout.ordered' }>;

/** One death is one purse, whatever the programme and whoever the payee, and so is one disability; every other benefit is its own. */
function purseOf(benefit: string): string {
  if (benefit.startsWith('jkk.disability.')) return 'disability';
  return /^jkm\.|^jkk\.(death|periodic|funeral)$/.test(benefit) ? 'death' : benefit;
}

function intoPurses(lines: Lines): Map<string, number> {
  const purses = new Map<string, number>();
  for (const { benefit, amount } of lines) purses.set(purseOf(benefit), (purses.get(purseOf(benefit)) ?? 0) + amount);
  return purses;
}

function isLate({ lines }: { readonly lines: Lines }): boolean {
  return lines.every(({ benefit }) => benefit === 'late.compensation');
}

class Journal {
  /** The most that was approved for each purse, in any generation: what a later one finds too much is not paid back by us. */
  readonly #entitled = new Map<string, number>();
  readonly #lines = new Map<string, Line>();
  readonly #held = new Map<string, number>();
  readonly #makers = new Map<Point, Set<string>>();
  readonly #approved = new Map<Point, string>();
  readonly #accounts = new Map<string, string>();
  readonly #proposedBy = new Map<string, string>();
  readonly #barred = new Set<string>();
  #isComplete = false;
  #isAccident = false;
  #isAssessed = false;
  #isOfWork = false;
  #recommended: Extract<Fact, { type: 'claim.recommended' }> | undefined;

  read(fact: Fact): void {
    switch (fact.type) {
      case 'claim.registered':
        this.#isAccident = fact.kind === 'accident';
        this.#barred.add(fact.institutionId).add(fact.actor.id);
        break;
      case 'claim.report-repeated':
        this.#barred.add(fact.institutionId).add(fact.actor.id);
        break;
      case 'claim.withdrawn':
        if (fact.actor.role === 'partner-head') this.#seconded('withdrawal', fact);
        break;
      case 'claim.completed':
        this.#isComplete = true;
        this.#made('completeness', fact);
        break;
      case 'claim.documents-verified':
      case 'claim.document-waived':
        // Before completeness nobody has made it yet; while it stands, whoever judges papers has a share in it.
        if (this.#isComplete) this.#made('completeness', fact);
        break;
      case 'claim.completeness-requested':
        this.#isComplete = false;
        break;
      case 'claim.completeness-revoked':
        this.#seconded('revocation', fact);
        this.#isComplete = false;
        this.#forget('completeness');
        break;
      case 'claim.converted-to-death':
        this.#isAccident = false;
        this.#isOfWork = true;
        this.#isComplete = false;
        this.#accounts.clear();
        for (const point of ['completeness', 'payee', 'amount'] as const) this.#forget(point);
        break;
      case 'claim.appealed':
      case 'claim.reopened':
        this.#approved.clear();
        this.#proposedBy.clear();
        for (const point of ['amount', 'rejection'] as const) this.#forget(point);
        // Who asks for another look has made nothing: those who did stay the makers.
        if (this.#makers.has('completeness')) this.#isComplete = true;
        break;
      case 'claim.proposed':
        this.#proposedBy.set(fact.key, fact.actor.id);
        break;
      case 'claim.returned':
        if (fact.points.includes('completeness')) this.#isComplete = false;
        break;
      case 'claim.cause-triaged':
        this.#isOfWork = fact.programme === 'jkk';
        this.#made('programme', fact);
        break;
      case 'claim.heirs-resolved':
        this.#made('heirs', fact);
        break;
      case 'claim.event-corrected':
        this.#made('event', fact);
        // Who inherits hangs on the day.
        if ((fact.days.diedOn ?? fact.days.eventOn) !== (fact.was.diedOn ?? fact.was.eventOn)) this.#approved.delete('heirs');
        break;
      case 'claim.injury-assessed':
        this.#isAssessed = true;
        this.#made('injury', fact);
        break;
      case 'claim.payee-confirmed':
        expect(this.#barred).not.toContain(fact.personId);
        expect(fact.accountRef).not.toBe(PARTNER_ACCOUNT);
        this.#accounts.set(fact.payeeClass, fact.actor.id);
        this.#made('payee', fact);
        break;
      case 'claim.recommended':
        this.#recommended = fact;
        this.#made(fact.outcome === 'pay' ? 'amount' : 'rejection', fact);
        break;
      case 'claim.points-decided':
        this.#decided(fact);
        break;
      case 'claim.approved':
      case 'claim.rejected':
      case 'claim.lapsed':
        for (const point of this.#atStake()) expect([point, this.#approved.has(point)]).toEqual([point, true]);
        if (this.#recommended?.outcome === 'pay' && fact.type === 'claim.approved') this.#owe(this.#recommended.lines);
        break;
      case 'sla.clock-paused':
        if (fact.ground === 'force-majeure' && fact.receipt) this.#seconded('pause:force-majeure', fact);
        break;
      case 'payout.held':
        expect(fact.payout.payeeClass).not.toBe('provider');
        expect([fact.payout.amount > 0, fact.lateDays > 0]).toEqual([true, true]);
        this.#held.set(fact.payout.payoutId, fact.payout.amount);
        break;
      case 'payout.repriced':
        expect([fact.payout.amount > 0, fact.lateDays > 0, this.#held.get(fact.payout.payoutId)]).toEqual([true, true, fact.was]);
        expect(this.#lines.get(fact.payout.payoutId)).toBeUndefined();
        this.#held.set(fact.payout.payoutId, fact.payout.amount);
        this.#forgetRelease(fact.payout.payoutId);
        break;
      case 'payout.dropped':
        expect(this.#lines.get(fact.payoutId)).toBeUndefined();
        this.#held.delete(fact.payoutId);
        this.#forgetRelease(fact.payoutId);
        break;
      case 'payout.declined':
        this.#seconded(`release:${fact.payoutId}:decline`, fact);
        break;
      case 'payout.exempted':
        this.#seconded(`exemption:${fact.payoutId}:${fact.issue}`, fact);
        break;
      case 'payout.resolved':
        this.#resolved(fact);
        break;
      case 'payout.ordered':
        this.#ordered(fact);
        break;
      case 'payout.confirmed':
        this.#settled(fact, 'confirmed', ['live', 'refused']);
        break;
      case 'payout.refused':
        this.#settled(fact, 'refused', ['live']);
        break;
      case 'payout.reversed':
        // Word that it had arrived may have been lost on the way.
        this.#settled(fact, 'reversed', ['confirmed', 'live']);
        break;
      case 'claim.paid':
        this.#paid();
        break;
      default:
        break;
    }
  }

  #atStake(): readonly Point[] {
    const event: readonly Point[] = this.#makers.has('event') ? ['event'] : [];
    if (this.#recommended?.outcome === 'reject') return [...event, 'rejection'];
    const injury: readonly Point[] = this.#isAccident || (this.#isAssessed && this.#isOfWork) ? ['injury'] : [];
    return [...event, 'completeness', 'programme', ...(this.#isAccident ? [] : (['heirs'] as const)), ...injury, 'payee', 'amount'];
  }

  #made(point: Point, { actor }: Fact): void {
    this.#makers.set(point, (this.#makers.get(point) ?? new Set()).add(actor.id));
    this.#approved.delete(point);
  }

  #forget(point: Point): void {
    this.#makers.delete(point);
    this.#approved.delete(point);
  }

  /** The second of two persons has to have heard the amount that is released. */
  #forgetRelease(payoutId: string): void {
    for (const verdict of ['pay', 'decline']) this.#proposedBy.delete(`release:${payoutId}:${verdict}`);
  }

  /** Somebody else said it before. */
  #seconded(key: string, { actor }: Fact): void {
    const first = this.#proposedBy.get(key);
    expect([key, first]).not.toEqual([key, undefined]);
    expect([key, first]).not.toEqual([key, actor.id]);
    this.#proposedBy.delete(key);
  }

  #resolved(fact: Extract<Fact, { type: 'payout.resolved' }>): void {
    const { payoutId, issue, resolution } = fact;
    const reference = resolution.outcome === 'paid' ? `:${resolution.bankReference}` : '';
    this.#seconded(`finding:${payoutId}:${issue}:${resolution.outcome}${reference}`, fact);
    expect(resolution.maker).not.toBe(resolution.checker);
  }

  /** Invariant 3, whatever the role somebody signed in with. */
  #decided({ decisions, actor }: Extract<Fact, { type: 'claim.points-decided' }>): void {
    for (const { point, verdict } of decisions) {
      expect([point, this.#makers.get(point)?.has(actor.id)]).toEqual([point, false]);
      if (verdict === 'approve') this.#approved.set(point, actor.id);
      else this.#approved.delete(point);
    }
  }

  #owe(lines: Lines): void {
    for (const [purse, amount] of intoPurses(lines)) this.#entitled.set(purse, Math.max(this.#entitled.get(purse) ?? 0, amount));
  }

  /** Invariants 1 and 2: a line is ordered again only when the bank has killed the order before, and never beyond what is owed. */
  #ordered(fact: Ordered): void {
    const { payout } = fact;
    const before = this.#lines.get(payout.payoutId);
    expect(['refused', 'reversed']).toContain(before?.state ?? 'refused');
    expect([payout.payoutId, payout.issue]).toEqual([payout.payoutId, (before?.issue ?? 0) + 1]);
    expect(this.#barred).not.toContain(payout.personId);
    expect(payout.maker).not.toBe(payout.checker);
    expect(payout.amount).toBe(payout.lines.reduce((sum, { amount }) => sum + amount, 0));
    expect(payout.amount).toBeGreaterThan(0);
    if (isLate(payout)) this.#released(fact);
    const others = this.#alive();
    this.#lines.set(payout.payoutId, { issue: payout.issue, state: 'live', lines: payout.lines });
    if (isLate(payout)) return;
    for (const [purse, amount] of intoPurses(payout.lines)) {
      const entitled = this.#entitled.get(purse) ?? 0;
      if (amount + (others.get(purse) ?? 0) > entitled) throw new Error(`${purse}: ${others.get(purse)} and ${amount} of ${entitled}`);
    }
  }

  /** Late money: what was held, by two who said the same, and an account that somebody else has seen. */
  #released(fact: Ordered): void {
    const { payout } = fact;
    expect(payout.amount).toBe(this.#held.get(payout.payoutId));
    this.#seconded(`release:${payout.payoutId}:pay`, fact);
    const maker = this.#accounts.get(payout.payeeClass);
    expect([maker, this.#approved.get('payee') ?? payout.checker]).not.toEqual([maker, maker]);
  }

  /** Sent, or possibly being sent. */
  #alive(states: readonly Line['state'][] = ['live', 'confirmed']): Map<string, number> {
    const standing = [...this.#lines.values()].filter((line) => states.includes(line.state) && !isLate(line));
    return intoPurses(standing.flatMap(({ lines }) => lines));
  }

  /** Nobody is told that everything was paid while a purse is short. */
  #paid(): void {
    if (this.#recommended?.outcome !== 'pay') throw new Error('paid without a recommendation to pay');
    const confirmed = this.#alive(['confirmed']);
    for (const [purse, amount] of intoPurses(this.#recommended.lines)) {
      if ((confirmed.get(purse) ?? 0) < amount) throw new Error(`paid, but of ${purse} ${confirmed.get(purse)} of ${amount}`);
    }
  }

  #settled(fact: Extract<Fact, { payoutId: string; issue: number }>, state: Line['state'], from: readonly Line['state'][]): void {
    const line = this.#lines.get(fact.payoutId);
    expect([fact.payoutId, line?.issue, from.includes(line?.state ?? 'reversed')]).toEqual([fact.payoutId, fact.issue, true]);
    if (state !== 'confirmed' && line && !isLate(line)) this.#approved.delete('payee');
    if (line) line.state = state;
  }
}
