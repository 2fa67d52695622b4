import fc from 'fast-check';
import { RELATIONS } from '#domain/law/heirs/classes.ts';
import type { HeirPerson, HeirsInput } from '#domain/law/heirs/people.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { type Day, fromEpochDay, toEpochDay } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { ON } from './family.ts';

const runs = { numRuns: propertyRuns };
const IDS = ['a', 'b', 'c', 'd', 'e'];
const flag = fc.boolean();
// Birth dates crowd around the eighteenth birthday.
const birthDate = fc.integer({ min: -6600, max: -6540 }).map((days): Day => fromEpochDay(toEpochDay(ON) + days));
const anybody = fc.record(
  {
    relation: fc.constantFrom(...RELATIONS),
    alive: flag,
    birthDate,
    divorced: flag,
    willByNotary: flag,
    courtDetermination: flag,
  },
  { requiredKeys: ['relation', 'alive'] },
);
const named = fc.constantFrom(...IDS, 'outsider');

const families: fc.Arbitrary<HeirsInput> = fc.array(anybody, { maxLength: IDS.length }).chain((bodies) => {
  const people = bodies.map((body, index): HeirPerson => ({ id: IDS[index] ?? '', ...body }) as HeirPerson);
  const someId = people.length > 0 ? fc.constantFrom(...people.map(({ id }) => id)) : fc.constant('nobody');
  const guardian = fc.record({ id: named, courtAppointed: flag });
  const more = fc.record(
    {
      ...(people.length > 0 && { powerOfAttorneyTo: someId, guardianOf: fc.dictionary(someId, guardian) }),
      dispute: flag,
      arrangedFuneral: named,
    },
    { requiredKeys: [] },
  );
  return fc
    .record({ programme: fc.constantFrom('jkm', 'jkk'), more })
    .map(({ programme, more: rest }) => ({ programme, on: ON, people, ...rest }) as HeirsInput);
});

/** The list of rules.md section 5 read top to bottom, without a table. */
function slowClass({ people, arrangedFuneral }: HeirsInput): number {
  const lives = (...relations: string[]) => people.some((one) => one.alive && relations.includes(one.relation));
  if (lives('child') || people.some((one) => one.alive && one.relation === 'spouse' && !one.divorced)) return 1;
  if (lives('parent', 'grandparent', 'grandchild')) return 2;
  if (lives('sibling')) return 3;
  if (lives('parentInLaw')) return 4;
  const claims = people.some((one) => one.alive && one.relation === 'other' && (one.courtDetermination || one.id !== arrangedFuneral));
  return lives('willBeneficiary') || claims ? 5 : 6;
}

function isEighteen({ birthDate: born }: HeirPerson): boolean {
  return born === undefined || Number(ON.slice(0, 4)) - Number(born.slice(0, 4)) - (ON.slice(5) < born.slice(5) ? 1 : 0) >= 18;
}

describe('whatever the family', () => {
  test('the first class with a living member wins', () => {
    fc.assert(
      fc.property(families, (input) => {
        expect(resolveHeirs(input).class).toBe(slowClass(input));
      }),
      runs,
    );
  });

  test('the payee is a living adult heir, or the court-appointed guardian of one where none is adult, or arranged the funeral', () => {
    fc.assert(
      fc.property(families, (input) => {
        const { payee, heirs, payeeClass, class: heirClass } = resolveHeirs(input);
        if (payee === null) return;
        if (heirClass === 6) {
          expect([payee, payeeClass]).toEqual([input.arrangedFuneral, 'funeralArranger']);
          return;
        }
        const members = input.people.filter(({ id }) => heirs.includes(id));
        const adults = members.filter(isEighteen).map(({ id }) => id);
        const guardians = members.map(({ id }) => input.guardianOf?.[id]).filter((guardian) => guardian?.courtAppointed);
        const parents = input.people.filter(({ relation, divorced }) => relation === 'spouse' && divorced).map(({ id }) => id);
        expect(adults.length > 0 ? adults : [...guardians.map((guardian) => guardian?.id), ...parents]).toContain(payee);
        expect(members.every(({ alive }) => alive)).toBe(true);
      }),
      runs,
    );
  });

  test('an heir class has a payee exactly when nothing is missing', () => {
    fc.assert(
      fc.property(families, (input) => {
        const { payee, needs, class: heirClass } = resolveHeirs(input);
        if (heirClass < 6) expect(payee !== null).toBe(needs.length === 0);
        else expect(payee === null || needs.length === 0).toBe(true);
      }),
      runs,
    );
  });

  test('declaring the people in another order changes neither class nor payee nor what is missing', () => {
    const shuffled = families.chain((input) =>
      fc.shuffledSubarray([...input.people], { minLength: input.people.length }).map((people) => [input, { ...input, people }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        const pick = ({ class: heirClass, payee, needs, heirs }: ReturnType<typeof resolveHeirs>) => ({
          heirClass,
          payee,
          needs,
          heirs: [...heirs].sort(),
        });
        expect(pick(resolveHeirs(other))).toEqual(pick(resolveHeirs(input)));
      }),
      runs,
    );
  });

  test('a dispute never has a payee', () => {
    fc.assert(
      fc.property(families, (input) => {
        expect(resolveHeirs({ ...input, dispute: true })).toMatchObject({ payee: null, needs: ['heir-dispute'] });
      }),
      runs,
    );
  });

  test('a partner institution among the people is never calculated with', () => {
    fc.assert(
      fc.property(families, fc.nat(), (input, at) => {
        const people = [...input.people];
        people.splice(at % (people.length + 1), 0, { id: 'k', relation: 'other', alive: true, isPartnerInstitution: true });
        expect(() => resolveHeirs({ ...input, people })).toThrow(expect.objectContaining({ code: 'payee-is-partner' }));
      }),
      runs,
    );
  });
});
