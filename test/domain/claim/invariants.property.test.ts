import fc from 'fast-check';
import { fold } from '#domain/claim/evolve.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { isRefusal } from '#domain/refusal.ts';
import { CLAIM_ID, ClaimFile } from '../../factories/claims.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { finish } from './finish.ts';
import { expectConsistent, expectDueDatesKept, expectReplayable, expectRestAfterEnd, expectRungs } from './invariants.ts';
import { expectMoneyAndEyes } from './money-and-eyes.ts';
import { type Memory, play } from './play.ts';
import { fileOf, people, type Step, starts, steps } from './random-steps.ts';

/** One run is a claim of up to two hundred steps, looked at after each. */
const runs = {
  numRuns: Math.ceil(propertyRuns / 3),
  // Shrinking two hundred steps in time can take long; what it has found by then is told.
  interruptAfterTimeLimit: 60_000 + propertyRuns * 200,
};

type Before = { readonly state: ClaimFile['state']; readonly at: number; readonly calendar: ClaimFile['calendar'] };

/** Plays the steps, looking at the claim after each. */
function playAll(file: ClaimFile, sequence: readonly Step[], look: (before: Before) => void): Memory {
  const memory: Memory = { accepted: [] };
  sequence.forEach((step, number) => {
    const before = { state: file.state, at: file.at, calendar: file.calendar };
    const { answer, repeated } = play(file, step, number, memory);
    if (repeated) expect(answer).toEqual([]);
    if (isRefusal(answer)) {
      expect(file.state).toBe(before.state);
      expect(answer.text).toMatch(/^\S.*\.$/s);
      expect(answer.rule).not.toBe('');
    }
    look(before);
  });
  return memory;
}

describe('whatever people, partners, the bank and time do to a claim, in any order', () => {
  test('its status, points, clocks and payouts fit together, somebody can go on, and no due date moves by itself', () => {
    const property = fc.property(starts, steps, (start, sequence) => {
      const file = fileOf(start);
      playAll(file, sequence, (before) => {
        expectConsistent(file);
        expectRestAfterEnd(before.state, file.facts.slice(before.state.seq));
        expectDueDatesKept(file, before);
      });
    });
    fc.assert(property, runs);
  });

  test('no line is paid twice or beyond what is owed, nobody who reported is paid, and nobody decides what he made', () => {
    const property = fc.property(starts, steps, (start, sequence) => {
      const file = fileOf(start);
      playAll(file, sequence, () => undefined);
      expectMoneyAndEyes(file);
    });
    fc.assert(property, runs);
  });

  test('each rung fires once in its generation, when it is due and not before, and the alarm rings only when there is something to do', () => {
    const property = fc.property(starts, steps, (start, sequence) => {
      const file = fileOf(start);
      playAll(file, sequence, () => expectRungs(file));
    });
    fc.assert(property, runs);
  });

  test('every decision, given again on what was known then, comes to the same facts', () => {
    const property = fc.property(starts, steps, (start, sequence) => {
      const file = fileOf(start);
      playAll(file, sequence, () => undefined);
      expectReplayable(file);
    });
    fc.assert(property, runs);
  });

  test('people who take it over can always bring it to its end', () => {
    const property = fc.property(starts, steps, (start, sequence) => {
      const file = fileOf(start);
      const { accepted } = playAll(file, sequence, () => undefined);
      const heirs = accepted.findLast(({ body }) => body.type === 'resolveHeirs');
      const ended = finish(file, heirs?.body);
      expect([ended.state.status, isFinal(ended.state.status)]).toEqual([ended.state.status, true]);
      expectConsistent(ended);
      expectMoneyAndEyes(ended);
    });
    fc.assert(property, runs);
  });

  test('its journal, written down and read again, folds to the same claim from wherever one starts', () => {
    const property = fc.property(starts, steps, fc.nat(500), (start, sequence, somewhere) => {
      const file = fileOf(start);
      playAll(file, sequence, () => undefined);
      const written = JSON.parse(JSON.stringify(file.facts)) as ClaimFile['facts'];
      const cut = 1 + (somewhere % written.length);
      const first = fold(CLAIM_ID, written.slice(0, cut));
      expect(fold(CLAIM_ID, written.slice(cut), JSON.parse(JSON.stringify(first)))).toEqual(file.state);
    });
    fc.assert(property, runs);
  });

  test('any family the form lets through is resolved or refused in words', () => {
    const property = fc.property(people, (family) => {
      const file = new ClaimFile({ registration: { people: family } });
      for (const step of ['verifyDocuments', 'declareComplete'] as const) {
        const verdicts = file.state.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
        const answer = file.ask({ id: 'x', role: 'officer' }, step === 'verifyDocuments' ? { type: step, verdicts } : { type: step });
        if (isRefusal(answer)) expect(answer.text).not.toBe('');
      }
    });
    fc.assert(property, runs);
  });
});
