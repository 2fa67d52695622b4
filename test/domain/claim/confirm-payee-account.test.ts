import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { type ClaimFile, CONFIRMED, OFFICER, REFUSED, REGISTRATION, SPOUSE_ACCOUNT, typesOf } from '../../factories/claims.ts';

function withHeirs(): ClaimFile {
  const file = claimIn('verifying');
  file.give(OFFICER, { type: 'resolveHeirs', people: REGISTRATION.people });
  return file;
}
const HEIRS_RULE = 'PP 44/2015 art. 40';

describe('confirming the account of the payee', () => {
  test('the account of the payee, whose name the bank gives as holder, is confirmed for a second person to see', () => {
    const file = withHeirs();
    expect(typesOf(file.give(OFFICER, SPOUSE_ACCOUNT))).toEqual(['claim.payee-confirmed']);
    expect(file.state.payees).toEqual({
      heirs: { personId: 'pasangan', accountRef: 'rekening-1', holderMatch: 'match', maker: OFFICER.id },
    });
    expect(file.state.points.payee).toMatchObject({ maker: OFFICER, verdict: 'open' });
  });

  test('a holder name that only resembles the payee’s is kept as such, for the second person to judge', () => {
    const file = withHeirs();
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, inquiry: { holder: 'ask', ownedByPartner: false } });
    expect(file.state.payees.heirs?.holderMatch).toBe('ask');
  });

  test('before the heirs are resolved there is no payee', () => {
    expect(claimIn('verifying').refusal(OFFICER, SPOUSE_ACCOUNT)).toEqual({
      refused: 'point-open',
      text: 'Tetapkan ahli waris terlebih dahulu.',
      rule: HEIRS_RULE,
    });
  });

  test('an account of a partner institution is refused, whoever is named as holder', () => {
    expect(withHeirs().refusal(OFFICER, { ...SPOUSE_ACCOUNT, inquiry: { holder: 'match', ownedByPartner: true } })).toEqual({
      refused: 'payee-is-partner',
      text: 'Rekening ini milik lembaga mitra. Pakai rekening atas nama penerima sendiri.',
      rule: 'design.md section 12, invariant 2',
    });
  });

  test('a payee who is staff of a partner is refused in words about the person, not the account', () => {
    const inquiry = { holder: 'match', ownedByPartner: true, ofPartner: 'person' } as const;
    const { refused, text } = withHeirs().refusal(OFFICER, { ...SPOUSE_ACCOUNT, inquiry });
    expect([refused, text.includes('pegawai lembaga mitra')]).toEqual(['payee-is-partner', true]);
  });

  test('a holder with another name is refused', () => {
    expect(withHeirs().refusal(OFFICER, { ...SPOUSE_ACCOUNT, inquiry: { holder: 'differs', ownedByPartner: false } })).toEqual({
      refused: 'point-open',
      text: 'Nama pemilik rekening menurut bank berbeda dari nama penerima. Periksa rekeningnya.',
      rule: 'design.md section 5',
    });
  });

  test('the account of a relative who is not the payee is refused', () => {
    expect(withHeirs().refusal(OFFICER, { ...SPOUSE_ACCOUNT, personId: 'anak' })).toEqual({
      refused: 'point-open',
      text: 'Penerima harus orang yang ditetapkan pada klaim ini: ahli waris, atau peserta sendiri.',
      rule: HEIRS_RULE,
    });
  });

  test('where heirs are paid, no account of the fund or of whoever arranged the funeral is taken', () => {
    expect(withHeirs().refusal(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial' })).toEqual({
      refused: 'invalid-command',
      text: 'Klaim ini tidak membayar Dana Jaminan Sosial.',
      rule: 'payeeClass',
    });
  });

  test('the share of the fund does not go to whoever arranged the funeral, nor to the institution that reported', () => {
    const file = readyToRecommend({ nobodyInherits: true });
    expect(file.refusal(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'tetangga' }).refused).toBe('point-open');
    const { refused, rule } = file.refusal(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'bpr-contoh' });
    expect([refused, rule]).toEqual(['payee-is-partner', 'design.md section 12, invariant 2']);
  });

  test('an account under which money has left, or may be leaving, cannot be exchanged for another', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [fund, arranger] = file.state.payouts;
    if (fund) file.bankSays(fund, REFUSED);
    const other = { ...SPOUSE_ACCOUNT, payeeClass: 'funeralArranger', personId: 'tetangga', accountRef: 'rekening-2' } as const;
    const refusal = {
      refused: 'already-paid',
      text: 'Pembayaran kepada yang mengurus pemakaman sudah atau sedang berjalan; rekeningnya tidak dapat diganti.',
      rule: 'design.md section 5',
    };
    expect(file.refusal(OFFICER, other)).toEqual(refusal);
    if (arranger) file.bankSays(arranger, CONFIRMED);
    expect(file.refusal(OFFICER, other)).toEqual(refusal);
    file.give(OFFICER, { ...SPOUSE_ACCOUNT, payeeClass: 'fund', personId: 'dana-jaminan-sosial', accountRef: 'rekening-3' });
  });
});

test.each([
  ['name', 'Menurut bank, rekening ini atas nama peserta yang meninggal.'],
  ['number', 'Rekening ini terdaftar sebagai rekening peserta yang meninggal.'],
] as const)('the account of the dead receives nothing, whatever name was typed for it (%s)', (ofDeceased, text) => {
  const inquiry = { holder: 'match', ownedByPartner: false, ofDeceased } as const;
  expect(withHeirs().refusal(OFFICER, { ...SPOUSE_ACCOUNT, inquiry })).toMatchObject({
    refused: 'point-open',
    text: expect.stringContaining(text),
  });
});
