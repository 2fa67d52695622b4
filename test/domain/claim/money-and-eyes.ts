import type { Fact } from '#domain/claim/facts.ts';
import { POINTS_OF, type Point } from '#domain/claim/statuses.ts';
import type { ClaimFile } from '../../factories/claims.ts';
import { PARTNER_ACCOUNT } from './random-command.ts';

/** Everything here reads the journal alone, so that a claim that deceives itself is found out. */
export function expectMoneyAndEyes(file: ClaimFile): void {
  const journal = new Journal();
  for (const fact of file.facts) journal.read(fact);
  expect(journal.paid).toBeLessThanOrEqual(journal.entitled);
}

type Line = { issue: number; state: 'live' | 'confirmed' | 'refused'; amount: number };

class Journal {
  paid = 0;
  entitled = 0;
  readonly #lines = new Map<string, Line>();
  readonly #makers = new Map<Point, Set<string>>();
  readonly #approved = new Map<Point, string>();
  readonly #barred = new Set<string>();
  #isComplete = false;
  #outcome: 'pay' | 'reject' = 'pay';

  read(fact: Fact): void {
    switch (fact.type) {
      case 'claim.registered':
      case 'claim.report-repeated':
        this.#barred.add(fact.institutionId).add(fact.actor.id);
        break;
      case 'claim.completed':
        this.#isComplete = true;
        this.#made('completeness', fact);
        break;
      case 'claim.documents-verified':
        // Before completeness nobody has made it yet; while it stands, whoever judges papers has a share in it.
        if (this.#isComplete) this.#made('completeness', fact);
        break;
      case 'claim.returned':
        if (fact.points.includes('completeness')) this.#isComplete = false;
        break;
      case 'claim.cause-triaged':
        this.#made('programme', fact);
        break;
      case 'claim.heirs-resolved':
        this.#made('heirs', fact);
        break;
      case 'claim.payee-confirmed':
        expect(this.#barred).not.toContain(fact.personId);
        expect(fact.accountRef).not.toBe(PARTNER_ACCOUNT);
        this.#made('payee', fact);
        break;
      case 'claim.recommended':
        this.#outcome = fact.outcome;
        this.#made(fact.outcome === 'pay' ? 'amount' : 'rejection', fact);
        break;
      case 'claim.points-decided':
        this.#decided(fact);
        break;
      case 'claim.approved':
      case 'claim.rejected':
        for (const point of POINTS_OF[this.#outcome]) expect([point, this.#approved.has(point)]).toEqual([point, true]);
        if (fact.type === 'claim.approved') this.entitled = Math.max(this.entitled, fact.total);
        break;
      case 'payout.ordered':
        this.#ordered(fact);
        break;
      case 'payout.confirmed':
        this.#settled(fact, 'confirmed');
        break;
      case 'payout.refused':
        this.#approved.delete('payee');
        this.#settled(fact, 'refused');
        break;
      default:
        break;
    }
  }

  #made(point: Point, fact: Fact): void {
    this.#maker(point, fact);
    this.#approved.delete(point);
  }

  #maker(point: Point, { actor }: Fact): void {
    this.#makers.set(point, (this.#makers.get(point) ?? new Set()).add(actor.id));
  }

  /** Invariant 3, whatever the role somebody signed in with. */
  #decided({ decisions, actor }: Extract<Fact, { type: 'claim.points-decided' }>): void {
    for (const { point, verdict } of decisions) {
      expect([point, this.#makers.get(point)?.has(actor.id)]).toEqual([point, false]);
      if (verdict === 'approve') this.#approved.set(point, actor.id);
      else this.#approved.delete(point);
    }
  }

  /** Invariants 1 and 2: a line is ordered again only when the bank has killed the order before. */
  #ordered({ payout }: Extract<Fact, { type: 'payout.ordered' }>): void {
    const before = this.#lines.get(payout.payoutId);
    expect([payout.payoutId, before?.state ?? 'refused', payout.issue]).toEqual([payout.payoutId, 'refused', (before?.issue ?? 0) + 1]);
    expect(this.#barred).not.toContain(payout.personId);
    expect(payout.maker).not.toBe(payout.checker);
    expect(payout.amount).toBeGreaterThan(0);
    this.#lines.set(payout.payoutId, { issue: payout.issue, state: 'live', amount: payout.amount });
    const live = [...this.#lines.values()].filter(({ state }) => state !== 'refused').reduce((sum, { amount }) => sum + amount, 0);
    expect(live).toBeLessThanOrEqual(this.entitled);
  }

  #settled({ payoutId, issue }: Extract<Fact, { type: 'payout.confirmed' | 'payout.refused' }>, state: 'confirmed' | 'refused'): void {
    const line = this.#lines.get(payoutId);
    expect([payoutId, line?.issue, line?.state]).toEqual([payoutId, issue, 'live']);
    if (!line) return;
    line.state = state;
    if (state === 'confirmed') this.paid += line.amount;
  }
}
