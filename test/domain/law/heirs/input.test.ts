import type { HeirsInput } from '#domain/law/heirs/people.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { family, minor, person } from './family.ts';

const widow = person('w', 'spouse');
const partner = person('k', 'other', { isPartnerInstitution: true });

function refusal(input: HeirsInput): { code?: string; field?: string; message?: string } {
  try {
    resolveHeirs(input);
  } catch (error) {
    const { code, field, message } = error as { code: string; field: string; message: string };
    return { code, field, message };
  }
  return {};
}

describe('a partner institution is refused wherever it is named', () => {
  test.each([
    ['among the people', family([widow, partner]), 'people.1'],
    ['dead or not', family([widow, { ...partner, alive: false }]), 'people.1'],
    ['as a relative', family([person('k', 'spouse', { isPartnerInstitution: true }), widow]), 'people.0'],
    ['by power of attorney', family([widow, partner], { powerOfAttorneyTo: 'k' }), 'powerOfAttorneyTo'],
    ['as guardian', family([minor('d'), partner], { guardianOf: { d: { id: 'k', courtAppointed: true } } }), 'guardianOf.d.id'],
    ['as arranger of the funeral', family([partner], { arrangedFuneral: 'k' }), 'arrangedFuneral'],
    ['even where the input is wrong otherwise', family([widow, widow, partner], { powerOfAttorneyTo: 'z' }), 'people.2'],
  ])('%s', (_, input, field) => {
    expect(refusal(input)).toEqual({ code: 'payee-is-partner', field, message: 'Lembaga mitra tidak boleh menerima santunan.' });
  });

  test('a person told not to be one is not refused', () => {
    expect(refusal(family([person('w', 'spouse', { isPartnerInstitution: false })]))).toEqual({});
  });

  test('the other names stay good beside a partner that nobody pays', () => {
    const input = family([widow, minor('d'), partner], { powerOfAttorneyTo: 'w', guardianOf: { d: { id: 'g', courtAppointed: true } } });
    expect(refusal(input).field).toBe('people.2');
  });
});

describe('ids must fit together', () => {
  test('an id used twice is refused at its second use', () => {
    expect(refusal(family([widow, person('c', 'child'), person('w', 'sibling')]))).toEqual({
      code: 'invalid-input',
      field: 'people.2.id',
      message: 'Id w dipakai dua kali.',
    });
  });

  test('a power of attorney to a person nobody knows is refused', () => {
    expect(refusal(family([widow], { powerOfAttorneyTo: 'z' }))).toEqual({
      code: 'invalid-input',
      field: 'powerOfAttorneyTo',
      message: 'Tidak ada orang dengan id z dalam people.',
    });
  });

  test('a power of attorney to a stranger is refused although a guardian from outside is known', () => {
    const input = family([minor('d')], { powerOfAttorneyTo: 'z', guardianOf: { d: { id: 'g', courtAppointed: true } } });
    expect(refusal(input).field).toBe('powerOfAttorneyTo');
    expect(refusal({ ...input, powerOfAttorneyTo: 'g' })).toEqual({});
  });

  test('a guardian of a child nobody knows is refused', () => {
    const guardian = { id: 'g', courtAppointed: true };
    expect(refusal(family([widow, minor('d')], { guardianOf: { d: guardian, z: guardian } }))).toEqual({
      code: 'invalid-input',
      field: 'guardianOf.z',
      message: 'Tidak ada orang dengan id z dalam people.',
    });
  });

  test('guardians and arrangers of the funeral need not be among the people', () => {
    expect(refusal(family([minor('d')], { guardianOf: { d: { id: 'g', courtAppointed: true } }, arrangedFuneral: 'n' }))).toEqual({});
  });
});
