import type { ClaimPerson } from '#domain/claim/parts.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVER, CONFIRMED, OFFICER, PAY, REFUSED, REGISTRATION, SPOUSE_ACCOUNT } from '../../factories/claims.ts';

const FAMILY = REGISTRATION.people;
const PARENTS: readonly ClaimPerson[] = [
  { id: 'ayah', relation: 'parent', alive: true },
  { id: 'ibu', relation: 'parent', alive: true },
];
const heirs = (people: readonly ClaimPerson[]) => ({ type: 'resolveHeirs', people }) as const;

describe('resolving the heirs', () => {
  test('husband or wife and child are one class, and the adult of them is paid', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, heirs(FAMILY));
    expect(file.state.heirs).toEqual({ class: 1, heirs: ['pasangan', 'anak'], payee: 'pasangan', needs: [], payeeClass: 'heirs' });
    expect(file.state.points.heirs).toMatchObject({ maker: OFFICER, verdict: 'open' });
  });

  test('while a dispute runs nobody is paid', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, { ...heirs(FAMILY), dispute: true });
    expect(file.state.heirs).toMatchObject({ payee: null, needs: ['heir-dispute'] });
    expect(file.refusal(OFFICER, SPOUSE_ACCOUNT).refused).toBe('point-open');
  });

  test('a partner institution among the heirs is refused, with the rule that bars it', () => {
    const people = [...FAMILY, { id: 'bpr', relation: 'other', alive: true, isPartnerInstitution: true }] as const;
    expect(claimIn('verifying').refusal(OFFICER, heirs(people))).toEqual({
      refused: 'payee-is-partner',
      text: 'Lembaga mitra tidak boleh menerima santunan.',
      rule: 'design.md section 12, invariant 2',
    });
  });

  test.each(['bpr-contoh', 'staf-1', 'ksp-lain'])('%s reported this death and is not paid for having arranged the funeral', (reporter) => {
    const file = claimIn('verifying');
    const registration = { ...REGISTRATION, reportId: 'lapor-2', institutionId: 'ksp-lain', branchId: 'ksp-lain-ende' };
    file.tell({ type: 'deathReported', registration });
    expect(file.refusal(OFFICER, { ...heirs([]), arrangedFuneral: reporter })).toEqual({
      refused: 'payee-is-partner',
      text: 'Pelapor dan lembaga mitra tidak boleh menerima santunan.',
      rule: 'design.md section 12, invariant 2',
    });
  });

  test.each([
    ['the participant’s own NIK', ['participant', 'pasangan'], 'NIK pasangan di berkas kesiapan sama dengan NIK peserta'],
    ['the NIK of another', ['pasangan', 'anak'], 'NIK anak di berkas kesiapan sama dengan NIK pasangan'],
  ] as const)('nobody of the family inherits under %s', (_whose, pair, text) => {
    const refusal = claimIn('verifying').refusal(OFFICER, { ...heirs(FAMILY), sharedNiks: [pair] });
    expect(refusal).toMatchObject({ refused: 'point-open', rule: 'rules.md section 8', text: expect.stringContaining(text) });
  });

  test('nor is anybody under the participant’s NIK paid as guardian, or for the funeral', () => {
    const sharedNiks = [['participant', 'paman']] as const;
    const file = claimIn('verifying');
    expect(file.refusal(OFFICER, { ...heirs([]), arrangedFuneral: 'paman', sharedNiks }).refused).toBe('point-open');
    const guardianOf = { anak: { id: 'paman', courtAppointed: true } };
    expect(file.refusal(OFFICER, { ...heirs(FAMILY.slice(1)), guardianOf, sharedNiks }).refused).toBe('point-open');
  });

  test('a shared NIK of people who have no part in it stops nothing', () => {
    const people = [...FAMILY, { id: 'almarhum', relation: 'parent', alive: false } as const];
    expect(
      claimIn('verifying').ask(OFFICER, {
        ...heirs(people),
        sharedNiks: [
          ['anak', 'almarhum'],
          ['participant', 'orang-lain'],
        ],
      }),
    ).toHaveLength(1);
  });

  test('people who do not fit together are refused with the field that is wrong', () => {
    const refusal = claimIn('verifying').refusal(OFFICER, heirs([...FAMILY, ...FAMILY]));
    expect(refusal).toEqual({ refused: 'invalid-command', text: 'Id pasangan dipakai dua kali.', rule: 'people.2.id' });
  });

  test('another payee makes the confirmed account somebody else’s: it is confirmed anew before anything is recommended', () => {
    const file = readyToRecommend();
    const child = { id: 'anak', relation: 'child', alive: true, birthDate: day('2000-06-01') } as const;
    file.give(OFFICER, { ...heirs([child]) });
    expect(file.state.payees).toEqual({});
    expect(file.refusal(OFFICER, PAY).text).toBe('Selesaikan dahulu: rekening penerima.');
  });

  test('an account that was dropped with its payee does not come back when the heirs are changed back', () => {
    const file = readyToRecommend({ nobodyInherits: true });
    file.give(OFFICER, heirs(FAMILY));
    file.give(OFFICER, SPOUSE_ACCOUNT);
    file.give(OFFICER, { ...heirs([]), arrangedFuneral: 'tetangga' });
    expect(file.state.payees).toEqual({});
    expect(file.refusal(OFFICER, PAY).refused).toBe('point-open');
  });

  test('heirs resolved again with the same payee keep the account, and the heirs need new eyes', () => {
    const file = readyToRecommend();
    file.give(OFFICER, heirs(FAMILY));
    expect(file.state.payees.heirs?.accountRef).toBe('rekening-1');
    expect(file.state.points.heirs?.verdict).toBe('open');
  });

  test('both parents inherit: their power of attorney has to be on file before payment is recommended', () => {
    const file = readyToRecommend({ registration: { people: [] }, nobodyInherits: true });
    file.give(OFFICER, { ...heirs(PARENTS), powerOfAttorneyTo: 'ibu' });
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, personId: 'ibu' });
    expect(file.refusal(OFFICER, PAY).text).toBe('Berkas belum lengkap: Surat kuasa antarahli waris (belum ada).');
  });

  test('an heir named in a will needs the deed, one from outside the court', () => {
    const file = readyToRecommend({ nobodyInherits: true });
    file.give(OFFICER, heirs([{ id: 'sahabat', relation: 'willBeneficiary', alive: true, willByNotary: true }]));
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, personId: 'sahabat' });
    expect(file.refusal(OFFICER, PAY).text).toMatch(/Akta wasiat notaris \(belum ada\)/);
    file.give(OFFICER, heirs([{ id: 'sahabat', relation: 'other', alive: true, courtDetermination: true }]));
    expect(file.refusal(OFFICER, PAY).text).toMatch(/Penetapan pengadilan \(belum ada\)/);
  });

  test('once part of the money is on its way nobody else can become the payee, but the same heirs may be stated again', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (fund) file.bankSays(fund, CONFIRMED);
    if (arranger) file.bankSays(arranger, REFUSED);
    expect(file.refusal(OFFICER, heirs(FAMILY))).toEqual({
      refused: 'already-paid',
      text: 'Sebagian santunan sudah atau sedang dibayar; penerimanya tidak dapat diganti lagi.',
      rule: 'design.md section 5',
    });
    file.give(OFFICER, { ...heirs([]), arrangedFuneral: 'tetangga' });
  });

  test('the second person does not resolve heirs', () => {
    expect(claimIn('verifying').refusal(APPROVER, heirs(FAMILY))).toMatchObject({
      refused: 'not-your-role',
      rule: 'PP 44/2015 arts. 37(4), 40',
    });
  });
});
