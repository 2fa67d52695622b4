import { PAPER_CONDITIONS } from '#domain/law/papers/conditions.ts';
import { PAPER_CLAIM_TYPES, PAPER_IDS } from '#domain/law/papers/paper-ids.ts';
import { papersAtSigning, requiredPapers } from '#domain/law/papers/required-papers.ts';
import { PAPERS } from '#domain/law/papers/table.ts';
import { day } from '#domain/time/calendar/day.ts';
import { CERTIFICATE_ONLY, checklist, EVENT_ON, ids } from './checklist.ts';

describe('a JKM death claim', () => {
  const PLAIN = [
    'participant-card',
    'participant-id-card',
    'heir-id-card',
    'family-card',
    'payee-account-proof',
    'death-certificate',
    'heir-statement',
    'claim-form-jkm',
  ];

  test('of one adult heir who is neither spouse nor child needs eight papers', () => {
    expect(ids(checklist('jkm-death'))).toEqual(PLAIN);
  });

  test('of a widow adds her marriage certificate', () => {
    expect(ids(checklist('jkm-death', { spouseClaims: true }))).toContain('marriage-certificate');
  });

  test('with a child among the heirs, of age or not, adds the birth certificate', () => {
    expect(ids(checklist('jkm-death', { childClaims: true }))).toContain('child-birth-certificate');
    expect(ids(checklist('jkm-death', { minorHeir: true }))).toContain('child-birth-certificate');
  });

  test('of two adult heirs adds the power of attorney, of one adult does not', () => {
    expect(ids(checklist('jkm-death', { adultHeirs: 2 }))).toContain('power-of-attorney');
    expect(ids(checklist('jkm-death', { adultHeirs: 1 }))).not.toContain('power-of-attorney');
  });

  test('of an heir by will adds the notarial deed, and outside the legal order the court', () => {
    expect(ids(checklist('jkm-death', { heirByWill: true }))).toContain('will-deed');
    expect(ids(checklist('jkm-death', { heirByWill: true }))).not.toContain('court-determination');
    expect(ids(checklist('jkm-death', { heirByWill: true, heirOutsideLegalOrder: true }))).toContain('court-determination');
  });

  test('of a child without a living parent adds the court determination of the guardian', () => {
    expect(ids(checklist('jkm-death', { minorHeir: true, minorNeedsCourtGuardian: true }))).toContain('court-determination');
  });

  test('of 42 million needs no tax number, above 50 million it does, at exactly 50 million it does not', () => {
    expect(ids(checklist('jkm-death', { cash: 42_000_000 }))).not.toContain('tax-number');
    expect(ids(checklist('jkm-death', { cash: 50_000_000 }))).not.toContain('tax-number');
    expect(ids(checklist('jkm-death', { cash: 50_000_001 }))).toContain('tax-number');
  });

  test('advises proof of work for a borrower, without holding the claim for it', () => {
    expect(ids(checklist('jkm-death'), 'advised')).toEqual(['work-activity-proof', 'data-consent']);
    expect(ids(checklist('jkm-death', { employed: true }), 'advised')).toEqual(['data-consent']);
  });
});

describe('a JKK claim', () => {
  const ACCIDENT = ['accident-report-1', 'accident-report-2', 'doctor-certificate', 'chronology', 'witness-id-cards'];

  test('of an accident needs both reports, the doctor and the witnesses, and no paper of an heir', () => {
    expect(ids(checklist('jkk-accident'))).toEqual(['participant-card', 'participant-id-card', 'payee-account-proof', ...ACCIDENT]);
  });

  test('of a death is the accident papers plus the heir papers, without form 4', () => {
    const death = ids(checklist('jkk-death'));
    expect(death).toEqual(expect.arrayContaining([...ACCIDENT, 'death-certificate', 'heir-statement', 'family-card', 'heir-id-card']));
    expect(death).not.toContain('claim-form-jkm');
  });

  test('on the road or by violence adds the police report', () => {
    expect(ids(checklist('jkk-accident', { roadAccident: true }))).toContain('police-report');
    expect(ids(checklist('jkk-accident', { violence: true }))).toContain('police-report');
    expect(ids(checklist('jkm-death', { roadAccident: true }))).not.toContain('police-report');
  });

  test('of an employee adds the attendance list', () => {
    expect(ids(checklist('jkk-accident', { employed: true }))).toContain('attendance-list');
  });

  test('asks for receipts only of what is claimed', () => {
    expect(ids(checklist('jkk-accident', { transportClaimed: true }))).toContain('transport-receipts');
    expect(ids(checklist('jkk-accident', { treatedOutsidePlkk: true }))).toContain('medical-receipts');
    expect(ids(checklist('jkk-accident'))).not.toContain('medical-receipts');
  });

  test('of an accident is owed by the injured participant where a death is owed by the heirs', () => {
    const owes = (type: 'jkk-accident' | 'jkk-death') => checklist(type).find(({ paper }) => paper === 'payee-account-proof')?.owes;
    expect([owes('jkk-accident'), owes('jkk-death')]).toEqual(['participant', 'heir']);
  });
});

