import { SCHOLARSHIP_LEVELS, type ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { SchoolYearStart } from '#domain/law/rules/switches.ts';
import { fullMonthsBetween } from '#domain/time/calendar/day.ts';
import { yearOnRecord } from './judge-year.ts';
import type { ScholarshipChild, Schooling } from './scholarship-input.ts';
import { firstDayOf } from './school-year.ts';

/** A school career without a year skipped, begun at the youngest usual age: the dearest course a forecast reckons with. */
const YOUNGEST_PUPIL_YEARS = 4;
const CAREER_YEARS: Readonly<Record<ScholarshipLevel, number>> = { tk: 2, sd: 6, smp: 3, sma: 3, higher: 5 };
const CAREER: readonly ScholarshipLevel[] = SCHOLARSHIP_LEVELS.flatMap((level) => Array<ScholarshipLevel>(CAREER_YEARS[level]).fill(level));

/** The child with `schoolYears` filled in and proven: what is on record stays, the rest goes on from there, or from the child's age. */
export function planCareer(child: ScholarshipChild, schoolYears: readonly number[], start: SchoolYearStart): ScholarshipChild {
  const planned = schoolYears.flatMap((schoolYear): Schooling[] => {
    const level = yearOnRecord(child, schoolYear)?.level ?? CAREER[careerIndex(child, schoolYear, start)];
    return level === undefined ? [] : [{ schoolYear, level, proof: true }];
  });
  const others = child.schooling.filter((year) => !schoolYears.includes(year.schoolYear));
  return { ...child, schooling: [...others, ...planned] };
}

function careerIndex(child: ScholarshipChild, schoolYear: number, start: SchoolYearStart): number {
  const past = child.schooling.filter((year) => year.schoolYear < schoolYear).sort((a, b) => a.schoolYear - b.schoolYear);
  const last = past.at(-1);
  if (last === undefined) return Math.floor(fullMonthsBetween(child.birthDate, firstDayOf(schoolYear, start)) / 12) - YOUNGEST_PUPIL_YEARS;
  const yearsInLevel = past.filter((year) => year.level === last.level).length;
  const indexThen = CAREER.indexOf(last.level) + Math.min(yearsInLevel, CAREER_YEARS[last.level]) - 1;
  return indexThen + schoolYear - last.schoolYear;
}
