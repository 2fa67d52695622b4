import {
  assigneeOf,
  type CaseStep,
  heardStep,
  ownerOf,
  type ReconciliationCase,
  refuseAssigning,
  refuseClosing,
  refuseExplaining,
  refuseUnseenClosing,
} from '#domain/money/reconciliation/case.ts';
import {
  caseIdOf,
  DIFFERENCE_KIND_NAMES,
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
} from '#domain/money/reconciliation/difference.ts';
import type { Role } from '#domain/people/actor.ts';
import { DAY } from './days.ts';

const differenceOf = (kind: DifferenceKind): Difference => ({ kind, subject: 'a', effect: 0 });
const step = (what: CaseStep['step'], id: string): CaseStep => ({ step: what, at: 1, by: { id, role: 'supervisor' }, reason: 'x' });

function caseOf(kind: DifferenceKind, state: ReconciliationCase['state'], ...steps: readonly CaseStep[]): ReconciliationCase {
  const difference = differenceOf(kind);
  return { id: caseIdOf(difference), day: DAY, difference, owner: ownerOf(difference, 'kupang'), state, steps };
}
const who = (id: string, role: Role = 'supervisor') => ({ id, role });
const refusals = (one: ReconciliationCase, ...people: readonly ReturnType<typeof who>[]) =>
  people.map((person) => refuseClosing(one, person)?.refused);

test.each(DIFFERENCE_KIND_NAMES.filter((kind) => DIFFERENCE_KINDS[kind].twoPersons))(
  '%s is explained by one person and closed by another',
  (kind) => {
    expect(refusals(caseOf(kind, 'open', step('found', 'system')), who('a'))).toEqual(['not-allowed-in-status']);
    const explained = caseOf(kind, 'explained', step('explained', 'a'));
    expect(refusals(explained, who('a'), who('b'))).toEqual(['maker-is-checker', undefined]);
  },
);

test('whoever explained last is the one who may not close', () => {
  const one = caseOf('paid-twice', 'explained', step('explained', 'a'), step('explained', 'b'));
  expect(refusals(one, who('a'), who('b'))).toEqual([undefined, 'maker-is-checker']);
});

test('an explanation from before a case was found again closes nothing', () => {
  const one = caseOf('paid-twice', 'open', step('explained', 'a'), step('lost', 'system'), step('found', 'system'));
  expect(refusals(one, who('b'))).toEqual(['not-allowed-in-status']);
});

test('where no money moved one person is enough', () => {
  expect(refusals(caseOf('no-reply', 'open'), who('a', 'approver'))).toEqual([undefined]);
});

test('what belongs to a supervisor is not closed by an approver, who may explain it', () => {
  const one = caseOf('paid-twice', 'explained', step('explained', 'a'));
  expect(refusals(one, who('b', 'approver'))).toEqual(['not-your-role']);
  expect(refuseExplaining(one)).toBeUndefined();
});

test('a closed case is neither explained nor closed again', () => {
  const one = caseOf('no-reply', 'closed');
  expect(refuseExplaining(one)?.refused).toBe('not-allowed-in-status');
  expect(refusals(one, who('a'))).toEqual(['not-allowed-in-status']);
});

test('approvers answer for the branch of the claim, supervisors for all; a case has one name for ever', () => {
  expect(ownerOf(differenceOf('no-reply'), 'kupang')).toEqual({ role: 'approver', branch: 'kupang' });
  expect(ownerOf(differenceOf('no-reply'))).toEqual({ role: 'approver' });
  expect(ownerOf(differenceOf('paid-twice'), 'kupang')).toEqual({ role: 'supervisor' });
  expect(caseIdOf(differenceOf('paid-twice'))).toMatch(/^[0-9a-f]{24}$/);
  expect(new Set(DIFFERENCE_KIND_NAMES.map((kind) => caseIdOf(differenceOf(kind)))).size).toBe(DIFFERENCE_KIND_NAMES.length);
});

test('an approver takes a case for herself, a supervisor hands it to anybody; the last one named has it', () => {
  const one = caseOf('no-reply', 'open', step('found', 'system'));
  expect(refuseAssigning(one, who('a', 'approver'), 'a')).toBeUndefined();
  expect(refuseAssigning(one, who('a', 'approver'), 'b')?.refused).toBe('not-your-role');
  expect(refuseAssigning(one, who('a'), 'b')).toBeUndefined();
  expect(refuseAssigning(caseOf('no-reply', 'closed'), who('a'), 'b')?.refused).toBe('not-allowed-in-status');
  const given = (to: string): CaseStep => ({ ...step('assigned', 'a'), to });
  expect([assigneeOf(one), assigneeOf(caseOf('no-reply', 'open', given('b'), given('c'), step('explained', 'c')))]).toEqual([
    undefined,
    'c',
  ]);
});

test('where money moved, whoever closes a case has seen its every step; where none moved he may', () => {
  const one = caseOf('paid-twice', 'explained', step('found', 'system'), step('explained', 'a'));
  expect([1, 2, 3].map((seen) => refuseUnseenClosing(one, seen)?.refused)).toEqual(['stale-view', undefined, 'stale-view']);
  expect(refuseUnseenClosing(one, undefined)?.refused).toBe('view-required');
  expect(refuseUnseenClosing(caseOf('no-reply', 'open', step('found', 'system')), undefined)).toBeUndefined();
});

test('a used number of a step means that step, that reason and that person, or it is refused', () => {
  const done: CaseStep = { ...step('explained', 'a'), commandId: 'tekan-1' };
  const one = caseOf('paid-twice', 'explained', done);
  expect(heardStep(one, done)).toBe('repeat');
  expect(heardStep(one, { ...done, commandId: 'tekan-2' })).toBe('new');
  expect(heardStep(one, { ...done, reason: 'Lain.' })).toBe('reused');
  expect(heardStep(one, { ...done, step: 'closed' })).toBe('reused');
  expect(heardStep(one, { ...done, by: { id: 'b' } })).toBe('reused');
});
