import fc from 'fast-check';
import { KNOWN_BANKS, parseAccountNumber, parseBankCode } from '#domain/people/identity/account.ts';
import { parseFamilyCardNumber } from '#domain/people/identity/family-card.ts';
import { parseKpj } from '#domain/people/identity/kpj.ts';
import { normalisePhone } from '#domain/people/identity/phone.ts';
import { isExpectedRegion, NTT_REGENCIES } from '#domain/people/identity/regions.ts';

describe('family card number', () => {
  test('carries the date it was recorded, not a birth date', () => {
    expect(parseFamilyCardNumber('5301 0101 0120 0123')).toEqual({
      value: { familyCardNumber: '5301010101200123', regencyCode: '5301' },
      warnings: [],
    });
  });

  test('with a day above 40 it is probably a NIK typed into the wrong field', () => {
    expect(parseFamilyCardNumber('5301014101800001')).toMatchObject({ warnings: ['impossible-recording-date', 'looks-like-nik'] });
  });

  test('an unknown province and an impossible date are warnings', () => {
    expect(parseFamilyCardNumber('0001019999990001')).toMatchObject({ warnings: ['unknown-province', 'impossible-recording-date'] });
    expect(parseFamilyCardNumber('5301010001200123')).toMatchObject({ warnings: ['impossible-recording-date'] });
  });

  test('with 15 or 17 digits, or a letter, it is refused', () => {
    for (const text of ['530101010120012', '53010101012001233', '530101010120O123', '']) {
      expect(parseFamilyCardNumber(text)).toMatchObject({ error: { code: 'invalid-input', field: 'familyCardNumber' } });
    }
  });
});

describe('KPJ', () => {
  test('eleven digits pass silently, a letter passes with a warning', () => {
    expect(parseKpj('12345678901')).toEqual({ value: '12345678901', warnings: [] });
    expect(parseKpj('02K12345678')).toEqual({ value: '02K12345678', warnings: ['contains-letters'] });
  });

  test('a typed lower-case letter becomes the upper-case one of the card', () => {
    expect(parseKpj('02k 12345678')).toMatchObject({ value: '02K12345678' });
  });

  test('ten, twelve or foreign characters are refused', () => {
    for (const text of ['1234567890', '123456789012', '1234567890é', '1234567890_', '']) {
      expect(parseKpj(text, 'participant.kpj')).toMatchObject({ error: { code: 'invalid-input', field: 'participant.kpj' } });
    }
  });
});

describe('phone', () => {
  const mobiles = fc.stringMatching(/^8[1-9]\d{7,10}$/);

  test('however it is written, it is stored the same way', () => {
    fc.assert(
      fc.property(mobiles, (national) => {
        const spellings = [
          `0${national}`,
          `62${national}`,
          `+62${national}`,
          `+62 ${national}`,
          `0062${national}`,
          `+620${national}`,
          national,
        ];
        expect(spellings.map((text) => normalisePhone(text))).toEqual(spellings.map(() => ({ value: `+62${national}`, warnings: [] })));
      }),
    );
  });

  test('storing it twice changes nothing', () => {
    fc.assert(
      fc.property(mobiles, (national) => {
        const once = normalisePhone(`0${national}`);
        expect('value' in once && normalisePhone(once.value)).toEqual(once);
      }),
    );
  });

  test('brackets, dots and dashes are forgiven', () => {
    expect(normalisePhone('(0812) 3456-7890')).toMatchObject({ value: '+6281234567890' });
    expect(normalisePhone('0812.3456.7890')).toMatchObject({ value: '+6281234567890' });
  });

  test('a landline is accepted with the warning that no message will arrive', () => {
    expect(normalisePhone('(0380) 821234')).toEqual({ value: '+62380821234', warnings: ['not-mobile'] });
  });

  test('a mobile number too short or too long for its kind is warned about', () => {
    expect(normalisePhone('081234567')).toEqual({ value: '+6281234567', warnings: ['unusual-length'] });
    expect(normalisePhone('08123456789')).toEqual({ value: '+628123456789', warnings: [] });
    expect(normalisePhone('08123456789012')).toEqual({ value: '+628123456789012', warnings: ['unusual-length'] });
  });

  test('numbers of other countries, letters and fragments are refused', () => {
    for (const text of ['+60123456789', '+1 212 555 0100', '08-1', '0812abc7890', '0000000000', '']) {
      expect(normalisePhone(text)).toMatchObject({ error: { code: 'invalid-input', field: 'phone' } });
    }
  });
});

describe('account and bank', () => {
  test('an account keeps its leading zeros', () => {
    expect(parseAccountNumber('00-1234.5678')).toEqual({ value: '0012345678', warnings: [] });
  });

  test('an account of 6 to 20 digits is accepted and no other', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,25}$/), (digits) => {
        expect('value' in parseAccountNumber(digits)).toBe(digits.length >= 6 && digits.length <= 20);
      }),
    );
    expect(parseAccountNumber('12345678X')).toMatchObject({ error: { field: 'accountNumber' } });
  });

  test('a bank code we know passes silently, another with a warning', () => {
    for (const { code } of KNOWN_BANKS) expect(parseBankCode(code)).toEqual({ value: code, warnings: [] });
    expect(parseBankCode('999')).toEqual({ value: '999', warnings: ['unknown-bank'] });
  });

  test('a bank code is three digits, its zeros included', () => {
    for (const text of ['13', '1300', 'BRI', '2', '']) expect(parseBankCode(text)).toMatchObject({ error: { field: 'bankCode' } });
  });
});

describe('regencies of NTT', () => {
  test('are 22, each with one code in either system', () => {
    expect(NTT_REGENCIES).toHaveLength(22);
    expect(new Set(NTT_REGENCIES.map(({ code }) => code)).size).toBe(22);
    expect(new Set(NTT_REGENCIES.map(({ statisticsCode }) => statisticsCode)).size).toBe(22);
  });

  test('a regency born of a split expects NIKs of its parent, not of its neighbours', () => {
    for (const { code, splitFrom } of NTT_REGENCIES) {
      expect(isExpectedRegion(code, code)).toBe(true);
      if (splitFrom !== undefined) expect(isExpectedRegion(splitFrom, code)).toBe(true);
      expect(isExpectedRegion('5399', code)).toBe(false);
    }
  });
});

test('no refusal repeats what was typed', () => {
  const parsers = [parseFamilyCardNumber, parseKpj, normalisePhone, parseAccountNumber, parseBankCode];
  fc.assert(
    fc.property(fc.stringMatching(/^\d{30,40}$/), fc.constantFrom(...parsers), (text, parse) => {
      const parsed = parse(text);
      expect('error' in parsed && !parsed.error.message.includes(text)).toBe(true);
    }),
  );
});
