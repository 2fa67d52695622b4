import { givenReadings } from '#domain/claim/readings.ts';
import { changesBetween, type Readings, readingsOn, refuseActivation, refuseWithdrawal } from '#domain/law/readings/readings.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn } from '../../../factories/claim-paths.ts';

const at = 0;
const SUPERVISOR = { id: 'penyelia-1', role: 'supervisor' } as const;
const OTHER = { id: 'penyelia-2', role: 'supervisor' } as const;
const proposed = (version: number, more: Partial<Readings> = {}): Readings => ({
  version,
  switches: { 'late.base': 'withoutFuneral' },
  validFrom: day('2027-01-01'),
  steps: [{ step: 'proposed', actor: SUPERVISOR, at, reason: 'Pendapat bagian hukum.', commandId: 'usul-1234' }],
  ...more,
});
const activated = (version: number, more: Partial<Readings> = {}): Readings => {
  const one = proposed(version, more);
  return { ...one, steps: [...one.steps, { step: 'activated', actor: OTHER, at, reason: 'Setuju.', commandId: 'aktif-1234' }] };
};

describe('readings of the law', () => {
  test('are activated by another supervisor than the one who proposed them', () => {
    expect(refuseActivation(proposed(1), SUPERVISOR, [])).toMatchObject({ refused: 'maker-is-checker' });
    expect(refuseActivation(proposed(1), OTHER, [])).toBeUndefined();
  });

  test('go forwards, and are decided once', () => {
    expect(refuseActivation(proposed(1), OTHER, [proposed(1), activated(2)])?.text).toContain('Versi 2 sudah aktif');
    expect(refuseActivation(activated(1), OTHER, [])?.text).toContain('sudah diaktifkan oleh penyelia-2');
    expect(refuseWithdrawal(activated(1))?.refused).toBe('not-allowed-in-status');
    expect(refuseWithdrawal(proposed(1))).toBeUndefined();
  });

  test('hold for claims registered from their day on; of several the latest version', () => {
    const all = [activated(1), activated(2, { validFrom: day('2027-03-01') }), proposed(3, { validFrom: day('2027-01-01') })];
    expect(readingsOn(all, day('2026-12-31'))).toBeUndefined();
    expect(readingsOn(all, day('2027-01-01'))?.version).toBe(1);
    expect(readingsOn(all, day('2027-03-01'))?.version).toBe(2);
  });

  test('are shown beside those before, switch by switch', () => {
    expect(changesBetween({ 'late.base': 'wholeClaim' }, { 'jkm.doubleMembership': 'once' })).toEqual([
      { switch: 'jkm.doubleMembership', from: 'perEmployer', to: 'once' },
      { switch: 'late.base', from: 'wholeClaim', to: 'programmeCash' },
    ]);
    expect(changesBetween({}, {})).toEqual([]);
  });
});

test('a claim keeps to its end the readings it was registered with, and a claim from before has the defaults', () => {
  const readings = { version: 1, switches: { 'late.base': 'withoutFuneral' } } as const;
  const file = claimIn('paid', { registration: { readings } });
  expect(file.state.readings).toEqual(readings);
  expect(givenReadings(file.state)).toEqual(readings.switches);
  expect(givenReadings(claimIn('registered').state)).toEqual({});
});
