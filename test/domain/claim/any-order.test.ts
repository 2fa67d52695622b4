import fc from 'fast-check';
import type { ClaimEvent } from '#domain/claim/events.ts';
import { receive } from '#domain/claim/events.ts';
import { evolve } from '#domain/claim/evolve.ts';
import { hearNews, type MembershipNews, type NewsOfMembership, reachesOf, withNews } from '#domain/claim/membership-news.ts';
import type { Membership } from '#domain/claim/parts.ts';
import type { PreparedFile } from '#domain/claim/readiness-found.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { CLAIM_ID, ClaimFile, MONDAY_9, REGISTRATION, typesOf } from '../../factories/claims.ts';
import { PAPERS_AT_SIGNING, PAPERS_WITH_REPORT, paper } from '../../factories/people.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const { memberships: _m, people, papers: _p, ...REPORT } = REGISTRATION;
const EIGHT = memberOf(REGISTRATION.memberships);
const SIGNED: Membership = { ...EIGHT, paidMonths: EIGHT.paidMonths.slice(0, 2) };
const FILE: PreparedFile = {
  readinessFileId: 'bpr-contoh:peserta-1',
  institutionId: 'bpr-contoh',
  memberships: [SIGNED],
  people,
  papers: PAPERS_AT_SIGNING.map((kind) => paper(kind, 1, '2025-08-01')),
};
const actor = { id: 'staf-1', role: 'machine', institution: 'bpr-contoh' } as const;
const told = (eventId: string, news: MembershipNews): ClaimEvent => ({
  type: 'membershipChanged',
  eventId,
  actor: { id: 'system', role: 'system' },
  told: { type: 'news', news },
});

/** What intake keeps of one participant, and what it says of it to the claim: the rules of the domain in the order of the handlers. */
class Participant {
  claim: ClaimState | undefined;
  #file: PreparedFile | undefined;
  #news: MembershipNews | undefined;
  #waiting: ClaimEvent[] = [];

  hears(event: 'credit' | 'coverage' | 'contribution' | 'death' | 'documents'): void {
    this[event]();
  }

  credit(): void {
    this.#file = { ...FILE, memberships: withNews(FILE.memberships, this.#news ? [this.#news] : []) };
    this.#tell({ type: 'readinessFound', file: this.#file, eventId: 'credit', actor });
  }

