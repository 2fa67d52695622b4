import { BENEFIT_EVENTS, DISABILITY_KINDS } from '#domain/law/benefit/benefit-input.ts';
import { BENEFITS, PAYEE_CLASSES } from '#domain/law/benefit/lines.ts';
import { COVERAGE_CONDITIONS, COVERAGE_STATUSES, PAYERS, SEGMENTS } from '#domain/law/coverage/coverage-types.ts';
import { SECTORS } from '#domain/law/rules/contributions.ts';
import { PROGRAMMES, SCHOLARSHIP_LEVELS, TRANSPORT_MODES } from '#domain/law/rules/pack.ts';

describe('the words that borders and stored decisions share', () => {
  test.each([
    ['programmes', PROGRAMMES, 'jkm jkk'],
    ['events', BENEFIT_EVENTS, 'death accident'],
    ['kinds of disability', DISABILITY_KINDS, 'partialAnatomical partialFunctional total'],
    ['modes of transport', TRANSPORT_MODES, 'land sea air'],
    ['payee classes', PAYEE_CLASSES, 'heirs participant funeralArranger fund provider'],
    ['segments', SEGMENTS, 'PU BPU'],
    ['standings of coverage', COVERAGE_STATUSES, 'active arrears lapsed notYet'],
    ['conditions', COVERAGE_CONDITIONS, 'arrears-paid-first payer-paid-first'],
    ['payers', PAYERS, 'self employer government'],
    ['sectors', SECTORS, 'transport other'],
    ['school levels', SCHOLARSHIP_LEVELS, 'tk sd smp sma higher'],
    [
      'benefits',
      BENEFITS,
      'jkm.lump jkm.periodic jkm.funeral jkm.reduced jkk.death jkk.periodic jkk.funeral jkk.disability.partialAnatomical ' +
        'jkk.disability.partialFunctional jkk.disability.total jkk.stmb jkk.transport.land jkk.transport.sea jkk.transport.air ' +
        'jkk.medical jkk.homeCare late.compensation scholarship',
    ],
  ])('%s', (_what, words, expected) => {
    expect(words.join(' ')).toBe(expected);
  });
});
