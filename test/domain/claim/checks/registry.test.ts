import { checkRegistry } from '#domain/claim/checks/registry.ts';
import { day } from '#domain/time/calendar/day.ts';
import { DIED_ON, NOT_FOUND, onRecord, SILENT } from '../../../factories/registry-records.ts';

const check = (changes: Partial<Parameters<typeof checkRegistry>[0]> = {}) =>
  checkRegistry({ diedOn: DIED_ON, hasCertificate: true, civil: onRecord(), ...changes });

test('a death on record on the reported day passes', () => {
  expect(check()).toMatchObject({ check: 'registry', result: 'pass' });
});

test('a death on record on another day is a question with both days', () => {
  const civil = onRecord({ life: { alive: false, diedOn: day('2026-02-19'), certificateNumber: 'AKTA-1' } });
  expect(check({ civil })).toMatchObject({ result: 'ask', evidence: [{ found: '2026-02-20', expected: '2026-02-19' }] });
});

test('a death on 29 February is not one on 28 February', () => {
  const life = { alive: false, diedOn: day('2024-02-28'), certificateNumber: 'AKTA-1' } as const;
  expect(check({ diedOn: day('2024-02-29'), civil: onRecord({ life }) }).result).toBe('ask');
});

test('a certificate in the file of somebody on record as alive proposes a false paper, and proposes only', () => {
  expect(check({ civil: onRecord({ life: { alive: true } }) })).toMatchObject({ result: 'fail', proposes: 'false-paper' });
});

test('alive on record while no certificate has come is only a question: the entry may be late', () => {
  const result = check({ hasCertificate: false, civil: onRecord({ life: { alive: true } }) });
  expect(result.result).toBe('ask');
  expect(result).not.toHaveProperty('proposes');
});

test('a NIK the registry does not know fails without a proposal: most are slips of the pen', () => {
  const result = check({ civil: NOT_FOUND });
  expect(result.result).toBe('fail');
  expect(result).not.toHaveProperty('proposes');
});

test('silence is a question', () => {
  expect(check({ civil: SILENT }).result).toBe('ask');
});

test.each([
  [{ alive: true }, 'pass'],
  [{ alive: false, diedOn: DIED_ON, certificateNumber: 'AKTA-1' }, 'ask'],
] as const)('after an accident nobody died of, %j on record: %s', (life, result) => {
  expect(check({ diedOn: undefined, civil: onRecord({ life }) }).result).toBe(result);
});
