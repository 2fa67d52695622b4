import {
  decideFreeze,
  type Freeze,
  type FreezeAct,
  type FreezeStep,
  heardPress,
  isInForce,
  refuseProposal,
} from '#domain/money/payout/freeze.ts';
import { isRefusal } from '#domain/refusal.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 11, 30, 2);
const A = { id: 'penyelia-1', role: 'supervisor' } as const;
const B = { id: 'penyelia-2', role: 'supervisor' } as const;
let press = 0;

function wish(actor: FreezeStep['actor'], at = NOW): Omit<FreezeStep, 'step'> {
  press += 1;
  return { actor, at, reason: 'Tutup buku akhir tahun.', commandId: `tekan-${press}` };
}

const proposed: Freeze = {
  freezeId: 'beku-1',
  from: NOW + HOUR,
  until: NOW + 10 * HOUR,
  steps: [{ ...wish(A), step: 'proposed' }],
};

function after(freeze: Freeze, act: FreezeAct, actor: FreezeStep['actor'], at = NOW): Freeze {
  const step = decideFreeze(freeze, act, wish(actor, at));
  if (isRefusal(step)) throw new Error(step.text);
  return { ...freeze, steps: [...freeze.steps, step] };
}
const refusalOf = (freeze: Freeze, act: FreezeAct, actor: FreezeStep['actor'], at = NOW) => {
  const step = decideFreeze(freeze, act, wish(actor, at));
  return isRefusal(step) ? step.refused : step.step;
};

test('a freeze holds nothing until a second supervisor agrees, and then from its first instant to the one before its last', () => {
  expect([NOW + HOUR, NOW + 9 * HOUR].map((at) => isInForce(proposed, at))).toEqual([false, false]);
  expect(refusalOf(proposed, 'agree', A)).toBe('maker-is-checker');
  const agreed = after(proposed, 'agree', B);
  const instants = [NOW + HOUR - 1, NOW + HOUR, NOW + 10 * HOUR - 1, NOW + 10 * HOUR];
  expect(instants.map((at) => isInForce(agreed, at))).toEqual([false, true, true, false]);
});

test('a proposal can be withdrawn, by its maker too, and is then over', () => {
  const withdrawn = after(proposed, 'withdraw', A);
  expect(isInForce(withdrawn, NOW + 2 * HOUR)).toBe(false);
  for (const act of ['agree', 'withdraw', 'lift'] as const) expect(refusalOf(withdrawn, act, B)).toBe('not-allowed-in-status');
});

test('lifting takes two people as well: the first word changes nothing', () => {
  const agreed = after(proposed, 'agree', B);
  expect(refusalOf(proposed, 'lift', B)).toBe('not-allowed-in-status');
  const asked = after(agreed, 'lift', A, NOW + 2 * HOUR);
  expect(isInForce(asked, NOW + 2 * HOUR)).toBe(true);
  expect(refusalOf(asked, 'lift', A, NOW + 2 * HOUR)).toBe('maker-is-checker');
  const lifted = after(asked, 'lift', B, NOW + 2 * HOUR);
  expect(isInForce(lifted, NOW + 2 * HOUR)).toBe(false);
});

test('an agreed one is not agreed again, nor withdrawn, and one whose time is over takes nothing', () => {
  const agreed = after(proposed, 'agree', B);
  expect(refusalOf(agreed, 'agree', A)).toBe('not-allowed-in-status');
  expect(refusalOf(agreed, 'withdraw', A)).toBe('not-allowed-in-status');
  expect(refusalOf(agreed, 'lift', A, NOW + 10 * HOUR)).toBe('not-allowed-in-status');
});

test.each([
  ['without a reason', { from: NOW, until: NOW + HOUR }, ' ', 'reason'],
  ['that ends before it begins', { from: NOW + HOUR, until: NOW + HOUR }, 'Tutup buku.', 'until'],
  ['that is over', { from: NOW - 2 * HOUR, until: NOW }, 'Tutup buku.', 'until'],
  ['longer than the promise to a family', { from: NOW, until: NOW + 169 * HOUR }, 'Tutup buku.', 'until'],
])('a freeze %s is not proposed', (_what, period, reason, rule) => {
  expect(refuseProposal(period, reason, NOW)).toMatchObject({ refused: 'invalid-command', rule });
});

test('a freeze of exactly seven days is possible', () => {
  expect(refuseProposal({ from: NOW, until: NOW + 168 * HOUR }, 'Tutup buku.', NOW)).toBeUndefined();
});

test('the same press again is known by its person and number', () => {
  const press = { actor: B, at: NOW, reason: 'Benar.', commandId: 'setuju-1' };
  const agreed = decideFreeze(proposed, 'agree', press) as FreezeStep;
  const freeze = { ...proposed, steps: [...proposed.steps, agreed] };
  expect(heardPress(proposed, 'agree', press)).toBe('new');
  expect(heardPress(freeze, 'agree', press)).toBe('repeat');
});

test('a used number for another act, with another reason or by another person is never answered as done', () => {
  const press = { actor: B, at: NOW, reason: 'Benar.', commandId: 'setuju-1' };
  const freeze = { ...proposed, steps: [...proposed.steps, { ...press, step: 'agreed' as const }] };
  expect(heardPress(freeze, 'lift', press)).toBe('reused');
  expect(heardPress(freeze, 'agree', { ...press, reason: 'Lain.' })).toBe('reused');
  expect(heardPress(freeze, 'agree', { ...press, actor: { id: 'penyelia-9', role: 'supervisor' } })).toBe('reused');
});
