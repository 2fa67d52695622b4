import { RegistryFaults } from '#sandbox/registry/faults.ts';
import { RegistryFaultOrder } from '#schemas/registry/sandbox.ts';

const ANYBODY = '0000001701000001';

test('an ordered fault strikes as often as ordered, in order, then never', () => {
  const faults = new RegistryFaults();
  faults.order(RegistryFaultOrder.parse({ kind: 'outage', times: 2 }));
  faults.order(RegistryFaultOrder.parse({ kind: 'not-dead' }));
  const strikes = Array.from({ length: 4 }, () => faults.strike(ANYBODY)?.kind);
  expect(strikes).toEqual(['outage', 'outage', 'not-dead', undefined]);
});

test('a fault for one person leaves the others alone', () => {
  const faults = new RegistryFaults();
  faults.order(RegistryFaultOrder.parse({ kind: 'delay', delayMs: 5, nik: ANYBODY, times: 'always' }));
  expect(faults.strike('0000001701000002')).toBeUndefined();
  expect(faults.strike(ANYBODY)).toEqual({ kind: 'delay', delayMs: 5 });
  expect(faults.pending()).toHaveLength(1);
  faults.clear();
  expect(faults.strike(ANYBODY)).toBeUndefined();
});
