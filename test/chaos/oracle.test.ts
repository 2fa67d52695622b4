import { NOTHING_SWEPT } from '#activities/sweep-counts.ts';
import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { LedgerEntry } from '#schemas/bank/sandbox.ts';
import { claimIn } from '../factories/claim-paths.ts';
import { ACCIDENT_AT, CLAIM_ID } from '../factories/claims.ts';
import { ledgerAccount } from './desk.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import { judge } from './oracle.ts';
import type { Story } from './stories.ts';

const STORY: Story = {
  n: 7,
  kind: 'golden',
  inOneSitting: true,
  doubleClicks: false,
  repeatsEvents: false,
  officerAt: 0,
  approverAt: 0,
  isReserved: false,
};
const SOURCE = '8880000000001';
const PAYEE = ledgerAccount(STORY, 'payee');
const OWED = 42_000_000;

const { state, facts } = claimIn('closed');
const JOURNAL = chain(CLAIM_ID, 1, facts, CHAIN_START);

function moved(amount: number, to = PAYEE, partnerReferenceNo = 'STN1'): LedgerEntry {
  const kind = amount > 0 ? 'transfer' : 'reversal';
  return {
    seq: 2,
    at: '2026-03-03T00:00:00Z',
    kind,
    partnerReferenceNo,
    postings: [
      { account: SOURCE, amount: -amount },
      { account: to, amount },
    ],
  };
}

/** One family, paid as it should be; each test spoils one thing. */
function run({
  claim = {},
  entries = [moved(OWED)],
  ...rest
}: { claim?: Partial<ClaimEvidence>; entries?: readonly LedgerEntry[] } & Partial<Evidence>): Evidence {
  const whole: ClaimEvidence = {
    story: STORY,
    claimId: CLAIM_ID,
    record: state,
    journal: JOURNAL,
    held: state,
    isRunning: false,
    published: new Set(JOURNAL.map(({ seq }) => `${CLAIM_ID}:${seq}`)),
    payouts: [],
    scholarships: 0,
  };
  return {
    claims: [{ ...whole, ...claim }],
    ledger: { entries: [...entries], balances: {} },
    sourceAccount: SOURCE,
    strangers: [],
    runningPayouts: [],
    deadLetters: 0,
    sweep: NOTHING_SWEPT,
    openIncidents: 0,
    ...rest,
  };
}

const found = (spoilt: Parameters<typeof run>[0]) => judge(run(spoilt)).map(({ broken }) => broken);

/** The bank's book with the payment in it, and the payment's own log. */
function heard(
  bookedAt: number,
  events: readonly PayoutDocument['log'][number]['event']['type'][],
): Partial<Evidence> & { claim: Partial<ClaimEvidence> } {
  const [paid] = state.payouts;
  const entry = { ...moved(OWED), at: new Date(bookedAt).toISOString(), bankReference: paid?.bankReference };
  const log = events.map((type) => ({ at: HEARD_AT, event: { type } }));
  return {
    ledger: { entries: [entry as LedgerEntry], balances: {} },
    claim: { payouts: [{ _id: paid?.payoutId, payout: { state: 'confirmed' }, log } as never] },
  };
}
const PAID_AT = state.payouts[0]?.settledAt ?? 0;
const HEARD_AT = PAID_AT + 3_600_000;

