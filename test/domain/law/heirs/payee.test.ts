import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { ADULT_SINCE_TODAY, ADULT_TOMORROW, family, minor, person } from './family.ts';

const widow = person('w', 'spouse');
const son = person('s', 'child', { birthDate: ADULT_SINCE_TODAY });
const daughter = minor('d');
const twin = minor('t');

describe('adults', () => {
  test('on the eighteenth birthday a child signs for herself', () => {
    expect(resolveHeirs(family([person('s', 'child', { birthDate: ADULT_SINCE_TODAY })]))).toMatchObject({ payee: 's', needs: [] });
  });

  test('on the day before the eighteenth birthday she cannot', () => {
    const input = family([person('s', 'child', { birthDate: ADULT_TOMORROW })]);
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['court-guardian'] });
  });

  test('without a birth date on record a person counts as adult', () => {
    expect(resolveHeirs(family([person('c', 'child')]))).toMatchObject({ payee: 'c', needs: [] });
  });

  test('one adult needs no power of attorney, whoever is named', () => {
    const input = family([widow, person('b', 'sibling')], { powerOfAttorneyTo: 'b' });
    expect(resolveHeirs(input)).toMatchObject({ payee: 'w', needs: [] });
  });

  test('two adults need a power of attorney and the named one is paid', () => {
    const input = family([widow, son]);
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['power-of-attorney'] });
    expect(resolveHeirs({ ...input, powerOfAttorneyTo: 's' })).toMatchObject({ payee: 's', needs: [] });
  });

  test.each([
    ['somebody of a later class', 'b'],
    ['an heir who has died', 'x'],
    ['a minor heir', 'd'],
    ['a guardian while adults can sign', 'g'],
  ])('a power of attorney to %s does not count', (_, powerOfAttorneyTo) => {
    const people = [widow, son, daughter, person('x', 'child', { alive: false }), person('b', 'sibling')];
    const input = family(people, { powerOfAttorneyTo, guardianOf: { d: { id: 'g', courtAppointed: true } } });
    expect(resolveHeirs(input)).toMatchObject({ heirs: ['w', 's', 'd'], payee: null, needs: ['power-of-attorney'] });
  });
});

