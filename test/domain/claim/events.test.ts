import type { CheckResult } from '#domain/claim/checks/checks.ts';
import type { Command } from '#domain/claim/commands.ts';
import { decide } from '#domain/claim/decide.ts';
import { fold } from '#domain/claim/evolve.ts';
import { react } from '#domain/claim/react.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { CLAIM_ID, ClaimFile, OFFICER, typesOf } from '../../factories/claims.ts';

describe('another calendar', () => {
  const EXTRA = (file: ClaimFile, version = 2) => ({ ...file.calendar, version, holidays: [...file.calendar.holidays, day('2026-03-04')] });

  test('a holiday more moves the deadlines it touches, and the fact says from where to where', () => {
    const file = claimIn('verifying');
    const [fact] = file.moveTo(EXTRA(file), 'Hari libur daerah.');
    expect(fact).toMatchObject({
      type: 'sla.calendar-changed',
      calendar: { version: 2 },
      moved: [{ clock: 'jkm-legal', generation: 1, from: Date.UTC(2026, 2, 5, 8), to: Date.UTC(2026, 2, 6, 8) }],
    });
  });

  test('a holiday taken back moves them to where they were', () => {
    const file = claimIn('verifying');
    const before = file.calendar;
    file.moveTo(EXTRA(file));
    const [fact] = file.moveTo({ ...before, version: 3 });
    expect(fact).toMatchObject({ moved: [{ clock: 'jkm-legal', to: Date.UTC(2026, 2, 5, 8) }] });
  });

  test('the same version again, or an older one, changes nothing', () => {
    const file = claimIn('verifying');
    const before = file.calendar;
    file.moveTo(EXTRA(file));
    expect(file.moveTo(EXTRA(file))).toEqual([]);
    expect(file.moveTo(before)).toEqual([]);
    expect(file.state.calendar.version).toBe(2);
  });

  test('that does not reach the deadline makes it unknown, loudly; rungs of other clocks still fire', () => {
    const file = claimIn('verifying');
    expect(file.moveTo({ ...file.calendar, version: 2, years: [2025] })[0]).toMatchObject({
      moved: [
        { clock: 'jkm-legal', to: null },
        { clock: 'partner-promise', to: null },
      ],
    });
  });

  test('moves no verdict of a clock that has stopped', () => {
    const file = claimIn('closed');
    expect(file.moveTo(EXTRA(file))[0]).toMatchObject({ moved: [] });
    expect(file.state.status).toBe('closed');
  });
});

describe('the automatic checks', () => {
  const CHECKS: readonly CheckResult[] = [{ check: 'duplicate', result: 'fail', evidence: [], proposes: 'duplicate-claim' }];

  test('are kept with the claim and decide nothing, whatever they propose', () => {
    const file = claimIn('collecting');
    expect(typesOf(file.tell({ type: 'checksDone', checks: CHECKS }))).toEqual(['claim.checked']);
    expect(file.state).toMatchObject({ status: 'collecting', checks: { results: CHECKS } });
  });

  test('that found the same are no news', () => {
    const file = claimIn('collecting');
    file.tell({ type: 'checksDone', checks: CHECKS });
    expect(file.tell({ type: 'checksDone', checks: CHECKS })).toEqual([]);
  });

  test('run at the report, after papers and after news of the membership; not after anything else', () => {
    expect(react(new ClaimFile().facts)).toEqual([{ type: 'runChecks' }]);
    const [verified] = claimIn('collecting').facts.filter(({ type }) => type === 'claim.documents-verified');
    expect(verified && react([verified])).toEqual([]);
  });
});

describe('the receipt of a decision', () => {
  test('stands on the first fact of every command, and on no fact of an event', () => {
    const { facts } = claimIn('closed');
    const causes = new Map<string, boolean[]>();
    for (const { cause, receipt } of facts) causes.set(cause, [...(causes.get(cause) ?? []), receipt !== undefined]);
    for (const [cause, has] of causes) expect([cause, has.slice(1).some(Boolean)]).toEqual([cause, false]);
    const events = facts.filter(({ actor, type }) => actor.role === 'system' || type === 'claim.registered');
    expect(events.filter(({ receipt }) => receipt !== undefined)).toEqual([]);
  });

  test('given again to the claim as it was, each command comes to the same facts', () => {
    for (const status of ['closed', 'rejected', 'withdrawn', 'paid'] as const) {
      const { facts, calendar } = claimIn(status);
      const decided = facts.flatMap((fact, index) => (fact.receipt ? [{ fact, index, receipt: fact.receipt }] : []));
      expect(decided.length).toBeGreaterThan(2);
      for (const { fact, index, receipt } of decided) {
        const before = fold(CLAIM_ID, facts.slice(0, index));
        if (!before) throw new Error('a decision before the report');
        const command = { ...receipt.command, actor: fact.actor, commandId: fact.cause } as Command;
        const again = decide(before, command, { at: fact.at, calendar, switches: receipt.switches });
        expect(again).toEqual(facts.filter(({ cause }) => cause === fact.cause));
      }
    }
  });

  test('names the rules where amounts were calculated', () => {
    const recommended = claimIn('recommended').facts.find(({ type }) => type === 'claim.recommended');
    expect(recommended?.receipt).toMatchObject({ command: { type: 'recommend' }, rules: { id: 'jkm-jkk-2025' }, calendar: { version: 1 } });
    const verified = claimIn('collecting').give(OFFICER, { type: 'declareComplete' });
    expect(verified[0]?.receipt).not.toHaveProperty('rules');
  });
});
