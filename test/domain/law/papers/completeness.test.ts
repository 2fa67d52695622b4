import fc from 'fast-check';
import { completeness, expiresOn, MISSING_REASONS } from '#domain/law/papers/completeness.ts';
import { PAPER_IDS } from '#domain/law/papers/paper-ids.ts';
import { papersAtSigning, requiredPapers } from '#domain/law/papers/required-papers.ts';
import { day } from '#domain/time/calendar/day.ts';
import { checklist, EVENT_ON, fullFile, ON, paper, problemWith } from './checklist.ts';

const JKM = checklist('jkm-death');

test('a file with every required paper verified is complete', () => {
  expect(completeness(JKM, fullFile(JKM), ON)).toMatchObject({
    complete: true,
    missing: [],
    required: 8,
    verified: 8,
    verifiedShare: 10_000,
  });
});

test('advised papers are named as missing but hold nothing', () => {
  expect(completeness(JKM, fullFile(JKM), ON).advisable).toEqual([
    { paper: 'work-activity-proof', reason: 'not-there', owes: 'partner' },
    { paper: 'data-consent', reason: 'not-there', owes: 'partner' },
  ]);
});

test('an empty file names every paper and whose turn it is', () => {
  const { complete, missing, verifiedShare } = completeness(JKM, [], ON);
  expect({ complete, verifiedShare }).toEqual({ complete: false, verifiedShare: 0 });
  expect(missing).toHaveLength(8);
  expect(missing).toContainEqual({ paper: 'death-certificate', reason: 'not-there', owes: 'heir' });
  expect(missing).toContainEqual({ paper: 'participant-card', reason: 'not-there', owes: 'partner' });
});

test('a paper nobody looked at yet holds the claim, and it is our turn', () => {
  const { missing } = completeness(JKM, fullFile(JKM, { 'heir-statement': { verified: 'unseen' } }), ON);
  expect(missing).toEqual([{ paper: 'heir-statement', reason: 'not-yet-checked', owes: 'officer' }]);
});

test('a refused paper is asked of its owner again', () => {
  const { missing } = completeness(JKM, fullFile(JKM, { 'heir-statement': { verified: 'refused' } }), ON);
  expect(missing).toEqual([{ paper: 'heir-statement', reason: 'refused', owes: 'heir' }]);
});

test('a second, good copy heals a refused one', () => {
  const file = [...fullFile(JKM, { 'heir-statement': { verified: 'refused' } }), paper('heir-statement')];
  expect(completeness(JKM, file, ON).complete).toBe(true);
});

test('of two bad copies the one nearest to good is reported', () => {
  const file = fullFile(JKM, { 'heir-statement': { verified: 'refused' } });
  expect(completeness(JKM, [...file, paper('heir-statement', { verified: 'unseen' })], ON).missing).toEqual([
    { paper: 'heir-statement', reason: 'not-yet-checked', owes: 'officer' },
  ]);
});

describe('validity', () => {
  test('an identity card is good for life', () => {
    expect(problemWith(JKM, 'participant-id-card', { obtainedOn: day('1999-01-01') })).toBeUndefined();
  });

  test('a family card from before the death must be refreshed, one of the day of death is accepted', () => {
    expect(problemWith(JKM, 'family-card', { obtainedOn: day('2026-05-10') })).toBe('refresh-after-death');
    expect(problemWith(JKM, 'family-card', { obtainedOn: EVENT_ON })).toBeUndefined();
  });

  test('a family card collected at signing is good for six months', () => {
    const atSigning = papersAtSigning({});
    const obtainedOn = day('2025-12-31');
    expect(problemWith(atSigning, 'family-card', { obtainedOn }, day('2026-06-30'))).toBeUndefined();
    expect(problemWith(atSigning, 'family-card', { obtainedOn }, day('2026-07-01'))).toBe('expired');
  });

  test('the family card of the claim stays good for the scholarship', () => {
    expect(problemWith(checklist('scholarship'), 'family-card', { obtainedOn: day('2020-01-01') })).toBeUndefined();
  });

  test('proof of the account is good for twelve months, the last day included', () => {
    const obtainedOn = day('2025-06-01');
    expect(problemWith(JKM, 'payee-account-proof', { obtainedOn }, day('2026-06-01'))).toBeUndefined();
    expect(problemWith(JKM, 'payee-account-proof', { obtainedOn }, day('2026-06-02'))).toBe('expired');
  });

  test('proof of work at registration never expires', () => {
    const file = [...fullFile(JKM), paper('work-activity-proof', { obtainedOn: day('2015-01-01') }), paper('data-consent')];
    expect(completeness(JKM, file, ON).advisable).toEqual([]);
  });

  test('a death certificate older than the death proves something else', () => {
    expect(problemWith(JKM, 'death-certificate', { obtainedOn: day('2026-05-10') })).toBe('dated-before-event');
    expect(problemWith(JKM, 'death-certificate', { obtainedOn: EVENT_ON })).toBeUndefined();
  });

  test('a paper dated tomorrow is not there today', () => {
    expect(problemWith(JKM, 'heir-statement', { obtainedOn: day('2026-06-02') })).toBe('dated-in-future');
    expect(problemWith(JKM, 'heir-statement', { obtainedOn: ON })).toBeUndefined();
  });

  test('the letter of active study must be of this school year, the latest report may be of the last', () => {
    const line = checklist('scholarship', { schoolYearStartsOn: day('2026-07-01') });
    const on = day('2026-09-01');
    expect(problemWith(line, 'active-study-letter', { obtainedOn: day('2026-06-30') }, on)).toBe('not-of-this-school-year');
    expect(problemWith(line, 'active-study-letter', { obtainedOn: day('2026-07-01') }, on)).toBeUndefined();
    expect(problemWith(line, 'school-report', { obtainedOn: day('2026-06-20') }, on)).toBeUndefined();
    expect(problemWith(line, 'school-report', { obtainedOn: day('2025-08-31') }, on)).toBe('expired');
  });

  test('a paper that expires says when, one for life does not', () => {
    expect(expiresOn({ validity: { kind: 'months', months: 12 } }, day('2026-02-28'))).toBe('2027-02-28');
    expect(expiresOn({ validity: { kind: 'monthsThenRefresh', months: 6 } }, day('2026-08-31'))).toBe('2027-02-28');
    expect(expiresOn({ validity: { kind: 'forLife' } }, day('2026-02-28'))).toBeUndefined();
  });
});

