import { signOfDeceased } from '#domain/money/payout/deceased-account.ts';
import { sharedNiks } from '#domain/people/identity/shared-nik.ts';

const participant = { nik: '5308011701800001' };

describe('one NIK, one person', () => {
  test('is found between the participant and the family, and inside the family, whatever the separators', () => {
    const family = [
      { id: 'istri', nik: '530801 170180 0001' },
      { id: 'anak', nik: '5308010106150001' },
      { id: 'kakak', nik: '5308010106150001' },
      { id: 'ibu' },
      { id: 'ayah' },
    ];
    expect(sharedNiks({ participant, family })).toEqual([
      ['participant', 'istri'],
      ['anak', 'kakak'],
    ]);
  });

  test('people without a NIK share none', () => {
    expect(sharedNiks({ participant, family: [{ id: 'ibu' }, { id: 'ayah' }] })).toEqual([]);
  });
});

describe('an account of the dead', () => {
  const deceased = { participantId: 'peserta-1', name: 'Petrus Contoh Lado' };

  test.each([
    ['LADO PETRUS CONTOH', [], 'name'],
    ['Alm. PETRUS CONTOH LADO', [], 'name'],
    ['PASANGAN CONTOH', ['pasangan', 'peserta-1'], 'number'],
    ['PASANGAN CONTOH', ['pasangan'], undefined],
    ['PETRUS CONTOH LADU', [], undefined],
  ] as const)('%s, registered for %j: %s', (holderName, registeredFor, sign) => {
    expect(signOfDeceased(deceased, { holderName, registeredFor })).toBe(sign);
  });

  test('without a name on either side only the number tells', () => {
    expect(signOfDeceased({ ...deceased, name: undefined }, { holderName: 'PETRUS CONTOH LADO', registeredFor: [] })).toBeUndefined();
    expect(signOfDeceased(deceased, { holderName: undefined, registeredFor: ['peserta-1'] })).toBe('number');
  });
});
