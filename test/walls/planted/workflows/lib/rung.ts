import { FIRST_DAY } from '#domain/day.ts';

export const rung = FIRST_DAY;
