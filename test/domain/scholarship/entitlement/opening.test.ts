import type { ClaimState } from '#domain/claim/state.ts';
import { entitlementIdOf, parseEntitlementId } from '#domain/entitlement-id.ts';
import { forecastOf, totalForecast } from '#domain/scholarship/entitlement/forecast.ts';
import { openingsOf } from '#domain/scholarship/entitlement/open-from-claim.ts';
import { addMonths, day } from '#domain/time/calendar/day.ts';
import { Child, OFFICER } from './child.ts';

const EVENT = day('2026-05-10');

function claim(months: number, changes: Partial<ClaimState> = {}): ClaimState {
  const memberSince = addMonths(day('2026-05-01'), -months + 1);
  const paidMonths = Array.from({ length: months }, (_, index) => addMonths(memberSince, index).slice(0, 7));
  const people = [
    { id: 'pasangan', relation: 'spouse', alive: true },
    { id: 'bungsu', relation: 'child', alive: true, birthDate: day('2020-01-01') },
    { id: 'dewasa', relation: 'child', alive: true, birthDate: day('2000-01-01') },
    { id: 'sulung', relation: 'child', alive: true, birthDate: day('2010-01-01') },
    { id: 'tengah', relation: 'child', alive: true, birthDate: day('2015-01-01') },
    { id: 'tanpa-tanggal', relation: 'child', alive: true },
    { id: 'wafat', relation: 'child', alive: false, birthDate: day('2012-01-01') },
  ];
  const base = {
    claimId: 'STN-ABCDE-FGHJK',
    kind: 'death',
    programme: 'jkm',
    eventOn: EVENT,
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-kupang',
    submitters: ['staf-1'],
    people,
    memberships: [{ kpj: 'KPJ00000001', segment: 'BPU', memberSince, paidMonths, payer: 'self' }],
    payees: { heirs: { personId: 'pasangan', accountRef: 'rekening-1', holderMatch: 'match', maker: 'petugas-1' } },
    points: { payee: { maker: OFFICER, makers: ['petugas-1'], verdict: 'approved', checker: { id: 'pemeriksa-1', role: 'approver' } } },
  };
  return { ...base, ...changes } as unknown as ClaimState;
}

describe('the scholarships of an approved claim', () => {
  test('are those of the two oldest children under 23, and a child without a birth date is named', () => {
    const { openings, withoutBirthDate } = openingsOf(claim(40));
    expect(openings.map(({ childId }) => childId).sort()).toEqual(['sulung', 'tengah']);
    expect(withoutBirthDate).toEqual(['tanpa-tanggal']);
    expect(openings[0]).toMatchObject({ pack: { id: 'jkm-jkk-2025' }, payee: { guardianId: 'pasangan', accountRef: 'rekening-1' } });
  });

  test('of a death not caused by work need 36 months of contributions, of a work accident none', () => {
    expect(openingsOf(claim(35))).toMatchObject({ openings: [], why: 'contributions-under-3-years' });
    expect(openingsOf(claim(36)).openings).toHaveLength(2);
    expect(openingsOf(claim(4, { programme: 'jkk' })).openings).toHaveLength(2);
  });

  test('of an accident need a total disability', () => {
    const accident = { kind: 'accident' as const, programme: 'jkk' as const };
    expect(openingsOf(claim(4, { ...accident, injury: { disability: { kind: 'partialAnatomical' } } })).why).toBe('event-does-not-qualify');
    expect(openingsOf(claim(4, { ...accident, injury: { disability: { kind: 'total' } } })).openings).toHaveLength(2);
  });

  test('have no account yet where the heirs’ money went to somebody who is not a parent', () => {
    const grandmother = { personId: 'nenek', accountRef: 'rekening-2', holderMatch: 'match', maker: 'petugas-1' } as const;
    expect(openingsOf(claim(40, { payees: { heirs: grandmother } })).openings[0]).not.toHaveProperty('payee');
  });

  test('have numbers that name claim and child, and nothing about either', () => {
    const id = entitlementIdOf('STN-ABCDE-FGHJK', 'anak dengan é');
    expect(parseEntitlementId(id.toLowerCase())).toBe(id);
    expect(entitlementIdOf('STN-ABCDE-FGHJK', 'anak lain')).not.toBe(id);
    expect(parseEntitlementId('STN-ABCDE-FGHJK')).toBeUndefined();
  });
});

describe('what is still to be paid', () => {
  const today = day('2026-08-01');
  test('reaches the published cap for a child from kindergarten on, and shrinks by what was paid', () => {
    const child = new Child();
    expect(forecastOf(child.state, today, []).total).toBe(87_000_000);
    child.prove(2026, 'tk');
    expect(forecastOf(child.state, today, [])).toMatchObject({ paid: 1_500_000, total: 85_500_000 });
    const both = totalForecast([forecastOf(child.state, today, []), forecastOf(new Child().state, today, [])]);
    expect([both.total, both.paid, both.byYear[0]]).toEqual([172_500_000, 1_500_000, { schoolYear: 2026, amount: 1_500_000 }]);
  });

  test('is nothing after a marriage, and nothing for years after school was left', () => {
    const married = new Child();
    married.give(OFFICER, { type: 'changeChild', change: { type: 'married', on: day('2026-07-01') } });
    expect(forecastOf(married.state, today, []).total).toBe(0);
    const left = new Child();
    left.give(OFFICER, { type: 'changeChild', change: { type: 'leftSchool', schoolYear: 2028 } });
    expect(forecastOf(left.state, today, []).total).toBe(3_000_000);
  });
});