describe('the letter of the village', () => {
  const letter = { form: 'villageLetter' } as const;

  test('does not stand in for the death certificate by default', () => {
    expect(problemWith(JKM, 'death-certificate', letter)).toBe('village-letter-not-accepted');
  });

  test('does where the switch accepts it', () => {
    const mild = requiredPapers('jkm-death', { eventOn: EVENT_ON }, { 'death.proof': 'villageLetterAccepted' });
    expect(problemWith(mild, 'death-certificate', letter)).toBeUndefined();
  });
});

describe('waivers', () => {
  const without = (rows: typeof JKM, id: string) => fullFile(rows).filter((present) => present.id !== id);

  test('a waived heir statement no longer holds the claim', () => {
    expect(completeness(JKM, without(JKM, 'heir-statement'), ON, { waived: ['heir-statement'] })).toMatchObject({
      complete: true,
      verified: 8,
    });
  });

  test('a death certificate cannot be waived away', () => {
    expect(completeness(JKM, without(JKM, 'death-certificate'), ON, { waived: ['death-certificate'] }).missing).toEqual([
      { paper: 'death-certificate', reason: 'not-there', owes: 'heir' },
    ]);
  });

  test('on a listed island it can', () => {
    const island = checklist('jkm-death', { livesOnListedIsland: true });
    expect(completeness(island, without(island, 'death-certificate'), ON, { waived: ['death-certificate'] }).complete).toBe(true);
  });
});

test('a checklist without required papers is complete', () => {
  expect(completeness([], [], ON)).toEqual({ complete: true, missing: [], advisable: [], required: 0, verified: 0, verifiedShare: 10_000 });
});

test('seven of eight papers are 87.5%', () => {
  expect(completeness(JKM, fullFile(JKM).slice(1), ON)).toMatchObject({ required: 8, verified: 7, verifiedShare: 8_750 });
});

const papers = fc.record({
  id: fc.constantFrom(...PAPER_IDS),
  obtainedOn: fc.constantFrom(day('2024-01-01'), day('2026-05-10'), EVENT_ON, ON, day('2027-01-01')),
  verified: fc.constantFrom('ok' as const, 'refused' as const, 'unseen' as const),
});

test('one more paper never makes a file less complete', () => {
  fc.assert(
    fc.property(fc.array(papers), papers, (file, more) => {
      expect(completeness(JKM, [...file, more], ON).verified).toBeGreaterThanOrEqual(completeness(JKM, file, ON).verified);
    }),
  );
});

test('complete means exactly that nothing required is missing, and every reason is a known one', () => {
  fc.assert(
    fc.property(fc.array(papers, { maxLength: 40 }), (file) => {
      const result = completeness(JKM, file, ON);
      expect(result.complete).toBe(result.missing.length === 0);
      expect(result.verified + result.missing.length).toBe(result.required);
      for (const { reason } of [...result.missing, ...result.advisable]) expect(MISSING_REASONS).toContain(reason);
    }),
  );
});
