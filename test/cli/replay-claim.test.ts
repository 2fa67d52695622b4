import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { CLAIM_RULES, type ReplayContext, replayJournal, type Verdict } from '#cli/replay-decisions/replay-claim.ts';
import { decideTogether } from '#domain/claim/decide.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { isRefusal } from '#domain/refusal.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { CLAIM_ID, OFFICER, TOLD_AT } from '../api/claims-at.ts';

const CONTEXT: ReplayContext = { calendarOf: ({ id }) => (id === NTT_2026.id ? NTT_2026 : undefined) };
const { journal } = TOLD_AT.closed();
const first = (type: Fact['type']): JournalEntry => {
  const entry = journal.find(({ fact }) => fact.type === type);
  if (!entry) throw new Error(`no ${type}`);
  return entry;
};

/** The journal with other facts, hashed anew, as somebody with the whole store in hand would do it. */
function rehashed(change: (fact: Fact, seq: number) => Fact | undefined): readonly JournalEntry[] {
  return chain(
    CLAIM_ID,
    1,
    journal.flatMap(({ fact, seq }) => change(fact, seq) ?? []),
    CHAIN_START,
  );
}

function wrong(entries: readonly JournalEntry[], context: Partial<ReplayContext> = {}) {
  return replayJournal(CLAIM_ID, entries, CLAIM_RULES, { ...CONTEXT, ...context }).replays.filter(({ verdict }) => verdict !== 'agrees');
}

test.each(['closed', 'rejected', 'collecting'] as const)('every decision of a claim that is %s is what the rules still say', (status) => {
  const told = TOLD_AT[status]();
  const { replays, withoutReceipt } = replayJournal(CLAIM_ID, told.journal, CLAIM_RULES, CONTEXT);
  expect(replays.length).toBeGreaterThan(0);
  expect(replays.map(({ verdict }) => verdict)).toEqual(replays.map((): Verdict['verdict'] => 'agrees'));
  expect(withoutReceipt).toBe(0);
});

test('several decisions of one sitting share the instant and are decided again one after the other', () => {
  const { claim, journal: before } = TOLD_AT.verifying();
  const triage = { type: 'triageCause', programme: 'jkm', reason: 'Sakit di rumah.', commandId: 'duduk-1', actor: OFFICER } as const;
  const heirs = { type: 'resolveHeirs', people: claim.people, commandId: 'duduk-2', actor: OFFICER } as const;
  const answer = decideTogether(claim, [triage, heirs], { at: claim.updatedAt, calendar: NTT_2026, switches: {} });
  if (isRefusal(answer)) throw new Error(answer.text);
  const entries = [...before, ...chain(CLAIM_ID, claim.seq + 1, answer, before.at(-1)?.hash ?? '')];
  const sitting = replayJournal(CLAIM_ID, entries, CLAIM_RULES, CONTEXT).replays.filter(({ seq }) => seq > claim.seq);
  expect(sitting.map(({ command, cause, verdict }) => [command, cause, verdict])).toEqual([
    ['triageCause', 'duduk-1', 'agrees'],
    ['resolveHeirs', 'duduk-2', 'agrees'],
  ]);
});

test('an amount changed in the recommendation, the chain hashed anew, is found with both amounts', () => {
  const { seq } = first('claim.recommended');
  const [found] = wrong(
    rehashed((fact) => (fact.type === 'claim.recommended' && fact.outcome === 'pay' ? { ...fact, total: 99 as never } : fact)),
  );
  expect(found).toMatchObject({ verdict: 'differs', command: 'recommend' });
  expect(found?.seq).toBeLessThanOrEqual(seq);
  expect(found && 'differences' in found && found.differences).toEqual([
    { field: expect.stringMatching(/^\d+\.total$/), old: '99', new: '42000000' },
  ]);
});

test('a fact taken out of a decision is a shorter decision', () => {
  const [found] = wrong(rehashed((fact) => (fact.type === 'sla.clock-started' && fact.clock === 'partner-promise' ? undefined : fact)));
  expect(found).toMatchObject({ verdict: 'differs', command: 'declareComplete' });
  expect(found && 'differences' in found && found.differences[0]?.field).toBe('length');
});

test('a fact before the decision that would have forbidden it shows as a refusal', () => {
  const [found] = wrong(
    rehashed((fact) => (fact.type === 'claim.completed' ? { ...fact, actor: { ...fact.actor, role: 'auditor' } } : fact)),
  );
  expect(found).toMatchObject({ verdict: 'differs', differences: [{ field: 'outcome', old: 'accepted' }] });
});

test('a receipt that names another command than was carried out disagrees with the facts', () => {
  const found = wrong(
    rehashed((fact) =>
      fact.receipt?.command.type === 'triageCause'
        ? { ...fact, receipt: { ...fact.receipt, command: { ...fact.receipt.command, programme: 'jkk' } } }
        : fact,
    ),
  );
  expect(found.map(({ command }) => command)).toContain('triageCause');
});

test('what people wrote is never shown, only that it differs', () => {
  const found = wrong(rehashed((fact) => (fact.type === 'claim.cause-triaged' ? { ...fact, reason: 'rahasia keluarga' } : fact)));
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found)).toContain('reason');
  expect(JSON.stringify(found)).not.toMatch(/rahasia|jantung/);
});

test('a calendar nobody keeps any more is said to be missing, and the other decisions go on', () => {
  const verdicts = wrong(journal, { calendarOf: () => undefined }).map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['calendar-missing']));
});

test('a receipt taken away from one decision of many is missed', () => {
  const found = wrong(
    rehashed((fact) => {
      if (fact.receipt?.command.type !== 'triageCause') return fact;
      const { receipt: _taken, ...rest } = fact;
      return rest as Fact;
    }),
  );
  expect(found).toMatchObject([{ verdict: 'receipt-missing' }]);
});

test('a claim from before there were receipts is counted and not accused', () => {
  const old = rehashed(({ receipt: _none, ...fact }) => fact as Fact);
  const { replays, withoutReceipt } = replayJournal(CLAIM_ID, old, CLAIM_RULES, CONTEXT);
  expect(replays).toEqual([]);
  expect(withoutReceipt).toBeGreaterThan(4);
});

test('a receipt nobody can read is one failure, not the end of the pass', () => {
  const found = wrong(rehashed((fact) => (fact.receipt?.command.type === 'triageCause' ? { ...fact, receipt: {} as never } : fact)));
  expect(found).toMatchObject([{ verdict: 'failed', error: 'TypeError' }]);
});

test('behind a break of the chain nothing is proven, before it everything still is', () => {
  const { seq } = first('claim.recommended');
  const { replays } = replayJournal(CLAIM_ID, journal, CLAIM_RULES, { ...CONTEXT, brokenAt: seq });
  const verdicts = new Map(replays.map(({ command, verdict }) => [command, verdict]));
  expect(verdicts.get('triageCause')).toBe('agrees');
  expect(verdicts.get('recommend')).toBe('unproven');
  expect(verdicts.get('decidePoints')).toBe('unproven');
});

test('only the decisions asked for are decided again, on everything that came before them', () => {
  const { replays } = replayJournal(CLAIM_ID, journal, CLAIM_RULES, {
    ...CONTEXT,
    isWanted: ({ receipt }) => receipt?.command.type === 'recommend',
  });
  expect(replays).toMatchObject([{ command: 'recommend', verdict: 'agrees' }]);
});
