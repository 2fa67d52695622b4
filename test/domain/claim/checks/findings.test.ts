import { asks, checkFailed, conclude, fails, passes, silence } from '#domain/claim/checks/findings.ts';
import { NO_ANSWER_REASONS } from '#domain/claim/checks/registry-answer.ts';
import { InputError } from '#domain/input-error.ts';

const seen = (what: string) => ({ what, found: 'ada', source: 'uji' });

test('the worst finding is the result and stands first', () => {
  const result = conclude('papers', [passes(seen('baik')), asks(seen('tanya')), fails(seen('salah'), 'false-paper')]);
  expect(result).toMatchObject({ result: 'fail', proposes: 'false-paper' });
  expect(result.evidence.map(({ what }) => what)).toEqual(['salah', 'tanya', 'baik']);
});

test('a check that looked at nothing has cleared nothing', () => {
  expect(conclude('papers', [])).toEqual({ check: 'papers', result: 'ask', evidence: [] });
});

test.each(NO_ANSWER_REASONS)('silence of a registry (%s) asks, with a sentence', (why) => {
  const { verdict, evidence } = silence('Dukcapil', why);
  expect(verdict).toBe('ask');
  expect(evidence.found).not.toBe('');
});

test('a check that broke asks: our own sentence is shown, a stranger’s message never', () => {
  expect(checkFailed('coverage', new InputError('invalid-input', 'on', 'Belum ada paket aturan.')).evidence[0]?.found).toBe(
    'Belum ada paket aturan.',
  );
  const strange = checkFailed('coverage', new TypeError('0000001701000001 is not a function'));
  expect(strange).toMatchObject({ result: 'ask', evidence: [{ found: 'tidak dapat dijalankan (TypeError)' }] });
  expect(checkFailed('coverage', 'kabel putus').evidence[0]?.found).toBe('tidak dapat dijalankan (string)');
});
