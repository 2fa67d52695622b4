import { parsePartnerAccountFile } from '#domain/people/partners/partner-account-file.ts';

const HEADING = 'institutionId;kind;holderName;bankCode;accountNumber;nik';
const parse = (...rows: readonly string[]) => parsePartnerAccountFile([HEADING, ...rows].join('\r\n'));

describe('the file of accounts of partners', () => {
  test('an institution, and staff with a NIK: numbers are read as the bank writes them', () => {
    const { accounts, errors } = parse(
      'bpr-contoh;institution;BPR Contoh;130;0012-3456.78;',
      'bpr-contoh;staff;Staf Satu;002;0020000001;0000005701909002',
    );
    expect(errors).toEqual([]);
    expect(accounts).toEqual([
      { institutionId: 'bpr-contoh', kind: 'institution', holderName: 'BPR Contoh', bankCode: '130', accountNumber: '0012345678' },
      {
        institutionId: 'bpr-contoh',
        kind: 'staff',
        holderName: 'Staf Satu',
        bankCode: '002',
        accountNumber: '0020000001',
        nik: '0000005701909002',
      },
    ]);
  });

  test('wrong rows are named by their line, without their numbers, and keep no other row out', () => {
    const good = 'bpr-contoh;institution;BPR Contoh;130;1300000009001;';
    const { accounts, errors } = parse(
      'bpr-contoh;guest;X;130;1300000009002;',
      good,
      'ksp-contoh;institution;KSP;130;1300000009001;',
      'bpr-contoh;staff;Staf;13;1300000009003;',
      'bpr-contoh;staff;Staf;130;12;',
      'bpr-contoh;institution;BPR;130;1300000009004;0000005701909002',
      'bpr-contoh;staff;Staf;130;1300000009005;123',
    );
    expect(accounts).toHaveLength(1);
    expect(errors.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8]);
    expect(JSON.stringify(errors)).not.toMatch(/\d{6}/);
  });

  test('a file without its columns says which', () => {
    expect(parsePartnerAccountFile('institutionId;kind').errors).toEqual([
      { line: 1, text: 'Kolom tidak ada: holderName, bankCode, accountNumber, nik.' },
    ]);
  });
});