describe('minors', () => {
  test('the widow acts for all her minor children', () => {
    expect(resolveHeirs(family([daughter, widow, twin]))).toMatchObject({ heirs: ['d', 'w', 't'], payee: 'w', needs: [] });
  });

  test('one adult child is payee beside minor siblings', () => {
    expect(resolveHeirs(family([son, daughter]))).toMatchObject({ heirs: ['s', 'd'], payee: 's', needs: [] });
  });

  test('a divorced mother is no heir, and acts for her child all the same', () => {
    const input = family([person('x', 'spouse', { divorced: true }), daughter]);
    expect(resolveHeirs(input)).toMatchObject({ class: 1, heirs: ['d'], payee: 'x', needs: [] });
    expect(resolveHeirs(input).explanation.at(-2)?.step).toContain('x bertindak untuk anaknya');
  });

  test('claims of the first edition were decided with a court guardian beside a divorced parent', () => {
    const input = family([person('x', 'spouse', { divorced: true }), daughter]);
    expect(resolveHeirs(input, { divorcedParent: 'stranger' })).toMatchObject({ payee: null, needs: ['court-guardian'] });
  });

  test('a guardian whom the court appointed goes before a divorced parent', () => {
    const guardianOf = { d: { id: 'g', courtAppointed: true } };
    expect(resolveHeirs(family([person('x', 'spouse', { divorced: true }), daughter], { guardianOf }))).toMatchObject({ payee: 'g' });
  });

  test.each([
    ['dead', person('x', 'spouse', { divorced: true, alive: false })],
    ['a minor', { ...minor('x', 'spouse'), divorced: true }],
  ])('a divorced parent who is %s cannot act for the child', (_, parent) => {
    expect(resolveHeirs(family([parent, daughter]))).toMatchObject({ payee: null, needs: ['court-guardian'] });
  });

  test('which of two divorced wives is the mother has to be said', () => {
    const input = family([person('x', 'spouse', { divorced: true }), person('y', 'spouse', { divorced: true }), daughter]);
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['power-of-attorney'] });
    expect(resolveHeirs({ ...input, powerOfAttorneyTo: 'y' })).toMatchObject({ payee: 'y', needs: [] });
  });

  test('a divorced spouse does not act for a minor grandchild or sibling', () => {
    expect(resolveHeirs(family([person('x', 'spouse', { divorced: true }), minor('k', 'grandchild')]))).toMatchObject({
      payee: null,
      needs: ['court-guardian'],
    });
  });

  test('a guardian the court did not appoint cannot receive the cash', () => {
    const input = family([daughter], { guardianOf: { d: { id: 'g', courtAppointed: false } } });
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['court-guardian'] });
  });

  test.each([
    ['dead', person('g', 'grandparent', { alive: false })],
    ['a minor', minor('g', 'sibling')],
  ])('a guardian who is %s cannot receive the cash', (_, guardian) => {
    const input = family([daughter, guardian], { guardianOf: { d: { id: 'g', courtAppointed: true } } });
    expect(resolveHeirs(input)).toMatchObject({ heirs: ['d'], payee: null, needs: ['court-guardian'] });
  });

  test('a living relative of a later class may be the court-appointed guardian', () => {
    const input = family([daughter, person('g', 'grandparent')], { guardianOf: { d: { id: 'g', courtAppointed: true } } });
    expect(resolveHeirs(input)).toMatchObject({ class: 1, heirs: ['d'], payee: 'g', needs: [] });
  });

  test('one guardian of two minors is paid for both', () => {
    const guardian = { id: 'g', courtAppointed: true };
    expect(resolveHeirs(family([daughter, twin], { guardianOf: { d: guardian, t: guardian } }))).toMatchObject({ payee: 'g', needs: [] });
  });

  test('a guardian for one of two minors is not enough', () => {
    const input = family([daughter, twin], { guardianOf: { t: { id: 'g', courtAppointed: true } }, powerOfAttorneyTo: 'g' });
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['court-guardian'] });
  });

  test('two guardians need a power of attorney between them', () => {
    const guardianOf = { d: { id: 'g', courtAppointed: true }, t: { id: 'h', courtAppointed: true } };
    const input = family([daughter, twin], { guardianOf });
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['power-of-attorney'] });
    expect(resolveHeirs({ ...input, powerOfAttorneyTo: 'h' })).toMatchObject({ payee: 'h', needs: [] });
  });

  test('a guardian named for a child who has come of age is ignored', () => {
    const input = family([son], { guardianOf: { s: { id: 'g', courtAppointed: true } } });
    expect(resolveHeirs(input)).toMatchObject({ payee: 's', needs: [] });
  });

  test('a child called like a built-in property has no guardian by accident', () => {
    expect(resolveHeirs(family([minor('constructor')], { guardianOf: {} }))).toMatchObject({ payee: null, needs: ['court-guardian'] });
  });

  test('a minor named in a will needs both the deed and a guardian', () => {
    expect(resolveHeirs(family([minor('b', 'willBeneficiary')]))).toMatchObject({
      class: 5,
      payee: null,
      needs: ['court-guardian', 'will-deed'],
    });
  });

  test('a child born after the death is a minor heir', () => {
    const born = person('u', 'child', { birthDate: '2026-11-01' as typeof ADULT_TOMORROW });
    expect(resolveHeirs(family([born]))).toMatchObject({ class: 1, heirs: ['u'], needs: ['court-guardian'] });
  });
});

describe('disputes', () => {
  test.each([
    ['a widow alone', family([widow])],
    ['two adults, one with the power of attorney', family([widow, son], { powerOfAttorneyTo: 'w' })],
    ['two adults without one', family([widow, son])],
    ['a minor with a guardian', family([daughter], { guardianOf: { d: { id: 'g', courtAppointed: true } } })],
    ['a will without deed', family([person('b', 'willBeneficiary')])],
    ['nobody but the one who arranged the funeral', family([], { arrangedFuneral: 'n' })],
  ])('a dispute leaves no payee and asks for nothing but its end: %s', (_, input) => {
    expect(resolveHeirs({ ...input, dispute: true })).toMatchObject({ payee: null, needs: ['heir-dispute'] });
  });

  test('a dispute told to be over holds nothing', () => {
    expect(resolveHeirs(family([widow], { dispute: false }))).toMatchObject({ payee: 'w', needs: [] });
  });
});