describe('the judge of a chaos run', () => {
  test('finds nothing where every family has what it is owed', () => {
    expect(judge(run({}))).toEqual([]);
  });

  test('finds a payment that never arrived', () => {
    expect(judge(run({ entries: [] }))).toEqual([
      { broken: 'lost', claimId: CLAIM_ID, expected: '42000000 to the payee of a story "golden"', found: 'nothing = 0' },
    ]);
  });

  test('finds a payment made twice, whether under one order or under two', () => {
    expect(found({ entries: [moved(OWED), moved(OWED)] })).toEqual(['duplicate', 'duplicate']);
    expect(found({ entries: [moved(OWED), moved(OWED, PAYEE, 'STN2')] })).toEqual(['duplicate']);
  });

  test('finds an order that two transfers of half the money answered', () => {
    expect(found({ entries: [moved(OWED / 2), moved(OWED / 2)] })).toEqual(['duplicate']);
  });

  test('counts money that came back as not paid', () => {
    expect(found({ entries: [moved(OWED), moved(-OWED)] })).toEqual(['lost']);
    expect(found({ entries: [moved(OWED), moved(-OWED), moved(OWED, PAYEE, 'STN2')] })).toEqual([]);
  });

  test('finds a rupiah too much or too little, and money to somebody in no story', () => {
    expect(found({ entries: [moved(OWED + 1)] })).toEqual(['duplicate']);
    expect(found({ entries: [moved(OWED - 1)] })).toEqual(['lost']);
    expect(found({ entries: [moved(OWED), moved(5, '130:1', 'STN3')] })).toEqual(['duplicate']);
  });

  test('finds a death that was reported and has no claim', () => {
    const { record: _none, ...rest } = run({}).claims[0] as ClaimEvidence;
    expect(judge({ ...run({ entries: [] }), claims: [rest] }).map(({ broken }) => broken)).toEqual(['lost', 'lost']);
  });

  test('finds a claim that did not come to the end of its story', () => {
    expect(found({ claim: { record: claimIn('paying').state } })).toContain('stuck');
  });

  test('finds a claim that ended and still runs, and an open one that does not', () => {
    expect(found({ claim: { isRunning: true } })).toEqual(['stuck']);
    const open = claimIn('registered');
    const journal = chain(CLAIM_ID, 1, open.facts, CHAIN_START);
    const claim = { story: { ...STORY, kind: 'canary' as const }, record: open.state, held: open.state, journal };
    expect(found({ claim, entries: [] })).toEqual(['stuck', 'lost']);
  });

  test('finds what people could not get done', () => {
    expect(found({ claim: { trouble: 'the API refused' } })).toEqual(['stuck']);
  });

  test('finds a hole in the journal, a fact nobody published, and a workflow that holds something else', () => {
    expect(found({ claim: { journal: JOURNAL.toSpliced(2, 1) } })).toContain('record');
    expect(found({ claim: { published: new Set() } })).toEqual(['record']);
    expect(found({ claim: { held: claimIn('paying').state } })).toEqual(['record']);
    expect(found({ claim: { record: { ...state, updatedAt: state.updatedAt + 1 } } })).toEqual(['record']);
  });

  test('finds a payment nobody is certain of', () => {
    const payouts = state.payouts.map((payout) => ({ ...payout, state: 'unknown' as const }));
    expect(found({ claim: { record: { ...state, payouts } } })).toContain('stuck');
    expect(found({ runningPayouts: ['payout:1'] })).toEqual(['stuck']);
  });

  test('finds a scholarship too many and one too few', () => {
    expect(found({ claim: { scholarships: 1 } })).toEqual(['duplicate']);
    expect(found({ claim: { story: { ...STORY, kind: 'long-contributor' } } })).toEqual(['lost']);
  });

  test('finds dead letters, open incidents, a sweep with differences and claims nobody reported', () => {
    expect(found({ deadLetters: 1 })).toEqual(['lost']);
    expect(found({ openIncidents: 1 })).toEqual(['stuck']);
    expect(found({ sweep: { ...NOTHING_SWEPT, claims: 3, revived: 1 } })).toEqual(['stuck']);
    expect(found({ strangers: ['STN-AAAAA-AAAAA'] })).toEqual(['duplicate']);
  });

  test('finds an hour of hearing that stands for the hour of paying, and lets a second pass that the bank cut off', () => {
    const asked = ['sending-begun', 'fell-silent', 'confirmed'] as const;
    expect(found(heard(PAID_AT, asked))).toEqual([]);
    expect(found(heard(PAID_AT + 999, asked))).toEqual([]);
    expect(found(heard(PAID_AT - 60_000, asked))).toEqual(['hour']);
    // An answer to the send itself tells no hour: it was heard when it came.
    expect(found(heard(PAID_AT - 60_000, ['sending-begun', 'confirmed']))).toEqual([]);
    expect(found(heard(PAID_AT + 60_000, ['sending-begun', 'confirmed']))).toEqual(['hour']);
  });

  test('finds a legal clock that did not stop when the last of the money was paid', () => {
    const clocks = state.clocks.map((ledger) => ({ ...ledger, stoppedAt: (ledger.stoppedAt ?? 0) + 1 }));
    expect(found({ claim: { record: { ...state, clocks } } })).toContain('hour');
  });

  test('finds a rung told twice, and one that was due and never told', () => {
    const late = claimIn('registered', {
      registration: { kind: 'accident', accident: { happenedAt: ACCIDENT_AT, suspected: false }, papers: [] },
    });
    const quiet = chain(CLAIM_ID, 1, late.facts, CHAIN_START);
    const story = { ...STORY, kind: 'never-worked' as const };
    expect(found({ claim: { story, journal: quiet, isRunning: true }, entries: [] })).toContain('lost');
    late.ring();
    const once = late.facts;
    const rung = once.findLast(({ type }) => type === 'sla.rung-reached');
    const twice = chain(CLAIM_ID, 1, rung ? [...once, rung] : once, CHAIN_START);
    expect(found({ claim: { story, journal: twice, isRunning: true }, entries: [] })).toContain('duplicate');
  });
});