describe('a scholarship line', () => {
  test('needs form, letter of active study, report and the account of the child', () => {
    expect(ids(checklist('scholarship'))).toEqual([
      'family-card',
      'child-birth-certificate',
      'payee-account-proof',
      'scholarship-form',
      'active-study-letter',
      'school-report',
    ]);
  });

  test('paid to the guardian needs the account of the guardian instead', () => {
    const toGuardian = ids(checklist('scholarship', { paidToGuardian: true }));
    expect(toGuardian).toContain('guardian-account-proof');
    expect(toGuardian).not.toContain('payee-account-proof');
  });
});

describe('the death certificate', () => {
  const certificate = (facts: Parameters<typeof checklist>[1], proof: 'certificateOnly' | 'villageLetterAccepted' = 'certificateOnly') =>
    requiredPapers('jkm-death', { eventOn: EVENT_ON, ...facts }, { 'death.proof': proof }).find(
      ({ paper }) => paper === 'death-certificate',
    );

  test('can be waived by nobody, except under four eyes on a listed island', () => {
    expect(certificate({})).toMatchObject({ mayWaive: 'nobody', villageLetterAccepted: false });
    expect(certificate({ livesOnListedIsland: true })).toMatchObject({ mayWaive: 'officerWithApprover' });
  });

  test('may be the letter of the village where the switch says so', () => {
    expect(certificate({}, 'villageLetterAccepted')).toMatchObject({ villageLetterAccepted: true, mayWaive: 'nobody' });
  });

  test('could be a letter for deaths before Permenaker 1/2025 named the certificate', () => {
    expect(certificate({ eventOn: day('2025-02-27') })).toMatchObject({ villageLetterAccepted: true });
    expect(certificate({ eventOn: day('2025-02-28') })).toMatchObject({ villageLetterAccepted: false });
  });
});

describe('the readiness file at signing', () => {
  test('asks for nothing that only an event can bring, and requires consent', () => {
    const rows = papersAtSigning({ spouseClaims: true, childClaims: true });
    expect(new Set(rows.map(({ phase }) => phase))).toEqual(new Set(['A']));
    expect(ids(rows)).toEqual([
      'participant-card',
      'participant-id-card',
      'heir-id-card',
      'family-card',
      'marriage-certificate',
      'child-birth-certificate',
      'payee-account-proof',
      'data-consent',
    ]);
    expect(ids(rows, 'advised')).toEqual(['work-activity-proof']);
  });
});

describe('the table of papers', () => {
  test('has a row, a label, a reason and a source for every id, and no other', () => {
    expect(Object.keys(PAPERS).sort()).toEqual([...PAPER_IDS].sort());
    for (const row of Object.values(PAPERS))
      expect(Math.min(row.label.length, row.why.length, row.issuer.length, row.source.length)).toBeGreaterThan(0);
  });

  test('never prints KK alone, which reads as family card or as work accident', () => {
    for (const row of Object.values(PAPERS)) expect(`${row.label} ${row.why}`).not.toMatch(/\bKK\b/);
  });

  test('asks for every paper in some claim', () => {
    const everything = Object.fromEntries(Object.keys(PAPER_CONDITIONS).map((name) => [name, true]));
    const facts = {
      ...everything,
      eventOn: EVENT_ON,
      minorHeir: true,
      minorNeedsCourtGuardian: true,
      roadAccident: true,
      adultHeirs: 2,
      cash: 60_000_000,
    };
    const asked = PAPER_CLAIM_TYPES.flatMap((type) =>
      [facts, { ...facts, employed: false }].flatMap((those) => requiredPapers(type, those, CERTIFICATE_ONLY).map(({ paper }) => paper)),
    );
    expect(new Set(asked)).toEqual(new Set(PAPER_IDS));
  });

  test('gives event papers of class 1 proof to officer with approver, or to nobody where the law names the paper', () => {
    const strict = Object.entries(PAPERS).filter(([, row]) => row.phase === 'E' && row.proofClass === 1);
    expect(strict.filter(([, row]) => row.mayWaive === 'nobody').map(([id]) => id)).toEqual(['death-certificate', 'court-determination']);
    expect(strict.filter(([, row]) => row.mayWaive === 'officer')).toEqual([]);
  });

  test('is plain JSON, so that a checklist can be kept with the claim', () => {
    const rows = checklist('jkk-death', { spouseClaims: true });
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});
