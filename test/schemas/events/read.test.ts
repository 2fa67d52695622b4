import { ClaimEventV1 } from '#schemas/events/claim-event.v1.ts';
import { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';
import { read } from '#schemas/events/read.ts';
import { creditSigned, deathReported } from './samples.ts';

const reasonOf = (reading: ReturnType<typeof read>): string => (reading.ok ? 'accepted' : reading.reason);
const credit = (changes: Record<string, unknown>): string => reasonOf(read(CreditSignedV1, creditSigned(changes)));
const death = (changes: Record<string, unknown>): string => reasonOf(read(DeathReportedV1, deathReported(changes)));

const nameOf = (name: string): Record<string, unknown> => ({ participant: { ...creditSigned().participant, name } });

describe('credit.signed.v1', () => {
  test('a complete credit is taken as it was sent', () => {
    expect(read(CreditSignedV1, creditSigned())).toEqual({ ok: true, data: creditSigned() });
  });

  test('a credit without payee, wage, family, papers and consents is taken', () => {
    const { declaredPayee: _, wageBase: __, ...rest } = creditSigned({ family: [], papers: [], consents: [] });
    expect(read(CreditSignedV1, rest)).toEqual({ ok: true, data: rest });
  });

  test('a field we do not know is ignored, at the top and inside', () => {
    const { participant } = creditSigned();
    const sent = creditSigned({ loanColour: 'blue', participant: { ...participant, nickname: 'x' } });
    expect(read(CreditSignedV1, sent)).toEqual({ ok: true, data: creditSigned() });
  });

  test.each([
    [
      'a participant number of 15 digits',
      { participant: { ...creditSigned().participant, nik: '000001410185000' } },
      'participant.nik: harus 16 angka',
    ],
    ['a number where text belongs', { staffId: 7 }, 'staffId: harus teks'],
    ['a day that does not exist', { signedOn: '2026-02-30' }, 'signedOn: harus tanggal yang ada, bentuk 2026-03-27'],
    ['a wage in fractions', { wageBase: 1000.5 }, 'wageBase: harus bilangan bulat'],
    ['a wage below nothing', { wageBase: -1 }, 'wageBase: paling sedikit 0'],
    ['no membership at all', { memberships: [] }, 'memberships: paling sedikit 1 butir'],
    [
      'a thirteenth month',
      { memberships: [{ ...creditSigned().memberships[0], paidMonths: ['2025-13'] }] },
      'memberships.0.paidMonths.0: harus bulan, bentuk 2026-03',
    ],
    [
      'a bank code of two digits',
      { declaredPayee: { ...creditSigned().declaredPayee, bankCode: '09' } },
      'declaredPayee.bankCode: harus 3 angka',
    ],
    [
      'a payee nobody declared',
      { declaredPayee: { ...creditSigned().declaredPayee, personId: 'p9' } },
      'declaredPayee.personId: tidak ada di family',
    ],
    ['two relatives under one id', { family: [creditSigned().family[0], creditSigned().family[0]] }, 'family.1.id: dipakai oleh dua orang'],
    ['a name of spaces', nameOf('   '), 'participant.name: tidak boleh kosong atau memuat karakter kendali'],
    ['a name with a NUL in it', nameOf('a\u0000b'), 'participant.name: tidak boleh kosong atau memuat karakter kendali'],
    ['a name with half a character', nameOf('a\ud800'), 'participant.name: tidak boleh kosong atau memuat karakter kendali'],
  ])('%s is refused with the field and what would be right', (_what, changes, reason) => {
    expect(credit(changes)).toBe(reason);
  });

  test('a paper that only exists after a death is refused at signing', () => {
    expect(credit({ papers: [{ ...creditSigned().papers[0], paper: 'death-certificate' }] })).toMatch(
      /^papers\.0\.paper: harus salah satu dari participant-card, /,
    );
  });

  test('a missing field is said to be missing, not to be wrong', () => {
    const { signedOn: _, ...rest } = creditSigned();
    expect(reasonOf(read(CreditSignedV1, rest))).toBe('signedOn: wajib ada');
  });

  test('an explicit null is not taken for an absent field', () => {
    expect(credit({ wageBase: null })).toBe('wageBase: harus bilangan');
  });

  test('of many mistakes five are told and the rest counted', () => {
    expect(reasonOf(read(CreditSignedV1, {}))).toMatch(/^institutionId: wajib ada; .*; dan \d+ lagi$/);
  });

  test.each([[null], ['text'], [42], [[]]])('%j instead of an object is refused', (value) => {
    expect(reasonOf(read(CreditSignedV1, value))).toBe('isi: harus objek');
  });

  test('a reason never repeats what was sent about a person', () => {
    const participant = { ...creditSigned().participant, nik: '99999999999999991', phone: 'rahasia-telepon', birthDate: 'rahasia-lahir' };
    const reason = credit({ participant });
    expect(reason).toMatch(/participant\.nik.*participant\.birthDate.*participant\.phone/);
    expect(reason).not.toMatch(/9999|rahasia/);
  });
});

describe('death.reported.v1', () => {
  test('a complete report is taken as it was sent', () => {
    expect(read(DeathReportedV1, deathReported())).toEqual({ ok: true, data: deathReported() });
  });

  test.each(['2026-03-16T10:00:00+08:00', '2026-03-16T02:00Z', '2026-03-16T02:00:00.123456Z', '2026-02-30T02:00:00Z', '16-03-2026'])(
    'the time of report %s is refused: it must be UTC and real',
    (reportedAt) => {
      expect(death({ reportedAt })).toBe('reportedAt: harus waktu UTC, bentuk 2026-03-27T08:00:00Z');
    },
  );

  test('a report without any paper is taken, so that the clock of the family can start', () => {
    expect(death({ papers: [] })).toBe('accepted');
  });

  test('what is known may run over several lines, and a name may not', () => {
    expect(death({ whatIsKnown: 'Jatuh dari perahu.\nDitemukan pagi hari.' })).toBe('accepted');
    expect(death({ participantName: 'Peserta\nContoh' })).toMatch(/^participantName: tidak boleh/);
  });

  test('a checksum in capital letters is refused', () => {
    expect(death({ papers: [{ ...deathReported().papers[0], sha256: 'AB'.repeat(32) }] })).toMatch(/^papers\.0\.sha256: harus SHA-256/);
  });

  test('a report id with a space is refused, because it becomes a key', () => {
    expect(death({ reportId: 'report 1' })).toMatch(/^reportId: harus 1 sampai 128/);
  });
});

describe('claim-event.v1', () => {
  const registered = { claimId: 'c-1', seq: 1, type: 'claim.registered.v1', at: '2026-03-16T02:00:00Z', data: { reportId: 'report-1' } };

  test('a fact of the journal passes with its data untouched', () => {
    expect(read(ClaimEventV1, registered)).toEqual({ ok: true, data: registered });
  });

  test.each([['claim.registered'], ['claim.registered.v2'], ['Claim.Registered.v1'], ['registered.v1.']])(
    'the type %s is refused',
    (type) => {
      expect(reasonOf(read(ClaimEventV1, { ...registered, type }))).toMatch(/^type: harus nama fakta/);
    },
  );

  test('the journal starts at 1', () => {
    expect(reasonOf(read(ClaimEventV1, { ...registered, seq: 0 }))).toBe('seq: paling sedikit 1');
  });
});
