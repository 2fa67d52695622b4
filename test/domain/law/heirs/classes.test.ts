import { HEIR_CLASSES, HEIR_NEEDS, RELATIONS } from '#domain/law/heirs/classes.ts';
import type { HeirPerson } from '#domain/law/heirs/people.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { family, person } from './family.ts';

const EVERYBODY: readonly HeirPerson[] = [
  person('w', 'spouse'),
  person('c', 'child'),
  person('p', 'parent'),
  person('g', 'grandparent'),
  person('k', 'grandchild'),
  person('s', 'sibling'),
  person('l', 'parentInLaw'),
  person('b', 'willBeneficiary', { willByNotary: true }),
  person('o', 'other', { courtDetermination: true }),
];

function without(...ids: string[]) {
  return family(EVERYBODY.map((someone) => (ids.includes(someone.id) ? { ...someone, alive: false } : someone)));
}

describe('the order of classes', () => {
  test.each([
    ['spouse and children come before everybody', [], 1, ['w', 'c']],
    ['children alone are still class 1', ['w'], 1, ['c']],
    ['a spouse alone is still class 1', ['c'], 1, ['w']],
    ['parents, grandparents and grandchildren are one class', ['w', 'c'], 2, ['p', 'g', 'k']],
    ['a grandparent alone holds class 2', ['w', 'c', 'p', 'k'], 2, ['g']],
    ['a grandchild alone holds class 2', ['w', 'c', 'p', 'g'], 2, ['k']],
    ['siblings come third', ['w', 'c', 'p', 'g', 'k'], 3, ['s']],
    ['parents-in-law come fourth', ['w', 'c', 'p', 'g', 'k', 's'], 4, ['l']],
    ['a will counts only when the family is gone', ['w', 'c', 'p', 'g', 'k', 's', 'l'], 5, ['b', 'o']],
    ['nobody living leaves class 6', EVERYBODY.map(({ id }) => id), 6, []],
  ])('%s', (_, dead, heirClass, heirs) => {
    expect(resolveHeirs(without(...dead))).toMatchObject({ class: heirClass, heirs });
  });

  test('every relation belongs to exactly one class', () => {
    expect(Object.values(HEIR_CLASSES).flatMap(({ relations }) => relations)).toEqual(RELATIONS);
  });

  test('what can be missing is listed in the order in which people are told', () => {
    expect(HEIR_NEEDS).toEqual(['power-of-attorney', 'court-guardian', 'heir-dispute', 'will-deed', 'court-determination']);
  });

  test('heirs are listed in the order in which they were declared', () => {
    const input = family([person('c', 'child'), person('w', 'spouse'), person('a', 'child')]);
    expect(resolveHeirs(input).heirs).toEqual(['c', 'w', 'a']);
  });

  test('an empty family is class 6', () => {
    expect(resolveHeirs(family([]))).toMatchObject({ class: 6, heirs: [], payee: null, needs: [], payeeClass: 'funeralArranger' });
  });

  test('the order is the same after a work accident', () => {
    const input = family([person('s', 'sibling'), person('p', 'parent')], { programme: 'jkk' });
    expect(resolveHeirs(input)).toMatchObject({ class: 2, heirs: ['p'] });
  });
});

describe('spouses', () => {
  test('a divorced spouse is not an heir', () => {
    const input = family([person('x', 'spouse', { divorced: true }), person('p', 'parent')]);
    expect(resolveHeirs(input)).toMatchObject({ class: 2, heirs: ['p'], payee: 'p' });
  });

  test('a spouse told to be not divorced is an heir', () => {
    expect(resolveHeirs(family([person('x', 'spouse', { divorced: false })]))).toMatchObject({ class: 1, payee: 'x' });
  });

  test('a divorced parent of the deceased stays an heir', () => {
    expect(resolveHeirs(family([person('p', 'parent', { divorced: true })]))).toMatchObject({ class: 2, heirs: ['p'] });
  });

  test('several lawful spouses are all in class 1', () => {
    const input = family([person('w1', 'spouse'), person('w2', 'spouse')]);
    expect(resolveHeirs(input)).toMatchObject({ class: 1, heirs: ['w1', 'w2'], payee: null, needs: ['power-of-attorney'] });
  });
});

