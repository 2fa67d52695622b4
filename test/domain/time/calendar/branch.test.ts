import { showLines } from '#cli/calendar/calendar-text.ts';
import { previewClaim } from '#domain/claim/calendar-preview.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import { packProblems, saySame } from '#domain/time/calendar/check-pack.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack, ServiceHours } from '#domain/time/calendar/pack.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { addWorkingMinutes, isWorkingDay, serviceMomentFrom, workingMinutesBetween } from '#domain/time/calendar/working-time.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { CalendarFile } from '#schemas/http/calendars.ts';
import { toCalendarFile } from '#services/calendars/calendar-view.ts';
import { claimIn } from '../../../factories/claim-paths.ts';
import { asWita, dueOf, ledgerOf, viewOf, wita } from '../clock/clock-cases.ts';

const LUNCH: ServiceHours = { fromMinute: 480, toMinute: 960, breaks: [{ fromMinute: 720, toMinute: 780 }] };
const MANGGARAI = { branchId: '5310', holidays: [day('2026-11-18')] };
const LOCAL: CalendarPack = { ...NTT_2027, version: 2, branches: [MANGGARAI, { branchId: 'kupang', service: LUNCH }] };
const AT_5310 = atBranch(LOCAL, { institutionId: 'bpr-contoh', branchId: '5310' });

describe('a holiday of one branch', () => {
  test('moves the deadlines of that branch, whose code may be digits only, and of no other', () => {
    expect(dueOf({ pack: AT_5310 })).toBe('2026-11-20 16:00');
    expect(dueOf({ pack: atBranch(LOCAL, { branchId: '5311' }) })).toBe('2026-11-19 16:00');
    expect(isWorkingDay(workCalendar(AT_5310, 'working'), day('2026-11-18'))).toBe(false);
  });

  test('is named as such in the arithmetic', () => {
    const rows = explainDeadline(ledgerOf(), AT_5310, wita('2026-11-16 10:00'), withSwitches());
    expect(formatExplanation(rows).join('\n')).toMatch(/Rab 18 Nov +libur setempat +tidak dihitung/);
  });

  test('two institutions may use one code: a row that names its institution is of that one', () => {
    const one = { ...LOCAL, branches: [{ ...MANGGARAI, institutionId: 'bpr-contoh' }] };
    expect(atBranch(one, { institutionId: 'ksp-contoh', branchId: '5310' })).toBe(one);
    expect(atBranch(one, { institutionId: 'bpr-contoh', branchId: '5310' }).localHolidays).toEqual(MANGGARAI.holidays);
  });

  test('a branch is the same pack each time, a pack without branches is itself, and resolving twice changes nothing', () => {
    expect(atBranch(LOCAL, { branchId: '5310' })).toBe(AT_5310);
    expect(atBranch(NTT_2027, { branchId: '5310' })).toBe(NTT_2027);
    expect(atBranch(AT_5310, { branchId: '5310' })).toBe(AT_5310);
  });

  test('told to running claims it moves those of the branch, as the preview said', () => {
    const file = claimIn('verifying');
    const [free] = ['2026-03-03'].map(day);
    const { branchId, institutionId } = file.state;
    const asOf = file.at;
    const here = { ...NTT_2027, version: 2, branches: [{ branchId, institutionId, holidays: free ? [free] : [] }] };
    const elsewhere = { ...here, version: 3, branches: [{ branchId: '5310', holidays: free ? [free] : [] }] };
    const preview = previewClaim(file.state, file.calendar, here, { asOf });
    expect(preview.isMoved).toBe(true);
    const foreseen = preview.clocks.flatMap(({ clock, after, movedMs }) => (movedMs && 'dueAt' in after ? [[clock, after.dueAt]] : []));
    const [change] = file.moveTo(here);
    if (change?.type !== 'sla.calendar-changed') throw new Error('nothing was written down');
    expect(change.moved.map(({ clock, to }) => [clock, to])).toEqual(foreseen);
    expect(previewClaim(file.state, NTT_2027, elsewhere, { asOf }).isMoved).toBe(false);
  });
});