  coverage(): void {
    this.#hear({
      type: 'coverage',
      membership: { ...EIGHT, paidMonths: EIGHT.paidMonths.slice(0, 8) },
      eventId: 'coverage',
      toldAt: 2,
    });
  }

  contribution(): void {
    this.#hear({ type: 'contribution', kpj: SIGNED.kpj, months: ['2026-02'], eventId: 'contribution', toldAt: 3 });
  }

  death(): void {
    const memberships = withNews(this.#file?.memberships ?? [], this.#news ? [this.#news] : []);
    const file = this.#file === undefined ? { people: [] } : { people, readinessFileId: this.#file.readinessFileId };
    const papers = [...(this.#file?.papers ?? []), ...PAPERS_WITH_REPORT.map((kind) => paper(kind, 1, '2026-02-25'))];
    this.#give({ type: 'deathReported', registration: { ...REPORT, ...file, memberships, papers }, eventId: 'death', actor });
    for (const event of this.#waiting) this.#give(event);
    this.#waiting = [];
  }

  documents(): void {
    const event: ClaimEvent = { type: 'documentsAdded', papers: [paper('chronology', 1, '2026-02-26')], eventId: 'documents', actor };
    if (this.claim) this.#give(event);
    else this.#waiting.push(event);
  }

  #hear(one: NewsOfMembership): void {
    this.#news = hearNews(this.#news, one).news;
    if (this.#file) this.#file = { ...this.#file, memberships: withNews(this.#file.memberships, [this.#news]) };
    this.#tell(told(one.eventId, this.#news));
  }

  #tell(event: ClaimEvent): void {
    if (this.claim) this.#give(event);
  }

  #give(event: ClaimEvent): void {
    const context = { ...new ClaimFile().context, at: MONDAY_9 };
    for (const fact of receive(this.claim, event, context)) this.claim = evolve(this.claim, fact, CLAIM_ID);
  }
}

/** What people see and what money is calculated from; not the numbering of facts, which tells the order by right. */
function comes(to: ClaimState | undefined) {
  if (!to) throw new Error('no claim');
  const { memberships, people: family, papers, readinessFileId, status, wageBase } = to;
  return { memberships, family, papers, readinessFileId, status, wageBase };
}

const STORY = ['credit', 'coverage', 'contribution', 'death', 'documents'] as const;

function claimAfter(order: readonly (typeof STORY)[number][]): ReturnType<typeof comes> {
  const participant = new Participant();
  for (const event of order) participant.hears(event);
  return comes(participant.claim);
}

describe('the first five events of a story', () => {
  test('in every order they end in the same claim, each told twice or once', () => {
    const expected = claimAfter(STORY);
    expect(expected.papers).toHaveLength(PAPERS_AT_SIGNING.length + PAPERS_WITH_REPORT.length + 1);
    expect(expected.memberships[0]?.paidMonths).toHaveLength(9);
    const orders = fc
      .subarray([...STORY])
      .chain((again) =>
        fc.shuffledSubarray([...STORY, ...again], { minLength: STORY.length + again.length, maxLength: STORY.length + again.length }),
      );
    fc.assert(
      fc.property(orders, (order) => {
        expect(claimAfter(order)).toEqual(expected);
      }),
      { numRuns: propertyRuns },
    );
  });

  test('all 120 orders', () => {
    const expected = claimAfter(STORY);
    const orders = permutations(STORY);
    expect(orders).toHaveLength(120);
    for (const order of orders) expect(claimAfter(order)).toEqual(expected);
  });
});

function memberOf([first]: readonly Membership[]): Membership {
  if (!first) throw new Error('nobody is a member');
  return first;
}

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

describe('a file that comes after the report', () => {
  const bare = { memberships: [], people: [], papers: PAPERS_WITH_REPORT.map((kind) => paper(kind, 1, '2026-02-25')) };
  const found = (file: Partial<PreparedFile> = {}) => ({ type: 'readinessFound', file: { ...FILE, ...file } }) as const;

  test('brings family, coverage and papers, once, and the claim is checked again', () => {
    const file = new ClaimFile({ registration: bare });
    expect(typesOf(file.tell(found()))).toEqual(['claim.readiness-found']);
    expect(file.state).toMatchObject({ readinessFileId: FILE.readinessFileId, people, memberships: [SIGNED], status: 'registered' });
    expect(file.tell(found({ people: [] }))).toEqual([]);
  });

  test('of another institution, or for a claim that has ended, changes nothing', () => {
    expect(new ClaimFile({ registration: bare }).tell(found({ institutionId: 'ksp-lain' }))).toEqual([]);
    expect(claimIn('closed').tell(found())).toEqual([]);
  });

  test('never undoes what an officer has established: the heirs stay as they were resolved', () => {
    const file = claimIn('recommended');
    const before = file.state.people;
    file.tell(found({ people: [] }));
    expect(file.state.people).toEqual(before);
  });

  test('news that was overtaken on its way changes nothing in the claim: eight months do not become one', () => {
    const file = new ClaimFile();
    const older: NewsOfMembership = { type: 'coverage', membership: { ...EIGHT, paidMonths: ['2025-06'] }, eventId: 'a', toldAt: 1 };
    const newer: NewsOfMembership = { type: 'coverage', membership: { ...EIGHT, payer: 'government' }, eventId: 'b', toldAt: 2 };
    const first = hearNews(undefined, older).news;
    const second = hearNews(first, newer).news;
    expect(typesOf(file.tell({ type: 'membershipChanged', told: { type: 'news', news: second } }))).toEqual(['claim.membership-changed']);
    expect(file.tell({ type: 'membershipChanged', told: { type: 'news', news: first } })).toEqual([]);
    expect(file.state.memberships).toEqual([{ ...EIGHT, payer: 'government' }]);
  });

  test('news that a claim was registered with is not undone by an earlier state of it, still on its way', () => {
    const newer: NewsOfMembership = { type: 'coverage', membership: EIGHT, eventId: 'b', toldAt: 2 };
    const older: NewsOfMembership = { type: 'coverage', membership: { ...EIGHT, paidMonths: ['2025-06'] }, eventId: 'a', toldAt: 1 };
    const membershipReach = reachesOf([hearNews(undefined, newer).news]);
    if (!membershipReach) throw new Error('there is news');
    const file = new ClaimFile({ registration: { membershipReach } });
    expect(file.tell({ type: 'membershipChanged', told: { type: 'news', news: hearNews(undefined, older).news } })).toEqual([]);
  });
});