describe('class 5 must prove itself', () => {
  test('a notarial deed makes the person named in the will payee', () => {
    const input = family([person('b', 'willBeneficiary', { willByNotary: true })]);
    expect(resolveHeirs(input)).toMatchObject({ class: 5, payee: 'b', needs: [], payeeClass: 'heirs' });
  });

  test('nothing said about the deed is no deed', () => {
    expect(resolveHeirs(family([person('b', 'willBeneficiary')]))).toMatchObject({ payee: null, needs: ['will-deed'] });
  });

  test('a court determination does not replace the notarial deed of a will', () => {
    const input = family([person('b', 'willBeneficiary', { courtDetermination: true })]);
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['will-deed'] });
  });

  test('somebody outside the family is payee with a court determination', () => {
    const input = family([person('o', 'other', { courtDetermination: true })]);
    expect(resolveHeirs(input)).toMatchObject({ class: 5, heirs: ['o'], payee: 'o', needs: [] });
  });

  test.each([[{}], [{ courtDetermination: false }], [{ willByNotary: true }]])(
    'somebody outside the family with %j waits for the court',
    (more) => {
      const input = family([person('o', 'other', more)]);
      expect(resolveHeirs(input)).toMatchObject({ class: 5, heirs: ['o'], payee: null, needs: ['court-determination'] });
    },
  );

  test('one unproven claim holds the proven one, and everything missing is asked for at once', () => {
    const input = family([person('o', 'other'), person('b', 'willBeneficiary'), person('d', 'willBeneficiary', { willByNotary: true })]);
    expect(resolveHeirs(input)).toMatchObject({ payee: null, needs: ['power-of-attorney', 'will-deed', 'court-determination'] });
    expect(resolveHeirs({ ...input, powerOfAttorneyTo: 'd' })).toMatchObject({ payee: null, needs: ['will-deed', 'court-determination'] });
  });
});

describe('class 6', () => {
  test('a neighbour who arranged the funeral and claims nothing else is paid its cost', () => {
    const input = family([person('n', 'other')], { arrangedFuneral: 'n' });
    expect(resolveHeirs(input)).toMatchObject({ class: 6, heirs: [], payee: 'n', needs: [], payeeClass: 'funeralArranger' });
  });

  test('a neighbour with a court determination inherits, also when she arranged the funeral', () => {
    const input = family([person('n', 'other', { courtDetermination: true })], { arrangedFuneral: 'n' });
    expect(resolveHeirs(input)).toMatchObject({ class: 5, heirs: ['n'], payee: 'n', payeeClass: 'heirs' });
  });

  test('somebody else who arranged the funeral does not answer for a neighbour who claims', () => {
    const input = family([person('o', 'other')], { arrangedFuneral: 'n' });
    expect(resolveHeirs(input)).toMatchObject({ class: 5, heirs: ['o'], payee: null, needs: ['court-determination'] });
  });

  test('a person named in a will keeps class 5 when she arranged the funeral', () => {
    const input = family([person('b', 'willBeneficiary')], { arrangedFuneral: 'b' });
    expect(resolveHeirs(input)).toMatchObject({ class: 5, payee: null, needs: ['will-deed'] });
  });

  test('a divorced spouse who arranged the funeral is paid its cost', () => {
    const input = family([person('x', 'spouse', { divorced: true })], { arrangedFuneral: 'x' });
    expect(resolveHeirs(input)).toMatchObject({ class: 6, payee: 'x', payeeClass: 'funeralArranger' });
  });

  test('who arranged the funeral changes nothing while an heir lives', () => {
    const input = family([person('s', 'sibling')], { arrangedFuneral: 'n' });
    expect(resolveHeirs(input)).toMatchObject({ class: 3, payee: 's', payeeClass: 'heirs' });
  });

  test.each([
    ['has died since', person('x', 'sibling', { alive: false })],
    ['is a minor', person('x', 'other', { birthDate: '2010-01-01' as HeirPerson['birthDate'] & string })],
  ])('funeral money is not paid to somebody who %s', (_, arranger) => {
    expect(resolveHeirs(family([arranger], { arrangedFuneral: 'x' }))).toMatchObject({ class: 6, payee: null, needs: [] });
  });
});