describe('a break in the hours of service', () => {
  const pack = { ...NTT_2027, service: LUNCH };
  const calendar = workCalendar(pack, 'nonWorking');

  test('is no working time: seven hours a day, and none of them at noon', () => {
    expect(workingMinutesBetween(calendar, wita('2026-11-16 08:00'), wita('2026-11-16 16:00'))).toBe(420);
    expect(workingMinutesBetween(calendar, wita('2026-11-16 11:30'), wita('2026-11-16 13:30'))).toBe(60);
    expect(workingMinutesBetween(calendar, wita('2026-11-16 12:00'), wita('2026-11-16 13:00'))).toBe(0);
  });

  test.each([
    ['2026-11-16 11:00', 60, '2026-11-16 12:00'],
    ['2026-11-16 11:00', 61, '2026-11-16 13:01'],
    ['2026-11-16 12:30', 1, '2026-11-16 13:01'],
    ['2026-11-16 08:00', 420, '2026-11-16 16:00'],
    ['2026-11-16 15:00', 61, '2026-11-17 08:01'],
  ])('%s and %i minutes of work are %s', (from, minutes, to) => {
    expect(asWita(addWorkingMinutes(calendar, wita(from), minutes))).toBe(to);
  });

  test('nobody is told of anything during it, but at its beginning somebody is still there', () => {
    const moments = ['2026-11-16 12:00', '2026-11-16 12:01', '2026-11-16 13:00', '2026-11-16 16:01'];
    expect(moments.map((at) => asWita(serviceMomentFrom(calendar, wita(at))))).toEqual([
      '2026-11-16 12:00',
      '2026-11-16 13:00',
      '2026-11-16 13:00',
      '2026-11-17 08:00',
    ]);
  });

  test('a limit in working days ends at closing as before; a pause over noon gives back the hours worked only', () => {
    expect(dueOf({ pack })).toBe('2026-11-19 16:00');
    const paused = { pack, pauses: [['2026-11-17 11:00', '2026-11-17 14:00']] as const, asOf: '2026-11-17 15:00' };
    expect(dueOf(paused)).toBe('2026-11-20 10:00');
    expect(viewOf({ pack, asOf: '2026-11-16 14:00' }).usedMinutes).toBe(180);
  });
});

describe('a calendar with branches and breaks', () => {
  test('is proposed as a file, kept, shown and proposed again without a change', () => {
    expect(packProblems(LOCAL)).toEqual([]);
    const file = toCalendarFile(LOCAL);
    expect(file.branches).toEqual([
      MANGGARAI,
      { branchId: 'kupang', service: { from: '08:00', to: '16:00', breaks: [{ from: '12:00', to: '13:00' }] } },
    ]);
    const again = CalendarFile.parse(JSON.parse(JSON.stringify(file)));
    expect(saySame(again, LOCAL)).toBe(true);
    expect(saySame({ ...again, branches: [] }, LOCAL)).toBe(false);
    expect(saySame({ ...again, service: LUNCH }, LOCAL)).toBe(false);
  });

  test('is shown with its local days, its breaks, and how sure each year is', () => {
    const lines = showLines({ pack: { ...LOCAL, localHolidays: [day('2026-12-20')] }, state: 'proposed', steps: [] }, undefined);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Tahun 2027: SKB Tiga Menteri .*\(dibaca dari sumber kedua\)$/),
        expect.stringMatching(/10 Mar.* 2027 +Idulfitri 1448 Hijriah +\(tanggal perkiraan\)$/),
        'Libur setempat (1):',
        'Cabang 5310:',
        'Cabang kupang, jam layanan 08.00–16.00, istirahat 12.00–13.00:',
      ]),
    );
    expect(lines.filter((line) => line.includes('perkiraan'))).toHaveLength(3);
  });

  test.each<[string, Partial<CalendarPack>, string]>([
    ['a break outside the hours', { service: { ...LUNCH, breaks: [{ fromMinute: 400, toMinute: 500 }] } }, 'service.breaks.0'],
    [
      'a break that is the whole rest of the day',
      { service: { ...LUNCH, breaks: [{ fromMinute: 720, toMinute: 960 }] } },
      'service.breaks.0',
    ],
    [
      'breaks out of order',
      {
        service: {
          ...LUNCH,
          breaks: [
            { fromMinute: 800, toMinute: 810 },
            { fromMinute: 720, toMinute: 730 },
          ],
        },
      },
      'service.breaks.1',
    ],
    ['a local holiday that is free anyway', { localHolidays: [day('2026-12-25')] }, 'localHolidays.0'],
    [
      'a branch’s holiday that is free everywhere',
      { branches: [{ branchId: '5310', holidays: [day('2026-12-25')] }] },
      'branches.0.holidays.0',
    ],
    ['a branch’s holiday of another year', { branches: [{ branchId: '5310', holidays: [day('2029-01-02')] }] }, 'branches.0.holidays.0'],
    [
      'a branch’s holiday twice',
      { branches: [{ branchId: '5310', holidays: [day('2026-11-18'), day('2026-11-18')] }] },
      'branches.0.holidays.1',
    ],
    ['a branch twice', { branches: [MANGGARAI, MANGGARAI] }, 'branches.1'],
    [
      'hours of a branch that end before they begin',
      { branches: [{ branchId: 'a', service: { fromMinute: 960, toMinute: 480 } }] },
      'branches.0.service.to',
    ],
  ])('is refused with %s, by its field', (_what, wrong, field) => {
    expect(packProblems({ ...NTT_2027, ...wrong }).map((problem) => problem.field)).toEqual([field]);
  });
});
