import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { addDays, type Day, day } from '#domain/time/calendar/day.ts';
import { fromLocal } from '#domain/time/calendar/zone.ts';
import { tellStory } from '#stack/demo-story.ts';
import { creditSigned, type Story } from './people.ts';
import { storyBefore, storyOf } from './story.ts';

/** Turns of months and years, 28 and 29 February. */
const DAYS: readonly Day[] = Array.from({ length: 520 }, (_, index) => addDays(day('2026-11-01'), index));
const atNoon = (of: Day): number => fromLocal({ day: of, minuteOfDay: 720 }, 'Asia/Makassar');
const heldBy = (story: Story, eventOn: Day) => membershipsOn(eventOn, creditSigned(1, story).memberships, {}).conditions;

describe('the stories of tests and demo, on every day of a year and a half', () => {
  test('a participant killed or hurt on any day has paid up to that day, so that no clock of the claim waits for arrears', () => {
    expect(DAYS.filter((eventOn) => heldBy(storyOf(eventOn, 1), eventOn).length > 0)).toEqual([]);
    expect(DAYS.filter((today) => heldBy(storyBefore(atNoon(today), 1), addDays(today, -10)).length > 0)).toEqual([]);
  });

  test('months paid that are counted from another day than the event are arrears on the first days of a month', () => {
    const storyOfToday = (today: Day) => heldBy(storyBefore(atNoon(today), 1), today);
    expect([storyOfToday(day('2026-12-01')), storyOfToday(day('2026-12-15'))]).toEqual([['arrears-paid-first'], []]);
  });

  test('the credit of a story is signed after its membership began and before its event, and no month is paid twice', () => {
    for (const eventOn of DAYS) {
      const { signedOn, paidMonths } = storyOf(eventOn, 1);
      const [first = ''] = paidMonths;
      expect([new Set(paidMonths).size, first < signedOn.slice(0, 7), signedOn < eventOn]).toEqual([8, true, true]);
    }
  });

  test('the family of the demo is covered on the day of its death, whenever the demo is started', () => {
    const held = DAYS.filter((today) => {
      const { credit, death } = tellStory(atNoon(today));
      return membershipsOn(death.diedOn, credit.memberships, {}).conditions.length > 0;
    });
    expect(held).toEqual([]);
  });
});
